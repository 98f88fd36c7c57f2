import type { Declaration, Span, TextEdit } from '../language/records/model.ts';
import type { Ask } from '../language/register/ask.ts';
import { isSoft, KIND } from '../language/syntax/kinds.ts';
import { scan } from '../language/syntax/scan.ts';
import type { FileEdit, TextOf } from './context.ts';

/** A name as it is written within a line: with `^` where it would be a word of the statement. */
export function writtenName(name: string): string {
  const tokens = scan(name);
  const kind = tokens.kind(0);
  return tokens.count === 1 && (kind === KIND.name || isSoft(kind)) ? name : `^${name}`;
}

/** `base`, or where it is taken the first of `base-2`, `base-3` … that is not. */
export function freeName(ask: Ask, base: string): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`;
    if (ask.declared(name).length === 0) return name;
  }
}

/**
 * The first words of a text as a name in lower case, no longer than `most` characters: `exchange-information` of “exchange information on
 * members”. Empty where the text has no letters.
 */
export function nameFrom(text: string, most: number): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter(Boolean);
  while (words.length && !/^\p{L}/u.test(words[0] as string)) words.shift();
  let name = '';
  for (const word of words) {
    if (name && name.length + 1 + word.length > most) break;
    name = name ? `${name}-${word}` : word;
  }
  return name.replace(LOOSE_ENDS, '');
}

/** Words with which no name ends. */
const LOOSE_ENDS = /(?:-(?:a|an|and|at|by|for|from|in|of|on|or|the|their|to|with))+$/;

/** The white space before the first word of the line in which an offset lies. */
export function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Writes statements at the end of a record's body, which it gives it where it has none. */
export function appendStatements(
  { text, uri }: TextOf,
  { start, end, body }: Pick<Declaration, 'start' | 'end' | 'body'>,
  statements: readonly string[],
): FileEdit {
  const indent = indentAt(text, start);
  const lines = statements.map((statement) => `\n${indent}    ${statement}`).join('');
  if (!body) return { uri, start: end, end, newText: ` {${lines}\n${indent}}` };
  const isClosed = text[body.end - 1] === '}' && body.end - 1 > body.start;
  const close = isClosed ? body.end - 1 : body.end;
  const last = text.slice(0, close).trimEnd().length;
  return { uri, start: last, end: close, newText: isClosed ? `${lines}\n${indent}` : lines };
}

/** Writes a declaration at the end of a file. */
export function appendDeclaration({ text, uri }: TextOf, declaration: string): FileEdit {
  const gap = text.trim() === '' ? '' : /\n\s*\n$/.test(text) ? '' : /\n$/.test(text) ? '\n' : '\n\n';
  return { uri, start: text.length, end: text.length, newText: `${gap}${declaration}\n` };
}

/** The place of a declaration with the comments right above it and on its last line, in whole lines where nothing else stands on them. */
export function wholeDeclaration({ text, parsed }: TextOf, { start, end }: Span): Span {
  let from = start;
  for (const comment of parsed.tokens.comments.toReversed()) {
    if (comment.end > from || !/^[ \t]*(\r\n|\r|\n)?[ \t]*$/.test(text.slice(comment.end, from))) continue;
    if (/[^\s]/.test(lineBefore(text, comment.start))) break;
    from = comment.start;
  }
  const own = lineBefore(text, from).trim() === '';
  return { start: own ? from - lineBefore(text, from).length : from, end: lineEndBehind(text, parsed, end) };
}

/** Behind the comments and the line end that follow; where a record follows on the same line, right there. */
function lineEndBehind(text: string, { tokens }: TextOf['parsed'], end: number): number {
  let at = end;
  for (const comment of tokens.comments) {
    if (comment.start >= at && /^[ \t]*$/.test(text.slice(at, comment.start))) at = comment.end;
  }
  const rest = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(at));
  return rest ? at + rest[0].length : end;
}

function lineBefore(text: string, offset: number): string {
  return /[^\r\n]*$/.exec(text.slice(0, offset))?.[0] ?? '';
}

/** Whether two changes of a text touch the same characters; insertions at one place do not. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return false;
  return a.start < b.end && b.start < a.end;
}

/** The text with changes made that do not overlap; those at one place in their order. */
export function changed(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.i - b.i);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of sorted) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** The one change that turns a text into another, as small as can be; undefined where they are the same. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start: head, end: before.length - tail, newText: after.slice(head, after.length - tail) };
}
