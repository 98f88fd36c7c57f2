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

/** A place in the grammar where the next token does not decide. */
export interface Conflict {
  readonly rule: string;
  readonly step: Step;
  /** The codes of the tokens that leave it open. */
  readonly codes: readonly number[];
}

type Follows = Map<string, Set<number>>;

/** Calls `visit` for each step of a rule with what may follow it there. */
function eachStep(step: Step, after: First, visit: (step: Step, after: First) => void): void {
  visit(step, after);
  if (step.is === 'choice') for (const option of step.options) eachStep(option, after, visit);
  if (step.is === 'optional') eachStep(step.step, after, visit);
  if (step.is === 'repeat') eachStep(step.step, followedBy({ ...firstOf(step.step), empty: true }, after), visit);
  if (step.is === 'sequence') {
    for (const [index, part] of step.steps.entries()) {
      eachStep(part, followedBy(firstOfAll(step.steps.slice(index + 1)), after), visit);
    }
  }
}

function firm(codes: Iterable<number>): First {
  return { firm: new Set(codes), soft: new Set(), empty: false };
}

/** What may follow each rule, within its statement; with `beyond`, also what follows the statement. */
export function followsOf(beyond: boolean): Follows {
  const follows: Follows = new Map(Object.keys(grammar.rules).map((rule) => [rule, new Set<number>()]));
  follows.get(grammar.entry)?.add(END);
  for (let grown = true; grown; ) {
    grown = false;
    const add = (rule: string, codes: Iterable<number>) => {
      const set = follows.get(rule) ?? new Set();
      const before = set.size;
      for (const code of codes) set.add(code);
      if (set.size > before) grown = true;
    };
    for (const rule of Object.keys(grammar.rules)) {
      eachStep(ruleNamed(rule), firm(follows.get(rule) ?? []), (step, after) => {
        if (step.is === 'fragment') add(step.rule, [...after.firm, ...after.soft]);
        if (step.is === 'node') for (const part of step.rules) add(part, [...after.firm, ...after.soft]);
        if (step.is === 'body' && beyond) {
          const next = [...firstOfToken('}').firm, ...step.rules.flatMap((part) => [...firstOfRule(part).firm])];
          for (const part of step.rules) add(part, next);
        }
      });
    }
  }
  return follows;
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number[] {
  return [...a].filter((code) => b.has(code));
}

/** Where the grammar is not LL(1). A keyword goes before a name, so that is no conflict between options; it is one for what may be left out. */
export function conflicts(): Conflict[] {
  const follows = followsOf(true);
  const found: Conflict[] = [];
  for (const rule of Object.keys(grammar.rules)) {
    eachStep(ruleNamed(rule), firm(follows.get(rule) ?? []), (step, after) => {
      const codes = conflictOf(step, after);
      if (codes.length > 0) found.push({ rule, step, codes });
    });
  }
  return found;
}

function conflictOf(step: Step, after: First): number[] {
  if (step.is === 'optional' || step.is === 'repeat') {
    const first = firstOf(step.step);
    return common(new Set([...first.firm, ...first.soft]), after.firm);
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

/** What may come after a fragment in a rule, within the statement. */
export interface Continuation {
  /** 1 for the codes of the tokens that may come next. */
  readonly next: Uint8Array;
  /** For the code of such a token, a table of what may come after it, where the rule itself tells. */
  readonly seconds: ReadonlyMap<number, Uint8Array>;
}

let withinStatements: Follows | undefined;

/** What may come after the fragment `fragment` where `rule` uses it. */
export function continuationOf(rule: string, fragment: string): Continuation {
  withinStatements ??= followsOf(false);
  const next = new Set<number>();
  eachStep(ruleNamed(rule), firm(withinStatements.get(rule) ?? []), (step, after) => {
    if (step.is === 'fragment' && step.rule === fragment) for (const code of after.firm) next.add(code);
  });
  const seconds = new Map<number, Uint8Array>();
  for (const code of next) {
    const second = secondWithin(ruleNamed(rule), code);
    if (second !== undefined) seconds.set(code, second);
  }
  return { next: tableOf({ firm: next, soft: new Set() }), seconds };
}

/** What may come after a token within a rule, wherever it stands there; undefined where it may be the rule's last. */
function secondWithin(rule: Step, code: number): Uint8Array | undefined {
  let found: First | undefined;
  eachStep(rule, { firm: new Set(), soft: new Set(), empty: true }, (step, after) => {
    if (found === undefined && step.is !== 'node' && firstOf(step).firm.has(code))
      found = followedBy(secondOf(step, code), after);
  });
  return found === undefined || found.empty ? undefined : tableOf(found);
}
