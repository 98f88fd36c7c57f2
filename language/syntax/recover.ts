import { type Body, begins, declares } from './bodies.ts';
import { END, KIND, kindOf } from './kinds.ts';
import { misspelt, misspeltForce } from './misspelt.ts';
import { isFresh, type Run } from './run.ts';
import { strayInBody } from './stray-messages.ts';

const AND = kindOf('and');

/** The column (UTF-16 units from 0) of a token that begins its line; -1 for one that does not. */
export function columnOf(run: Run, index: number): number {
  const { tokens } = run;
  if (!tokens.beginsLine(index)) return -1;
  const start = tokens.start(index);
  let at = start;
  while (at > 0 && tokens.source.charCodeAt(at - 1) !== 10 && tokens.source.charCodeAt(at - 1) !== 13) at--;
  return start - at;
}

/** Whether a statement begins at the next token, as far as one can tell after an error. */
export function beginsStatement(run: Run, body: Body): boolean {
  const code = run.code();
  const mine = body.starters[code] !== 0;
  if (isFresh(code)) {
    if (mine || begins[code] === 1 || misspeltForce(run, body) !== undefined) return true;
    return code >> 1 === KIND.name && !continues(run);
  }
  return mine && !continues(run) && body.begins(code, run.codes[run.pos + 1] as number);
}

/** Whether the list before the next token goes on. */
function continues(run: Run): boolean {
  const before = (run.codes[run.pos - 1] ?? END) >> 1;
  return before === KIND.comma || before === AND;
}

/** Skips what is left of a statement (at least `least` tokens): up to the next statement, the end of its body, or a declaration. */
function skip(run: Run, body: Body, least: number): void {
  const from = run.pos;
  for (;;) {
    const code = run.code();
    const skipped = run.pos - from;
    if (code === END || (skipped >= least && declares[code] === 1)) return;
    if (skipped >= least && (code >> 1 === KIND.close || beginsStatement(run, body))) return;
    run.pos = (code >> 1 === KIND.open ? endOfBraces(run, from) : run.pos) + 1;
  }
}

/** The `}` of the `{` at the next token; the `{` itself where it has none. Where indentation counts, one further left is not its own. */
function endOfBraces(run: Run, statement: number): number {
  const partner = run.partners().get(run.pos);
  if (partner === undefined) return run.pos;
  const column = run.indented ? columnOf(run, partner) : -1;
  return column >= 0 && column < columnOf(run, statement) ? run.pos : partner;
}

/** Goes on with the next statement after one that broke off. */
export function resync(run: Run, body: Body): void {
  skip(run, body, 0);
}

/** Goes to the `{` of a rule whose header broke off; false where another statement or declaration comes before. */
export function toBody(run: Run, body: Body): boolean {
  const outer = run.body ?? body;
  for (;;) {
    const code = run.code();
    if (code >> 1 === KIND.open) return true;
    if (code === END || code >> 1 === KIND.close || declares[code] === 1) return false;
    if (beginsStatement(run, body) || beginsStatement(run, outer)) return false;
    run.pos++;
  }
}

/** Reports a token that begins no statement of the body, and skips what belongs to it; or reads it as the word that was meant. */
export function stray(run: Run, body: Body): void {
  run.muted = false;
  run.statement = run.pos;
  const meant = misspelt(run, body);
  if (meant !== undefined) {
    run.remark(meant.problem);
    run.pos = meant.at;
    run.change(meant.at, meant.kind);
    return;
  }
  if (isTold(run)) {
    skip(run, body, 1);
    return;
  }
  if (isIdleMark(run, body)) {
    run.complain(() => strayInBody(run, body));
    run.pos++;
    return;
  }
  run.report(() => strayInBody(run, body));
  skip(run, body, 1);
}

/** Whether it was just said where the next token belongs. */
function isTold({ tokens, pos, problems }: Run): boolean {
  const last = problems.at(-1);
  return last !== undefined && last.start === tokens.start(pos) && last.end === tokens.end(pos);
}

/** Whether the next token is a comma or another mark behind a statement, with nothing of that statement behind it. */
function isIdleMark(run: Run, body: Body): boolean {
  const code = run.code();
  const kind = code >> 1;
  if (kind !== KIND.comma && kind !== KIND.unknown) return false;
  const next = run.codes[run.pos + 1] as number;
  // A bullet.
  if (isFresh(code)) return !isFresh(next) && body.starters[next] !== 0;
  return isFresh(next) || next >> 1 === KIND.close || body.starters[next] !== 0;
}

/**
 * Whether the declaration at the next token stands within the body, rather than behind one that was never closed: it is indented deeper
 * than the declaration around it, and the body goes on behind it.
 */
export function isMisplaced(run: Run, body: Body): boolean {
  const declaration = run.path[1];
  if (declaration === undefined || columnOf(run, run.pos) <= Math.max(columnOf(run, declaration.$first), 0))
    return false;
  let at = run.pos + 1;
  while (!isFresh(run.codes[at] as number)) {
    const kind = (run.codes[at] as number) >> 1;
    const partner = run.partners().get(at);
    if (kind === KIND.close || (kind === KIND.open && partner === undefined)) return false;
    at = (partner ?? at) + 1;
  }
  const next = run.codes[at] as number;
  return (
    next >> 1 === KIND.close ||
    body.starters[next] !== 0 ||
    (declares[next] === 1 && columnOf(run, at) === columnOf(run, run.pos))
  );
}
