import { type Body, bodyOf, declares } from './bodies.ts';
import { END, KIND, kindOf } from './kinds.ts';
import { isNear, mendNegated, misspeltDeclaration } from './misspelt.ts';
import { columnOf, isMisplaced, resync, stray, toBody } from './recover.ts';
import { isFresh, type Parser, type Run } from './run.ts';
import type { BodyStep, Step } from './steps.ts';
import { doubledBrace, missingBrace, openBrace, restOfHeader, strayBrace } from './stray-messages.ts';

const NOT = kindOf('not');

/** No `{` stands there, but what follows belongs into the body. */
const MISSING = -1;
/** The body was closed by a `}` that came too early, and goes on. */
const REOPENED = -2;

type NodeParser = (rule: string, property: string, many: boolean) => Parser;

/** Reads `{ statements }`. An error costs its own statement; a brace that is missing costs none. */
export function body(step: BodyStep, rule: string, nodeParser: NodeParser): Parser {
  const tables = bodyOf(step, rule);
  // By `starters`, which counts from 1: an array that is asked for -1 looks for a property of that name.
  const options = [undefined, ...step.rules.map((name) => nodeParser(name, step.property, true))];
  const inside: Step = {
    is: 'choice',
    options: [
      { is: 'node', rules: step.rules, property: step.property, many: true },
      { is: 'token', token: '}' },
    ],
  };
  return (run) => {
    const outer = run.body;
    const open = opening(run, tables, outer);
    if (open === undefined) {
      if (run.wishes !== undefined) run.wish(step, rule);
      return true;
    }
    run.body = tables;
    if (!tables.nested) run.opened = open;
    new Statements(run, tables, outer, open).read(options, inside);
    run.body = outer;
    return true;
  };
}

/** 1 for the tokens that tell that a statement has no body, not even one without its `{`; none tells that of a declaration. */
export function withoutBody(step: BodyStep, rule: string): Uint8Array {
  const { nested, starters } = bodyOf(step, rule);
  return starters.map((which, code) => (nested && which === 0 && code >> 1 !== KIND.open ? 1 : 0));
}

/** The index of the `{`, MISSING where it is not there though the body is, undefined where there is no body. */
function opening(run: Run, body: Body, outer: Body | undefined): number | undefined {
  const code = run.code();
  if (code >> 1 === KIND.open) return run.pos++;
  if (!body.nested && isRest(code)) return behindHeader(run, body);
  if (!isMine(run, body, outer)) return undefined;
  run.complain(() => missingBrace(run, body));
  return MISSING;
}

/** Whether a statement of the body comes next, though no `{` does. */
function isMine(run: Run, body: Body, outer: Body | undefined): boolean {
  const code = run.code();
  if (body.starters[code] !== 0) return outer === undefined || outer.starters[code] === 0;
  return !body.nested && isFresh(code) && isNear(run, body) && misspeltDeclaration(run) === undefined;
}

/** Whether something stands behind the header of a declaration on its line that begins no other. */
function isRest(code: number): boolean {
  const kind = code >> 1;
  return !isFresh(code) && kind !== KIND.close && declares[code | 1] !== 1;
}

/** What does not belong into a header is reported and skipped. */
function behindHeader(run: Run, body: Body): number | undefined {
  if (body.starters[run.code()] === 0) {
    run.report(() => restOfHeader(run));
    toBody(run, body);
  }
  if (run.code() >> 1 === KIND.open) return run.pos++;
  if (!isMine(run, body, undefined)) return undefined;
  run.complain(() => missingBrace(run, body));
  return MISSING;
}

/** The statements of one body. */
class Statements {
  readonly #run: Run;
  readonly #body: Body;
  readonly #outer: Body | undefined;
  readonly #column: number;
  #open: number;
  /** How many `{` too many there were, and how many of them are open. */
  #again = 0;
  #doubled = 0;

  constructor(run: Run, body: Body, outer: Body | undefined, open: number) {
    this.#run = run;
    this.#body = body;
    this.#outer = outer;
    this.#open = open;
    this.#column = body.nested ? columnOf(run, run.node.$first) : -1;
  }

  read(options: readonly (Parser | undefined)[], inside: Step): void {
    const { starters } = this.#body;
    for (let open = true; open; ) {
      const code = this.#run.code();
      const option = options[starters[code] as number];
      if (option !== undefined) open = this.#statement(option, code);
      else if (code >> 1 === KIND.close) open = this.#close(code);
      else open = this.#other(code, inside);
    }
  }

  /** Reads a statement; false where it belongs to the body around this one. So do the next methods. */
  #statement(option: Parser, code: number): boolean {
    const run = this.#run;
    if (this.#isOutside(code)) return this.#endUnclosed();
    run.muted = run.pos === run.corrected;
    run.statement = run.pos;
    if (code >> 1 === NOT) mendNegated(run);
    if (!option(run)) resync(run, this.#body);
    return true;
  }

  #close(code: number): boolean {
    if (!this.#closes(code)) return this.#endUnclosed();
    this.#run.pos++;
    if (this.#doubled === 0) return this.#goesOn();
    this.#doubled--;
    return true;
  }

  #other(code: number, inside: Step): boolean {
    const run = this.#run;
    if (run.wishes !== undefined) run.wishWithin(inside, this.#body.rule);
    if (this.#isOver(code)) return this.#endUnclosed();
    if (code >> 1 === KIND.open && run.pos === this.#open + 1 + this.#again) this.#openAgain();
    else stray(run, this.#body);
    return true;
  }

  /** `{{` is one brace too many, and so is one of those that close. */
  #openAgain(): void {
    const run = this.#run;
    run.muted = this.#again > 0;
    this.#again++;
    const twice = run.partners().has(run.pos) && run.partners().has(this.#open);
    run.complain(() => doubledBrace(run, twice));
    if (twice) this.#doubled++;
    run.pos++;
  }

  /** Where indentation counts: whether a line is indented no deeper than the statement whose body this is. */
  #isOutside(code: number): boolean {
    const run = this.#run;
    return run.indented && this.#column >= 0 && isFresh(code) && columnOf(run, run.pos) <= this.#column;
  }

  /** Whether the braces of this body and of the declaration all have partners, so that none can be missing. */
  #isBalanced(): boolean {
    const partners = this.#run.partners();
    return partners.has(this.#run.opened) && partners.has(this.#open);
  }

  #closes(code: number): boolean {
    const run = this.#run;
    if (!this.#body.nested || this.#column < 0 || !isFresh(code)) return true;
    if (!run.indented && this.#open !== MISSING) return true;
    return columnOf(run, run.pos) >= this.#column;
  }

  /** Whether a statement of a declaration comes behind its `}`: then that came too early. */
  #goesOn(): boolean {
    const run = this.#run;
    if (this.#body.nested || this.#body.starters[run.code()] === 0) return false;
    run.muted = false;
    run.complain(() => strayBrace(run, run.pos - 1));
    this.#open = REOPENED;
    return true;
  }

  /** Whether this body must have ended before the next token. */
  #isOver(code: number): boolean {
    const run = this.#run;
    if (code === END) return true;
    if (declares[code] === 1) return !isMisplaced(run, this.#body);
    if (!this.#body.nested || this.#outer === undefined || this.#outer.starters[code] === 0) return false;
    if (this.#isBalanced()) return false;
    return !isFresh(code) || this.#column < 0 || columnOf(run, run.pos) <= this.#column;
  }

  /** The body ends without its `}`. Where it has no `{` either that has been said; what is missing may stand in an unclosed comment. */
  #endUnclosed(): false {
    const run = this.#run;
    const { faults, count } = run.tokens;
    if (this.#open < 0) return false;
    for (const node of run.path) node.$broken = true;
    if (run.pos >= count && faults[faults.length - 1]?.is === 'unclosed-comment') return false;
    run.unclosed++;
    run.remark(openBrace(run, this.#open));
    return false;
  }
}
