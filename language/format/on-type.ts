import { grammar } from '../generated/tables.ts';
import type { TextEdit } from '../records/model.ts';
import { KIND, kindOf } from '../syntax/kinds.ts';
import { type Parsed, parse } from '../syntax/parse.ts';
import { type FormatOptions, formatParsed } from './format.ts';

/** Characters after which `formatOnType` has something to say. */
export const ON_TYPE_CHARACTERS: readonly string[] = ['\n', '}'];

/** Tokens after which a statement is sure to go on. */
const unfinished = new Set(
  [...grammar.connectives.filter((word) => !['no', 'preferred', 'yes'].includes(word)), ',', ':'].map(kindOf),
);

/**
 * The edits that follow from typing a character, which stands before `offset`: a line end indents the new line; a `}` goes to the column of
 * what it closes, and what it closes is formatted where it has no errors. Empty for other characters, and within texts and comments.
 */
export function formatOnType(
  text: string,
  offset: number,
  character: string,
  options: FormatOptions = {},
): readonly TextEdit[] {
  return formatParsedOnType(parse(text), offset, character, options);
}

/** As `formatOnType`, for a text that has been read. */
export function formatParsedOnType(
  parsed: Parsed,
  offset: number,
  character: string,
  options: FormatOptions = {},
): readonly TextEdit[] {
  if (isWithin(parsed, offset)) return [];
  if (character === '\n') return indented(parsed, offset, options);
  if (character !== '}') return [];
  const opener = openerOf(parsed, offset);
  if (opener === undefined) return [];
  const result = formatParsed(parsed, { ...options, range: { start: parsed.tokens.start(opener), end: offset } });
  // A line end behind the brace would take the cursor with it.
  const edits = result.ok ? result.edits.filter(({ start }) => start < offset) : [];
  return edits.length > 0 ? edits : indented(parsed, offset - 1, options);
}

/** Whether an offset lies in a text or a comment. */
function isWithin({ tokens }: Parsed, offset: number): boolean {
  const token = tokens.at(offset);
  const inText =
    token >= 0 && tokens.kind(token) === KIND.text && tokens.start(token) < offset && offset < tokens.end(token);
  return inText || tokens.comments.some(({ start, end }) => start < offset && offset < end);
}

/** The edit that brings the line at an offset to its column; none where code stands before the offset on its line. */
function indented({ text, tokens }: Parsed, offset: number, { tabSize = 4 }: FormatOptions): readonly TextEdit[] {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  if (end < offset) return [];
  let next = 0;
  let depth = 0;
  for (; next < tokens.count && tokens.start(next) < end; next++) {
    if (tokens.kind(next) === KIND.open) depth++;
    if (tokens.kind(next) === KIND.close) depth = Math.max(0, depth - 1);
  }
  const closes = next < tokens.count && tokens.start(next) === end && tokens.kind(next) === KIND.close;
  const goesOn = next > 0 && unfinished.has(tokens.kind(next - 1));
  const newText = ' '.repeat(tabSize * Math.max(0, depth + (goesOn ? 1 : 0) - (closes ? 1 : 0)));
  return text.slice(start, end) === newText ? [] : [{ start, end, newText }];
}

/** The first token of the declaration or statement whose body ends at an offset. */
function openerOf({ tokens }: Parsed, offset: number): number | undefined {
  let depth = 0;
  for (let token = tokens.at(offset); token >= 0; token--) {
    if (tokens.kind(token) === KIND.close) depth++;
    if (tokens.kind(token) === KIND.open && --depth === 0) return token;
  }
  return undefined;
}
