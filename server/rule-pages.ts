import { RULES } from '../language/rules/index.ts';
import { pageOf } from '../language/rules/page.ts';
import { rulePage } from './protocol.ts';

/** The page of a rule at its address; undefined where there is none. */
export function rulePageText(uri: string): string | undefined {
  const rule = RULES.find(({ code }) => rulePage(code) === uri);
  return rule && pageOf(rule);
}
