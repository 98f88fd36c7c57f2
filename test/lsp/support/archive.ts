/** A place that a case names: `<|>` is the empty name, `<|1>` is `1`. */
export interface Cursor {
  readonly file: string;
  readonly offset: number;
}

/** A stretch of a file that a case marks: `»…«`. */
export interface Marked {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Some files in one text, without their marks; and the places that were marked. */
export interface Archive {
  /** The files' texts by name, in the order of the text. */
  readonly files: ReadonlyMap<string, string>;
  readonly cursors: ReadonlyMap<string, Cursor>;
  /** In the order of the text. */
  readonly ranges: readonly Marked[];
}

const MARK = /<\|(\w*)>|»|«/g;

/** Reads files parted by lines `--- name`; what stands before the first such line is the file `first`. */
export function readArchive(text: string, first = 'records.agreement'): Archive {
  const files = new Map<string, string>();
  const cursors = new Map<string, Cursor>();
  const ranges: Marked[] = [];
  for (const { name, content } of partsOf(text, first)) files.set(name, unmark(name, content, cursors, ranges));
  return { files, cursors, ranges };
}

function partsOf(text: string, first: string): { name: string; content: string }[] {
  const pieces = text.split(/^--- (.+)\r?\n/m);
  const parts = [{ name: first, content: pieces[0] ?? '' }];
  for (let i = 1; i < pieces.length; i += 2)
    parts.push({ name: (pieces[i] ?? '').trim(), content: pieces[i + 1] ?? '' });
  return parts.filter(({ content }, i) => i > 0 || content.trim() !== '');
}

function unmark(file: string, content: string, cursors: Map<string, Cursor>, ranges: Marked[]): string {
  const open: number[] = [];
  let plain = '';
  let end = 0;
  for (const match of content.matchAll(MARK)) {
    plain += content.slice(end, match.index);
    end = match.index + match[0].length;
    const { length: offset } = plain;
    if (match[0] === '»') open.push(offset);
    else if (match[0] === '«') ranges.push({ file, start: open.pop() ?? offset, end: offset });
    else cursors.set(match[1] ?? '', { file, offset });
  }
  if (open.length) throw new Error(`${file}: a » without its «`);
  return plain + content.slice(end);
}
