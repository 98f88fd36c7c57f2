import { ruleOf } from '../language/rules/index.ts';

/** Whether it makes sense to waive a rule: what is not well-formed is mended, and waivers and settings are no facts. */
export function isWaivable(code: string): boolean {
  const category = ruleOf(code)?.category;
  return category !== undefined && category !== 'form' && category !== 'waivers' && category !== 'project';
}
