import type { Span } from '../records/model.ts';

/** A file of a marked text: what it says without the marks, and where the marks were. */
export interface MarkedFile {
  /** Its name; `example.agreement` where the text names none. */
  readonly name: string;
  readonly text: string;
  /** The stretches between `»` and `«`, in the order of the text, in offsets into `text`. */
  readonly marks: readonly Span[];
}

const FIRST_FILE = 'example.agreement';
const PARTING = /^--- (\S+)[^\S\n]*(?:\n|$)/m;

/** Reads a text of one or several files, parted by lines `--- name.agreement`, with marks `»…«`, which may nest. */
export function readMarked(text: string): readonly MarkedFile[] {
  const [first = '', ...rest] = text.split(PARTING);
  const files = first.trim() ? [readFile(FIRST_FILE, first)] : [];
  for (let i = 0; i < rest.length; i += 2) files.push(readFile(rest[i] as string, rest[i + 1] ?? ''));
  return files;
}

function readFile(name: string, marked: string): MarkedFile {
  const marks: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/([»«])/)) {
    if (part === '»') open.push(text.length);
    else if (part === '«') marks.push({ start: opened(open, name), end: text.length });
    else text += part;
  }
  if (open.length) throw new Error(`${name}: \`»\` without \`«\` behind it`);
  return { name, text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) };
}

function opened(open: number[], name: string): number {
  const start = open.pop();
  if (start === undefined) throw new Error(`${name}: \`«\` without \`»\` before it`);
  return start;
}

/** The marked text again, without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[»«]/g, '');
}

/** The line and column of an offset, both counted from 1, the column in UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
