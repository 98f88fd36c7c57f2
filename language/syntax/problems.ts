import { KIND } from './kinds.ts';
import { isFresh, type Run, type Said, type SyntaxEdit, type SyntaxFix } from './run.ts';

/** What the sentences about syntax errors are made of: quoted tokens, places, fixes. */

/** A stretch of the text as it is quoted in a sentence: its first line, shortened where it is long. */
export function quoted(written: string): string {
  const [line = ''] = written.split(/[\r\n]/, 1);
  const shown = line.length > 40 ? line.slice(0, 40) : line;
  return `\`${shown}${shown === written ? '' : '…'}\``;
}

/** A token as it is quoted in a sentence. */
export function quote(run: Run, index: number): string {
  const { tokens } = run;
  const start = tokens.start(index);
  return quoted(tokens.source.slice(start, Math.min(tokens.end(index), start + 50)));
}

/** A change of the text. */
export function edit(start: number, end: number, newText: string): SyntaxEdit {
  return { start, end, newText };
}

/** A problem on a stretch of tokens, with a fix where one is given. */
export function between(run: Run, first: number, last: number, message: string, fix?: SyntaxFix): Said {
  const problem = {
    start: run.tokens.start(first),
    end: run.tokens.end(last),
    message,
  };
  return fix === undefined ? problem : { ...problem, fix };
}

/** A problem on a token. */
export function on(run: Run, index: number, message: string, fix?: SyntaxFix): Said {
  return between(run, index, index, message, fix);
}

/** A problem at the end of a token, where something is missing. */
export function behind(run: Run, index: number, message: string, fix?: SyntaxFix): Said {
  const at = index < 0 ? 0 : run.tokens.end(index);
  const problem = { start: at, end: at, message };
  return fix === undefined ? problem : { ...problem, fix };
}

/** A fix that puts something behind a token. */
export function insertBehind(run: Run, index: number, newText: string): SyntaxFix {
  const at = run.tokens.end(index);
  return {
    title: `Insert \`${newText.trim()}\``,
    edits: [edit(at, at, newText)],
  };
}

/** A fix that takes a token away. */
export function remove(run: Run, index: number): SyntaxFix {
  const { tokens } = run;
  const [start, end] = [tokens.start(index), tokens.end(index)];
  // Two words that it kept apart are not to become one.
  const parts = tokens.end(index - 1) === start && tokens.start(index + 1) === end;
  return { title: `Remove ${quote(run, index)}`, edits: [edit(start, end, parts ? ' ' : '')] };
}

/** A fix that takes a token away, with the blanks before the next one. */
export function removeBefore(run: Run, index: number): SyntaxFix {
  const { tokens } = run;
  return { title: `Remove ${quote(run, index)}`, edits: [edit(tokens.start(index), tokens.start(index + 1), '')] };
}

/** A fix that puts something in the place of some tokens. */
export function replace(run: Run, first: number, last: number, newText: string): SyntaxFix {
  return {
    title: `Change to \`${newText}\``,
    edits: [edit(run.tokens.start(first), run.tokens.end(last), newText)],
  };
}

/** Whether what should stand at a token is missing at the end of the line, or before the brace, that comes there. */
export function isMissing(run: Run, at: number): boolean {
  const code = run.codes[at] as number;
  return isFresh(code) || code >> 1 === KIND.close || code >> 1 === KIND.open;
}
