import type { Rule } from './rule.ts';

/** Every rule, in the order in which they are listed. Adding one is its file and its line here. */
export const RULES: readonly Rule[] = [];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of that code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return BY_CODE.get(code);
}
