/** Where texts end that are not simply closed by their quote on the same line. */

const LINE_END = /[\r\n]|$/g;

/** The typographic quotes that may close each opening one. */
const closing: Readonly<Record<string, string>> = {
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '‟': '”"',
  '«': '»"',
  '»': '«"',
  '‘': '’',
  '’': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
  "'": "'’",
};

/** Whether a character may open a text in typographic (or single) quotes. */
export function isQuote(char: string): boolean {
  return closing[char] !== undefined;
}

/** What these quotes are when nothing closes them: single ones are apostrophes more often than not. */
const doubles = '“”„‟«»';

/** The offset of the next line end, or of the end of the text. */
export function endOfLine(text: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}

/**
 * The end of a text in `"""` that begins at `start`; where nothing closes it, its end negated: before the next line that begins with `}`.
 * When `cautious`, such a line ends it even where a later `"""` would close it.
 */
export function endOfBlock(text: string, start: number, cautious: boolean): number {
  const close = text.indexOf('"""', start + 3);
  if (close >= 0 && !cautious) return close + 3;
  const stretch = close < 0 ? text : text.slice(0, close);
  const brace = /[\r\n][ \t]*\}/g;
  brace.lastIndex = start + 3;
  const line = brace.exec(stretch)?.index ?? -1;
  if (line < 0 && close >= 0) return close + 3;
  return -(start + Math.max(text.slice(start, line < 0 ? text.length : line).trimEnd().length, 3));
}

/**
 * The end of a text that begins with `"` and that its line does not close. A typographic quote may close it: then the end is negated.
 * A brace at the end of the line that has no partner within the text belongs to the declaration, and a comment stays one.
 */
export function endOfLineText(text: string, start: number): number {
  const stop = endOfLine(text, start);
  const line = text.slice(start, stop);
  const typographic = /[”»“](?=\s*(?:[,{}:]|$|per\b|of\b|by\b|at\b|for\b|preferred\b))/.exec(line.slice(1));
  if (typographic !== null) return -(start + typographic.index + 2);
  const rest = line.trimEnd();
  const brace = /[{}]$/.test(rest) && !balanced(rest);
  return start + Math.max(brace ? rest.slice(0, -1).trimEnd().length : rest.length, 1);
}

function balanced(line: string): boolean {
  return line.split('{').length === line.split('}').length;
}

/** The end of a text in typographic (or single) quotes that begins at `start`; negated where nothing closes it, 0 where it is no text. */
export function closingQuotes(text: string, start: number): number {
  const open = text.charAt(start);
  const closers = closing[open];
  if (closers === undefined) return 0;
  const nests = !closers.includes(open);
  let inner = 0;
  let first = 0;
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 10 || char === 13) break;
    if (nests && text.charAt(at) === open) inner++;
    if (!closers.includes(text.charAt(at))) continue;
    const apostrophe =
      (text.charAt(at) === '’' || text.charAt(at) === "'") && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
    if (apostrophe) continue;
    if (inner === 0) return at + 1;
    inner--;
    first ||= at + 1;
  }
  // Some that were opened were not closed: then nothing tells which.
  if (first > 0) return first;
  return doubles.includes(open) ? -Math.max(Math.abs(endOfLineText(text, start)), start + 1) : 0;
}
