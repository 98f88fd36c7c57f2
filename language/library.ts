import { LIBRARY_TEXTS } from './generated/library.ts';
import { extract } from './records/extract.ts';
import type { FileRecords } from './records/model.ts';
import { parse } from './syntax/parse.ts';

/** The scheme of the library's URIs: its files are shipped inside the program. */
export const LIBRARY_SCHEME = 'builtin';

/** The library's files by URI. */
export const LIBRARY: ReadonlyMap<string, string> = new Map(
  Object.entries(LIBRARY_TEXTS).map(([name, text]) => [`${LIBRARY_SCHEME}:///library/${name}`, text]),
);

let records: readonly FileRecords[] | undefined;

/** The library's records: the kinds and the jurisdictions that every project has. Read once. */
export function libraryRecords(): readonly FileRecords[] {
  records ??= [...LIBRARY].map(([uri, text]) => extract(parse(text), uri));
  return records;
}

/** The library's text at a URI; undefined where there is none. */
export function libraryText(uri: string): string | undefined {
  return LIBRARY.get(uri);
}
