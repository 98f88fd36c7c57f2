import { grammar } from '../generated/tables.ts';
import { CODES, isSoft, KIND, kindOf } from './kinds.ts';
import type { Step } from './steps.ts';

/**
 * What a step may begin with, as sets of token codes. `firm` are the tokens that it names itself; `soft` are keywords that it would take
 * for a name: where both are possible the keyword is meant.
 */
export interface First {
  readonly firm: ReadonlySet<number>;
  readonly soft: ReadonlySet<number>;
  /** Whether the step may take nothing. */
  readonly empty: boolean;
}

const none: First = { firm: new Set(), soft: new Set(), empty: true };
const softNames: ReadonlySet<number> = new Set(grammar.kinds.flatMap((_, kind) => (isSoft(kind) ? [kind * 2] : [])));

/** What one token step takes: `NAME` is any name and any soft keyword within a line, `WORD` a name within a line. */
export function firstOfToken(token: string): First {
  if (token === 'WORD') return { firm: new Set([KIND.name * 2]), soft: new Set(), empty: false };
  const kind = kindOf(token);
  const soft = kind === KIND.name ? softNames : new Set<number>();
  return { firm: new Set([kind * 2, kind * 2 + 1]), soft, empty: false };
}

function either(parts: readonly First[]): First {
  return {
    firm: new Set(parts.flatMap((part) => [...part.firm])),
    soft: new Set(parts.flatMap((part) => [...part.soft])),
    empty: parts.some((part) => part.empty),
  };
}

/** What two steps in a row begin with. */
export function followedBy(first: First, next: First): First {
  if (!first.empty) return first;
  return { ...either([first, next]), empty: next.empty };
}

/** What these steps, one after the other, begin with. */
export function firstOfAll(steps: readonly Step[]): First {
  return steps.reduceRight((next, step) => followedBy(firstOf(step), next), none);
}

/** What a rule of the grammar begins with. */
export function firstOfRule(name: string): First {
  return firstOf(ruleNamed(name));
}

/** The steps of a rule. Throws where the grammar has no such rule. */
export function ruleNamed(name: string): Step {
  const step = grammar.rules[name];
  if (step === undefined) throw new Error(`The grammar has no rule ${name}.`);
  return step;
}

const ofSteps = new WeakMap<Step, First>();

/** What a step begins with. */
export function firstOf(step: Step): First {
  const known = ofSteps.get(step);
  if (known !== undefined) return known;
  const first = findFirst(step);
  ofSteps.set(step, first);
  return first;
}

function findFirst(step: Step): First {
  switch (step.is) {
    case 'token':
      return firstOfToken(step.token);
    case 'node':
      return either(step.rules.map(firstOfRule));
    case 'fragment':
      return firstOfRule(step.rule);
    case 'choice':
      return either(step.options.map(firstOf));
    case 'sequence':
      return firstOfAll(step.steps);
    case 'optional':
    case 'repeat':
      return { ...firstOf(step.step), empty: true };
    case 'body':
      return { ...firstOfToken('{'), empty: true };
  }
}

/** What may come after the first token of a step, when that token has this code. */
export function secondOf(step: Step, code: number): First {
  const rests = restsAfter(step, code);
  return rests.length === 0 ? none : either(rests);
}

function takes(step: Step, code: number): boolean {
  return firstOf(step).firm.has(code);
}

function restsAfter(step: Step, code: number): First[] {
  if (!takes(step, code)) return [];
  switch (step.is) {
    case 'token':
      return [none];
    case 'node':
      return step.rules.flatMap((rule) => restsAfter(ruleNamed(rule), code));
    case 'fragment':
      return restsAfter(ruleNamed(step.rule), code);
    case 'choice':
      return step.options.flatMap((option) => restsAfter(option, code));
    case 'optional':
      return restsAfter(step.step, code);
    case 'repeat':
      return restsAfter(step.step, code).map((rest) => followedBy(rest, firstOf(step)));
    case 'body':
      return [none];
    case 'sequence': {
      const at = step.steps.findIndex((part) => takes(part, code));
      const part = step.steps[at];
      if (part === undefined) return [];
      const after = firstOfAll(step.steps.slice(at + 1));
      return restsAfter(part, code).map((rest) => followedBy(rest, after));
    }
  }
}

/** A table over all codes that is 1 for the codes of the set. */
export function tableOf(first: Pick<First, 'firm' | 'soft'>): Uint8Array {
  const table = new Uint8Array(CODES);
  for (const code of first.soft) table[code] = 1;
  for (const code of first.firm) table[code] = 1;
  return table;
}

/** A table that tells which of several (counted from 1) begins with a code; 0 where none does. A keyword goes before a name. */
export function choiceTable(firsts: readonly First[]): Uint8Array {
  const table = new Uint8Array(CODES);
  firsts.forEach((first, index) => {
    for (const code of first.soft) if (table[code] === 0) table[code] = index + 1;
  });
  firsts.forEach((first, index) => {
    for (const code of first.firm) table[code] = index + 1;
  });
  return table;
}
