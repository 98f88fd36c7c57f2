import type { Declaration, Span } from '../language/records/model.ts';
import { waiversIn } from '../language/records/waivers.ts';
import { ruleOf } from '../language/rules/index.ts';
import type { Namespace } from './names.ts';

/** Whether it makes sense to waive a rule: what is not well-formed is mended, and waivers and settings are no facts. */
export function isWaivable(code: string): boolean {
  const category = ruleOf(code)?.category;
  return category !== undefined && category !== 'form' && category !== 'waivers' && category !== 'project';
}

/** Rules whose findings are about a kind first. */
const OF_KINDS: ReadonlySet<string> = new Set(['missing-precedent', 'missing-statement']);
/** Rules whose findings may be about a kind as well as about another record. */
const OF_EITHER: ReadonlySet<string> = new Set([
  'cyclic-order',
  'duplicate-name',
  'precedent-order',
  'precedent-parties',
  'undetermined-order',
  'unresolved-reference',
]);

/** Whether a waiver's subject can only be a kind, or a word for what a kind demands, by the waiver's rule. */
export function isAboutKinds(declaration: Declaration, subject: Span): boolean {
  return OF_KINDS.has(codeOf(declaration, subject));
}

/** Whether a waiver's subject is a kind or another record, where both have its name: its rule tells. Undefined where either may be meant. */
export function meantBy(declaration: Declaration, subject: Span): Namespace | undefined {
  const code = codeOf(declaration, subject);
  if (!ruleOf(code) || OF_EITHER.has(code)) return undefined;
  return OF_KINDS.has(code) ? 'kinds' : 'names';
}

const codes = new WeakMap<Declaration, ReadonlyMap<number | undefined, string>>();

/** The rule of the waiver that has a subject; empty for none. */
function codeOf(declaration: Declaration, subject: Span): string {
  const known =
    codes.get(declaration) ?? new Map(waiversIn(declaration).map((one) => [one.subject?.start, one.rule.name]));
  codes.set(declaration, known);
  return known.get(subject.start) ?? '';
}
