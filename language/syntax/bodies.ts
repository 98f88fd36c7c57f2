import { grammar } from '../generated/tables.ts';
import { choiceTable, firstOfRule, ruleNamed, secondOf, tableOf } from './first.ts';
import { CODES, isSoft, KIND, kindOf } from './kinds.ts';
import type { BodyStep } from './steps.ts';

/** What recovery must know of a body: which tokens begin its statements, and what may come second in them. */
export interface Body {
  /** The rule whose body it is: `Agreement`, `Event`. */
  readonly rule: string;
  /** Whether it stands in another body. */
  readonly nested: boolean;
  /** For each code, which of the body's rules it begins (counted from 1), or 0. */
  readonly starters: Uint8Array;
  /** For the code of a starter, a table of what may come after it. */
  readonly seconds: readonly (Uint8Array | undefined)[];
}

/** Makes the tables of a body. */
export function bodyOf(step: BodyStep, rule: string): Body {
  const starters = choiceTable(step.rules.map(firstOfRule));
  const seconds = Array.from(starters, (which, code) => {
    const name = step.rules[which - 1];
    return name === undefined ? undefined : tableOf(secondOf(ruleNamed(name), code));
  });
  return { rule, nested: !Object.values(grammar.declarations).includes(rule), starters, seconds };
}

/** 1 for a declaration's word at the beginning of a line: nothing that is open goes on there. */
export const declares = new Uint8Array(CODES);
for (const word of Object.keys(grammar.declarations)) declares[kindOf(word) * 2 + 1] = 1;

/** 1 for a word at the beginning of a line that begins a statement of some body and stands nowhere within one. */
export const begins = new Uint8Array(CODES);
for (const words of Object.values(grammar.bodies)) {
  for (const word of Object.keys(words)) {
    const kind = kindOf(word);
    if (isSoft(kind) || kind === KIND.inForce) begins[kind * 2 + 1] = 1;
  }
}

/** The rules in whose bodies a word begins a statement, the rules of declarations first. */
export function bodiesWith(word: string): readonly string[] {
  const rules = Object.keys(grammar.bodies).filter((rule) => grammar.bodies[rule]?.[word] !== undefined);
  return rules.filter((rule) => rule !== 'Event' || rules.length === 1);
}
