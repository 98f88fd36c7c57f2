import { KIND, wordOfKind } from './kinds.ts';
import type { Tokens } from './tokens.ts';
import { mended } from './torn.ts';
import type { Leaf } from './tree.ts';

/** The name at a token, as it is compared. */
export function nameOf(tokens: Tokens, leaf: Leaf): string {
  return asCompared(tokens.text(leaf));
}

/** A name as it is compared: in NFC, without `^` and what copied text brought along. */
export function asCompared(written: string): string {
  const bare = written.startsWith('^') ? written.slice(1) : written;
  return isAscii(bare) ? bare : mended(bare).normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The keyword that stands there (`signed`, `in force`), also where it is misspelt; a token that is no keyword as it is written. */
export function wordOf(tokens: Tokens, leaf: Leaf): string {
  const kind = tokens.kind(leaf);
  return kind === KIND.name || kind === KIND.value || kind === KIND.text ? nameOf(tokens, leaf) : wordOfKind(kind);
}

/**
 * What a text says: without its quotes, `\"` `\\` `\n` `\t` resolved, in a text of several lines the common indentation removed. A text
 * that nothing closes says what stands up to where it ends; a token that is no text says itself.
 */
export function textValue(tokens: Tokens, leaf: Leaf): string {
  const written = tokens.text(leaf);
  if (tokens.kind(leaf) !== KIND.text) return written;
  if (written.startsWith('"""')) {
    const closed = written.length >= 6 && written.endsWith('"""');
    return withoutIndentation(written.slice(3, closed ? -3 : undefined));
  }
  const unclosed = tokens.faults.length > 0 && tokens.isUnclosed(leaf);
  const inner = written.slice(1, unclosed ? undefined : -1);
  return written.startsWith('"') && inner.includes('\\') ? unescaped(inner) : inner;
}

/** Other escapes stay as they are; the parser has reported them. */
function unescaped(inner: string): string {
  return inner.replace(/\\(["\\nt])/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}

/** A first line that is empty and white space at the end fall away, CRLF is read as LF; the first line's own indentation does not count. */
function withoutIndentation(inner: string): string {
  const lines = inner.split(/\r\n|\n|\r/);
  const [head = '', ...rest] = lines;
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : indents.reduce((least, indent) => Math.min(least, indent));
  const body = rest.map((line) => line.slice(Math.min(common, line.length - line.trimStart().length)));
  const all = head.trim() === '' ? body : [head.trimStart(), ...body];
  return all
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
