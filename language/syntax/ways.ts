import { firstOf, firstOfAll, tableOf } from './first.ts';
import { CODES, isKeyword, isSoft, KIND, kindOf } from './kinds.ts';
import { needlessMark, wordAsName } from './messages.ts';
import { columnOf } from './recover.ts';
import { isFresh, type Run } from './run.ts';
import type { Step } from './steps.ts';

/** How a sequence goes on where one of its parts did not find what it needs. */

/** The part is left out: what comes after it stands there. */
export const ON = 0;
/** The part is read again: something before it was passed over. */
export const AGAIN = 1;
/** The sequence breaks off. */
export const BROKEN = 2;

/** What a part of a sequence begins with, what comes after it, and whether it is a keyword or a mark that only joins the other parts. */
export interface Ways {
  readonly first: Uint8Array;
  readonly next: Uint8Array;
  readonly joins: boolean;
}

/** More words are not passed over: then the rest of the statement is lost. */
const MOST = 16;

const AND = kindOf('and');

const passable = new Uint8Array(CODES);
for (let code = 0; code < CODES; code += 2) {
  const kind = code >> 1;
  const isMark = kind === KIND.unknown || kind === KIND.comma || kind === kindOf(':');
  passable[code] = isMark || kind === KIND.name || kind === KIND.text || kind === KIND.value || isSoft(kind) ? 1 : 0;
}

/** The ways on from a part, before the rest of its sequence. */
export function waysOn(part: Step, rest: readonly Step[]): Ways {
  return {
    first: tableOf(firstOf(part)),
    next: tableOf(firstOfAll(rest)),
    joins: part.is === 'token' && part.property === undefined,
  };
}

/** Decides how to go on, and passes over what is in the way. `missing` says that the part has taken nothing. */
export function goOn(run: Run, ways: Ways, missing: boolean): typeof ON | typeof AGAIN | typeof BROKEN {
  if (missing && ways.joins && passOver(run, ways.first)) return AGAIN;
  if (ways.next[run.code()] === 1) {
    if (missing) run.restate();
    return ON;
  }
  if (missing && isNeedless(run) && ways.first[run.codes[run.pos + 1] as number] === 1) {
    run.restate(() => needlessMark(run, run.pos));
    run.pos++;
    return AGAIN;
  }
  if (missing && ways.first[KIND.name * 2 + 1] === 1 && isMeantAsName(run)) {
    run.restate(() => wordAsName(run, run.pos));
    run.change(run.pos, KIND.name);
    return AGAIN;
  }
  if (!passOver(run, ways.next)) return BROKEN;
  // Behind words that were passed over, a word of the statement tells for sure where it goes on: what is wrong there is an error of its own.
  const kind = run.code() >> 1;
  if (isKeyword(kind) && kind !== AND) run.muted = false;
  return ON;
}

/** Whether a keyword that begins its line goes on with a list: it is indented deeper than its statement, and another name may follow. */
function isMeantAsName(run: Run): boolean {
  const code = run.code();
  const next = run.codes[run.pos + 1] as number;
  if (!isFresh(code) || !isKeyword(code >> 1) || run.body?.begins(code, next)) return false;
  const goesOn = isFresh(next) || next >> 1 === KIND.comma || next >> 1 === AND;
  return goesOn && columnOf(run, run.pos) > Math.max(columnOf(run, run.statement), 0);
}

function isNeedless(run: Run): boolean {
  const code = run.code();
  return !isFresh(code) && (code >> 1 === KIND.unknown || code >> 1 === kindOf(':'));
}

/** Whether another statement of the body begins at a token. */
function startsAnother(run: Run, at: number): boolean {
  return run.body?.begins(run.codes[at] as number, run.codes[at + 1] as number) === true;
}

/** Passes over words of the line up to one that the table accepts; passes nothing and gives false where none comes. */
export function passOver(run: Run, accepts: Uint8Array): boolean {
  for (let at = run.pos; at < run.pos + MOST; at++) {
    const code = run.codes[at] as number;
    if (accepts[code] === 1) {
      run.pos = at;
      return true;
    }
    if (passable[code] !== 1 || startsAnother(run, at)) return false;
  }
  return false;
}
