import { grammar } from '../generated/tables.ts';
import { countFirst } from '../sorted.ts';
import { type Body, declares } from './bodies.ts';
import { END, KIND } from './kinds.ts';
import type { MutableNode, Step } from './steps.ts';
import type { Tokens } from './tokens.ts';

/** A change of the text, in UTF-16 offsets; `end` is exclusive. */
export interface SyntaxEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A way to mend a problem. */
export interface SyntaxFix {
  readonly title: string;
  readonly edits: readonly SyntaxEdit[];
  /** Whether something else may well be meant: not to be made without being looked at. */
  readonly guess?: boolean;
}

/** What is said to be wrong, and where (UTF-16 offsets, `end` exclusive; both are equal where something is missing). */
export interface Said {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: SyntaxFix;
  /** See {@link SyntaxProblem}; where it is not said, whoever reports it knows. */
  readonly cuts?: boolean;
}

/** A syntax error. */
export interface SyntaxProblem extends Said {
  /** Whether something there could not be read, so that what it stands in may be known only in part; otherwise it was read as it is meant. */
  readonly cuts: boolean;
}

/** A part of the grammar that did not find what it needs, and the rule it stands in. */
export interface Missed {
  readonly step: Step;
  readonly rule: string;
}

/** Reads a part of the text into `run.node`; false where it did not find what it needs (which is then reported). */
export type Parser = (run: Run) => boolean;

/** Says what is wrong where `missed` was expected at the token `at`; `mended` where what comes after it stands there. */
export type Explain = (run: Run, missed: Missed, at: number, mended: boolean) => Said;

/** What may come next at the end of the tokens, for completion. */
export interface Wish extends Missed {
  readonly path: readonly MutableNode[];
}

/** What a run can be put back to. */
export interface Mark {
  readonly pos: number;
  readonly problems: number;
  readonly changes: number;
}

/** One reading of a text: where it is, what it is reading into, and what it found wrong. */
export class Run {
  readonly tokens: Tokens;
  readonly codes: Uint16Array;
  readonly problems: SyntaxProblem[] = [];
  /** The index of the next token. */
  pos: number;
  /** The node that is being read. */
  node: MutableNode;
  /** The nodes around it, the outermost first, itself the last. */
  readonly path: MutableNode[] = [];
  /** The first token of the statement or header that is being read. */
  statement = 0;
  /** The body that is being read. */
  body: Body | undefined;
  /** Whether an error in this statement has been reported: one each. */
  muted = false;
  /** The `{` of the declaration that is being read; -1 where it has none. */
  opened = -1;
  /** The token that was corrected last: its statement has had its problem. */
  corrected = -1;
  /** Whether indentation tells which brace was never closed: only in a declaration that has one. */
  indented = false;
  /** How many braces were found never to be closed. */
  unclosed = 0;
  /** Whether what stands just as the grammar has it may be read without care, not noting what else might have come. */
  readonly quick: boolean;
  /** Everything that might come at the end of the tokens; undefined when nobody asks. */
  readonly wishes: Wish[] | undefined;
  #missed: Missed | undefined;
  #wishesClosed = false;
  #partners: ReadonlyMap<number, number> | undefined;
  readonly #explain: Explain;
  /** Kinds that were corrected: token index and code before, alternating. */
  readonly #changes: number[] = [];

  constructor(
    tokens: Tokens,
    explain: Explain,
    completing?: { readonly from: number; readonly codes: Uint16Array },
    quick = completing === undefined,
  ) {
    this.tokens = tokens;
    this.codes = completing?.codes ?? tokens.codes;
    this.pos = completing?.from ?? 0;
    this.quick = quick;
    this.wishes = completing === undefined ? undefined : [];
    this.#explain = explain;
    const create = grammar.create[grammar.entry];
    if (create === undefined) throw new Error('The grammar has no entry rule.');
    this.node = create(0);
    this.path.push(this.node);
  }

  /** The code of the next token. */
  code(): number {
    return this.codes[this.pos] as number;
  }

  /** Reports that a part is missing, unless an error in this statement was. Always false, for the parser to return. */
  miss(step: Step, rule: string): false {
    this.wish(step, rule);
    if (this.code() === END && this.wishes !== undefined) this.#wishesClosed = true;
    const reported = this.problems.length;
    this.report(() => this.#explain(this, { step, rule }, this.pos, false));
    this.#missed = this.problems.length > reported ? { step, rule } : undefined;
    return false;
  }

  /** Says what was just missed in other words: by default, that only that is missing, since what comes after it stands there. */
  restate(problem?: () => Said): void {
    const missed = this.#missed;
    if (missed === undefined) return;
    this.problems.pop();
    this.#add(problem?.() ?? this.#explain(this, missed, this.pos, true), problem === undefined);
    this.#missed = undefined;
  }

  /** Reports the one problem of this statement, by which something is lost. */
  report(problem: () => Said): void {
    for (const node of this.path) node.$broken = true;
    this.#tell(problem, true);
  }

  /** Reports the one problem of this statement, by which nothing is lost. */
  complain(problem: () => Said): void {
    this.#tell(problem, false);
  }

  /** Reports something that does not keep the statement from being read. */
  remark(problem: Said): void {
    this.#add(problem, false);
  }

  #tell(problem: () => Said, cuts: boolean): void {
    if (this.muted) return;
    this.muted = true;
    if (!this.#followsUnclosedText()) this.#add(problem(), cuts);
  }

  #add(problem: Said, cuts: boolean): void {
    this.problems.push({ cuts, ...problem });
  }

  /** Notes that a part, left out here, might have come. */
  wish(step: Step, rule: string): void {
    if (this.wishes === undefined || this.#wishesClosed || this.code() !== END) return;
    this.wishes.push({ step, rule, path: this.path.slice() });
  }

  /** Notes what may come within a body at the end of the tokens: what is around it cannot. */
  wishWithin(step: Step, rule: string): void {
    this.wish(step, rule);
    if (this.code() === END) this.#wishesClosed = true;
  }

  /** Takes a token for one of another kind from now on. */
  change(index: number, kind: number): void {
    const code = this.codes[index] as number;
    this.#changes.push(index, code);
    this.corrected = index;
    this.codes[index] = kind * 2 + (code & 1);
  }

  /** For each `{` the index of its `}`, where it has one before the next declaration. Made when an error first asks for it. */
  partners(): ReadonlyMap<number, number> {
    this.#partners ??= partnersIn(this.codes);
    return this.#partners;
  }

  mark(): Mark {
    return {
      pos: this.pos,
      problems: this.problems.length,
      changes: this.#changes.length,
    };
  }

  /** Goes back; what was reported since is forgotten. */
  rewind(mark: Mark): void {
    this.pos = mark.pos;
    this.problems.length = mark.problems;
    while (this.#changes.length > mark.changes) {
      const code = this.#changes.pop() as number;
      this.codes[this.#changes.pop() as number] = code;
    }
  }

  /** Whether a text that nothing closes stands in this statement: what is missing may be within it. */
  #followsUnclosedText(): boolean {
    const { faults } = this.tokens;
    if (faults.length === 0) return false;
    const first = countFirst(faults.length, (i) => (faults[i]?.token ?? 0) < this.statement);
    for (let index = first; index < faults.length; index++) {
      const fault = faults[index];
      if (fault === undefined || !this.#isNear(fault.token)) return false;
      if (fault.is === 'unclosed-text') return true;
      if (fault.is === 'unclosed-comment' && this.code() === END) return true;
    }
    return false;
  }

  /** Whether a token stands before the next one or on its line (looking no further than 64 tokens). */
  #isNear(token: number): boolean {
    if (token > this.pos + 64) return false;
    for (let index = this.pos + 1; index <= token; index++) {
      if (((this.codes[index] as number) & 1) === 1 && index < this.tokens.count) return false;
    }
    return true;
  }
}

function partnersIn(codes: Uint16Array): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  let open: number[] = [];
  codes.forEach((code, index) => {
    if (declares[code] === 1) open = [];
    else if (code >> 1 === KIND.open) open.push(index);
    else if (code >> 1 === KIND.close) {
      const partner = open.pop();
      if (partner !== undefined) partners.set(partner, index);
    }
  });
  return partners;
}

/** Whether a token of this code begins its line. */
export function isFresh(code: number): boolean {
  return (code & 1) === 1;
}
