import { grammar } from '../generated/tables.ts';
import {
  type First,
  firstOf,
  firstOfAll,
  firstOfRule,
  firstOfToken,
  followedBy,
  ruleNamed,
  secondOf,
  tableOf,
} from './first.ts';
import { END } from './kinds.ts';
import type { Step } from './steps.ts';

/** What may follow a step, asked only where it matters. */
type After = () => First;

const nothing: First = { firm: new Set(), soft: new Set(), empty: true };

/** Calls `visit` for each step of a rule with what may follow it there. */
function eachStep(step: Step, after: After, visit: (step: Step, after: After) => void): void {
  visit(step, after);
  if (step.is === 'choice') for (const option of step.options) eachStep(option, after, visit);
  if (step.is === 'optional') eachStep(step.step, after, visit);
  if (step.is === 'repeat')
    eachStep(step.step, () => followedBy({ ...firstOf(step.step), empty: true }, after()), visit);
  if (step.is === 'sequence') {
    for (const [index, part] of step.steps.entries()) {
      eachStep(part, () => followedBy(firstOfAll(step.steps.slice(index + 1)), after()), visit);
    }
  }
}

function uses(step: Step, rule: string): boolean {
  return (step.is === 'fragment' && step.rule === rule) || (step.is === 'node' && step.rules.includes(rule));
}

/** What may come after a fragment where a rule uses it, within the statement. */
export class Continuation {
  /** 1 for the codes of the tokens that may come next. */
  readonly next: Uint8Array;
  readonly #rule: Step;
  readonly #seconds = new Map<number, Uint8Array | undefined>();

  constructor(rule: string, fragment: string) {
    const next = new Set<number>();
    const whole = ruleNamed(rule);
    eachStep(
      whole,
      () => afterRule(rule),
      (step, after) => {
        if (uses(step, fragment)) for (const code of after().firm) next.add(code);
      },
    );
    this.next = tableOf({ firm: next, soft: new Set() });
    this.#rule = whole;
  }

  /** Whether a token of the code `next` may come after one of the code `code`; true also where the rule itself does not tell. */
  fits(code: number, next: number): boolean {
    if (!this.#seconds.has(code)) this.#seconds.set(code, secondWithin(this.#rule, code));
    return this.#seconds.get(code)?.[next] !== 0;
  }
}

/** What may come after a rule within the statement that it is a part of. */
function afterRule(rule: string): First {
  const firm = new Set<number>();
  for (const user of Object.keys(grammar.rules)) {
    eachStep(
      ruleNamed(user),
      () => afterRule(user),
      (step, after) => {
        if (uses(step, rule)) for (const code of after().firm) firm.add(code);
      },
    );
  }
  return { firm, soft: new Set(), empty: true };
}

/** What may come after a token within a rule, wherever it stands there; undefined where it may be the rule's last. */
function secondWithin(rule: Step, code: number): Uint8Array | undefined {
  let found: First | undefined;
  eachStep(
    rule,
    () => nothing,
    (step, after) => {
      if (found !== undefined || step.is === 'node' || !firstOf(step).firm.has(code)) return;
      found = followedBy(secondOf(step, code), after());
    },
  );
  return found === undefined || found.empty ? undefined : tableOf(found);
}

/** A place in the grammar where the next token does not decide. */
export interface Conflict {
  readonly rule: string;
  readonly step: Step;
  /** The codes of the tokens that leave it open. */
  readonly codes: readonly number[];
}

/** What may follow each rule anywhere, also what follows a statement. */
function followsOf(): ReadonlyMap<string, Set<number>> {
  const follows = new Map(Object.keys(grammar.rules).map((rule) => [rule, new Set<number>()]));
  follows.get(grammar.entry)?.add(END);
  const add = (rule: string, codes: Iterable<number>): boolean => {
    const set = follows.get(rule) ?? new Set();
    const before = set.size;
    for (const code of codes) set.add(code);
    return set.size > before;
  };
  for (let grown = true; grown; ) {
    grown = false;
    for (const [rule, own] of follows) {
      eachStep(
        ruleNamed(rule),
        () => firm(own),
        (step, after) => {
          for (const [part, codes] of handedOn(step, after)) grown = add(part, codes) || grown;
        },
      );
    }
  }
  return follows;
}

/** The rules that a step uses, each with what comes after it there. */
function handedOn(step: Step, after: After): [rule: string, codes: Iterable<number>][] {
  if (step.is === 'body') {
    const next = [...firstOfToken('}').firm, ...step.rules.flatMap((part) => [...firstOfRule(part).firm])];
    return step.rules.map((part) => [part, next]);
  }
  if (step.is !== 'fragment' && step.is !== 'node') return [];
  const { firm: codes, soft } = after();
  const parts = step.is === 'fragment' ? [step.rule] : step.rules;
  return parts.map((part) => [part, [...codes, ...soft]]);
}

function firm(codes: Iterable<number>): First {
  return { firm: new Set(codes), soft: new Set(), empty: false };
}

/**
 * Where the grammar is not LL(1). A keyword goes before a name, so that is no conflict between options; it is one for what may be left out.
 */
export function conflicts(): Conflict[] {
  const found: Conflict[] = [];
  for (const [rule, own] of followsOf()) {
    eachStep(
      ruleNamed(rule),
      () => firm(own),
      (step, after) => {
        const codes = conflictOf(step, after);
        if (codes.length > 0) found.push({ rule, step, codes });
      },
    );
  }
  return found;
}

function conflictOf(step: Step, after: After): number[] {
  if (step.is === 'optional' || step.is === 'repeat') {
    const first = firstOf(step.step);
    return common(new Set([...first.firm, ...first.soft]), after().firm);
  }
  const options = step.is === 'choice' ? step.options.map(firstOf) : optionsOfNode(step);
  return options.flatMap((option, index) =>
    options
      .slice(index + 1)
      .flatMap((other) => [...common(option.firm, other.firm), ...common(option.soft, other.soft)]),
  );
}

function optionsOfNode(step: Step): First[] {
  return step.is === 'node' || step.is === 'body' ? step.rules.map(firstOfRule) : [];
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number[] {
  return [...a].filter((code) => b.has(code));
}
