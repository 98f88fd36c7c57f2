import { grammar } from '../generated/tables.ts';
import { choiceTable, firstOfRule, ruleNamed, secondOf, tableOf } from './first.ts';
import { CODES, isSoft, KIND, kindOf } from './kinds.ts';
import type { BodyStep } from './steps.ts';

/** What recovery must know of a body: which tokens begin its statements, and what may come second in them. */
export class Body {
  /** The rule whose body it is: `Agreement`, `Event`. */
  readonly rule: string;
  /** Whether it stands in another body. */
  readonly nested: boolean;
  /** For each code, which of the body's rules it begins (counted from 1), or 0. */
  readonly starters: Uint8Array;
  readonly #rules: readonly string[];
  readonly #seconds = new Map<number, Uint8Array>();

  constructor(step: BodyStep, rule: string) {
    this.rule = rule;
    this.nested = !Object.values(grammar.declarations).includes(rule);
    this.starters = choiceTable(step.rules.map(firstOfRule));
    this.#rules = step.rules;
  }

  /** Whether a token of one code, followed by one of another, begins a statement of the body. */
  begins(code: number, next: number): boolean {
    const rule = this.#rules[(this.starters[code] as number) - 1];
    if (rule === undefined) return false;
    let second = this.#seconds.get(code);
    if (second === undefined) {
      second = tableOf(secondOf(ruleNamed(rule), code));
      this.#seconds.set(code, second);
    }
    return second[next] === 1;
  }
}

const bodies = new Map<string, Body>();

/** The body of a rule; made once. */
export function bodyOf(step: BodyStep, rule: string): Body {
  const known = bodies.get(rule);
  if (known !== undefined) return known;
  const body = new Body(step, rule);
  bodies.set(rule, body);
  return body;
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
