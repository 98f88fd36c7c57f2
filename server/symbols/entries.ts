import type { Declaration, FileRecords } from '../../language/records/model.ts';
import { obligationsOf } from '../names.ts';

/** Something that can be looked for by name: a declaration, or one of its obligations. */
export interface Entry {
  readonly declaration: Declaration;
  /** The number of the obligation, from 0; undefined for the declaration itself. */
  readonly obligation: number | undefined;
  /** The name in lower case. */
  readonly name: string;
  /** The title in lower case; for an obligation the name of what holds it. */
  readonly also: string;
}

const known = new WeakMap<FileRecords, readonly Entry[]>();

/** All that can be looked for in a file: made once for each version of the file, and only when something is looked for. */
export function entriesOf(file: FileRecords): readonly Entry[] {
  const entries = known.get(file) ?? file.declarations.flatMap(entriesIn);
  known.set(file, entries);
  return entries;
}

function entriesIn(declaration: Declaration): readonly Entry[] {
  const name = declaration.name.name.toLowerCase();
  const also = declaration.title?.value.toLowerCase() ?? '';
  const own: readonly Entry[] = [{ declaration, obligation: undefined, name, also }];
  const obligations = obligationsOf(declaration).map(
    (one, obligation): Entry => ({ declaration, obligation, name: one.name.name.toLowerCase(), also: name }),
  );
  return [...own, ...obligations].filter((entry) => entry.name !== '');
}
