import { Continuation } from './follow.ts';
import { END, isKeyword, KIND, kindOf } from './kinds.ts';
import { quotedDate } from './messages.ts';
import { misspeltLast, misspeltNegated, misspeltPart, readAs } from './misspelt.ts';
import { isFresh, type Parser, type Run } from './run.ts';

const DATE = KIND.value * 2;
const NOT = kindOf('not');
/** Marks that end a sentence or a list elsewhere. */
const ENDS = ';,';

/**
 * Reads a date with the fragment `When` in a rule. Words that stand where a date belongs, up to what may follow the date in the rule, are
 * made plain words first (`in March 2015`, `the 16th of September`): so they are one bad date and no syntax error.
 */
export function whenParser(when: Parser, rule: string): Parser {
  let after: Continuation | undefined;
  return (run) => {
    const code = run.code();
    after ??= new Continuation(rule, 'When');
    if ((code | 1) === (DATE | 1) && isAlone(run.codes, run.pos, after.next)) return when(run);
    if (code >> 1 === KIND.text) return quoted(run);
    gather(run, after);
    return when(run);
  };
}

/** Whether no other words follow the date at a token, for which one look is enough; `after` is 1 for what may follow it. */
export function isAlone(codes: Uint16Array, at: number, after: Uint8Array): boolean {
  const next = codes[at + 1] as number;
  if (isFresh(next) || next >> 1 === KIND.close) return true;
  return after[next] === 1 && (codes[at + 2] as number) >> 1 !== KIND.value;
}

/** A text in the place of a date is taken out of the way. */
function quoted(run: Run): boolean {
  run.report(() => quotedDate(run, run.pos));
  run.pos++;
  return true;
}

/** Makes words of everything from here to the end of the line or to what may follow. */
function gather(run: Run, after: Continuation): void {
  const from = run.pos;
  const first = run.code();
  if (isFresh(first) && first >> 1 !== KIND.value) return;
  if (misspeltBehind(run, from, after)) return;
  const words: number[] = [];
  for (let at = from; at === from || !isFresh(run.codes[at] as number); at++) {
    const kind = (run.codes[at] as number) >> 1;
    if (kind === KIND.value || kind === KIND.name) continue;
    if (kind === KIND.open || kind === KIND.close || kind === KIND.text || kind === KIND.inForce) break;
    if (at === from && !isKeyword(kind)) break;
    const datedOnly = at === from + 1 && first >> 1 === KIND.value;
    if (isKeyword(kind) ? goesOn(run, at, after, datedOnly) : endsHere(run, at, after)) break;
    words.push(at);
  }
  for (const word of words) run.change(word, KIND.name);
}

/** Whether the word right behind a date is a misspelt one that goes on with the statement; then it is read as that. */
function misspeltBehind(run: Run, date: number, after: Continuation): boolean {
  const at = date + 1;
  const code = run.codes[at] as number;
  if ((run.codes[date] as number) >> 1 !== KIND.value || code !== KIND.name * 2) return false;
  const words = PARTS.filter((part) => after.next[kindOf(part) * 2] === 1);
  const word = misspeltPart(run, at, words) ?? misspeltLast(run, at);
  if (word === undefined) return false;
  readAs(run, at, word);
  return true;
}

/** What comes behind the date of an event. */
const PARTS = ['in', 'at', 'for', 'by', 'per'];

/** Whether the keyword at `at` goes on with the statement, or begins another, rather than being one of the date's words. */
function goesOn(run: Run, at: number, after: Continuation, datedOnly: boolean): boolean {
  const code = run.codes[at] as number;
  const next = run.codes[at + 1] ?? END;
  if (run.body?.begins(code, next)) return true;
  if (code >> 1 === NOT && misspeltNegated(run, at) !== undefined) return true;
  if (isFresh(next)) return after.next[code] === 1 || (run.body?.starters[code] ?? 0) !== 0;
  if (after.next[code] !== 1) return false;
  const fitting = after.fits(code, next);
  return fitting || (datedOnly && next >> 1 !== KIND.value);
}

/** Whether a comma or another mark is no part of the date's words: nothing of them comes behind it. */
function endsHere(run: Run, at: number, after: Continuation): boolean {
  if (!ENDS.includes(run.tokens.text(at))) return false;
  const next = run.codes[at + 1] ?? END;
  if (isFresh(next)) return true;
  const kind = next >> 1;
  if (kind === KIND.value || kind === KIND.name || kind === KIND.unknown) return false;
  return !isKeyword(kind) || goesOn(run, at + 1, after, false);
}
