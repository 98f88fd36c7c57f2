import { firstOf, ruleNamed } from './first.ts';
import { either, partNoun, typeNoun } from './nouns.ts';
import type { Missed } from './run.ts';
import type { Step, TokenStep } from './steps.ts';

/** A token that may come first, and the rule (never a fragment's user) in which it stands. */
export interface Opener {
  readonly step: TokenStep;
  readonly rule: string;
}

/** The tokens a step may begin with, each with the rule it stands in. */
export function openers(step: Step, rule: string): Opener[] {
  switch (step.is) {
    case 'token':
      return [{ step, rule }];
    case 'node':
      return step.rules.flatMap((name) => openers(ruleNamed(name), name));
    case 'fragment':
      return openers(ruleNamed(step.rule), step.rule);
    case 'choice':
      return step.options.flatMap((option) => openers(option, rule));
    case 'optional':
    case 'repeat':
      return openers(step.step, rule);
    case 'body':
      return [{ step: { is: 'token', token: '{' }, rule }];
    case 'sequence': {
      const found: Opener[] = [];
      for (const part of step.steps) {
        found.push(...openers(part, rule));
        if (!firstOf(part).empty) break;
      }
      return found;
    }
  }
}

/** The tokens that a step may begin with. */
export function needed(step: Step): readonly TokenStep[] {
  return openers(step, '').map((opener) => opener.step);
}

/** What a part of the grammar wants, in words, and an example (empty where there is none). */
export function expectation(missed: Missed): {
  readonly what: string;
  readonly example: string;
} {
  const found = openers(missed.step, missed.rule);
  for (const { step, rule } of found) {
    const part = step.property === undefined ? undefined : partNoun(rule, step.property);
    if (part !== undefined) return { what: part[0], example: part[1] };
  }
  return {
    what: either([...new Set(found.map(({ step }) => nounOf(step)))]),
    example: '',
  };
}

function nounOf(step: TokenStep): string {
  switch (step.token) {
    case 'NAME':
    case 'WORD':
      return step.type === undefined ? 'a name' : `the name of ${typeNoun(step.type)}`;
    case 'TEXT':
      return 'a text in quotes';
    case 'VALUE':
      return 'a number';
    case 'IN_FORCE':
      return '`in force`';
    default:
      return `\`${step.token}\``;
  }
}
