import type { Fix } from '../../findings.ts';
import type { Declaration, Span } from '../../records/model.ts';

/** What a fix is besides its edit. Absent: a suggestion, and not the best of several. */
interface Worth {
  readonly safe?: boolean;
  readonly preferred?: boolean;
}

/** Writes another text in the place of a stretch of a file. */
export function replace(title: string, uri: string, span: Span, newText: string, worth: Worth = {}): Fix {
  return {
    title,
    safe: worth.safe ?? false,
    preferred: worth.preferred ?? false,
    edits: [{ uri, start: span.start, end: span.end, newText }],
  };
}

/** Takes a stretch of a file away. */
export function remove(title: string, uri: string, span: Span, worth: Worth = {}): Fix {
  return replace(title, uri, span, '', worth);
}

/** Writes a text behind an offset of a file. */
export function insert(title: string, uri: string, offset: number, newText: string, worth: Worth = {}): Fix {
  return replace(title, uri, { start: offset, end: offset }, newText, worth);
}

/** Adds a statement at the beginning of a declaration's body, which it gives it where it has none. */
export function addStatement(title: string, declaration: Declaration, statement: string, worth: Worth = {}): Fix {
  const { uri, body, end } = declaration;
  if (body) return insert(title, uri, body.start + 1, `\n    ${statement}`, worth);
  const header = endOfHeader(declaration);
  // Where statements follow, the brace is missing, and they are read all the same.
  return header < end
    ? insert(title, uri, header, `\n    ${statement}`, worth)
    : insert(title, uri, end, ` {\n    ${statement}\n}`, worth);
}

function endOfHeader(declaration: Declaration): number {
  const kind = declaration.type === 'agreement' ? declaration.kind : undefined;
  const base = declaration.type === 'kind' ? declaration.base : undefined;
  return Math.max(...[declaration.name, declaration.title, kind, base].map((part) => part?.end ?? 0));
}
