import { bearerNotParty } from './bearer-not-party.ts';
import { duplicateLocode } from './duplicate-locode.ts';
import { duplicateParty } from './duplicate-party.ts';
import { invalidLocode } from './invalid-locode.ts';
import { invalidPosition } from './invalid-position.ts';
import { locodeJurisdiction } from './locode-jurisdiction.ts';
import { missingParties } from './missing-parties.ts';
import { missingPrecedent } from './missing-precedent.ts';
import { missingProgram } from './missing-program.ts';
import { missingStatement } from './missing-statement.ts';
import { obligationOverdue } from './obligation-overdue.ts';
import { partyCount } from './party-count.ts';
import { partyType } from './party-type.ts';
import { portOutsideParties } from './port-outside-parties.ts';
import { precedentOrder } from './precedent-order.ts';
import { precedentParties } from './precedent-parties.ts';
import { recognitionMismatch } from './recognition-mismatch.ts';
import type { Rule } from './rule.ts';
import { scopeNotParty } from './scope-not-party.ts';
import { undeterminedOrder } from './undetermined-order.ts';
import { unknownRule } from './unknown-rule.ts';
import { unknownSetting } from './unknown-setting.ts';
import { unusedWaiver } from './unused-waiver.ts';

/** Every rule, in the order in which they are listed. Adding one is its file and its line here. */
export const RULES: readonly Rule[] = [
  missingParties,
  partyCount,
  partyType,
  duplicateParty,
  scopeNotParty,
  missingPrecedent,
  precedentOrder,
  undeterminedOrder,
  precedentParties,
  missingProgram,
  recognitionMismatch,
  missingStatement,
  invalidLocode,
  locodeJurisdiction,
  duplicateLocode,
  invalidPosition,
  portOutsideParties,
  bearerNotParty,
  obligationOverdue,
  unknownRule,
  unusedWaiver,
  unknownSetting,
];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of that code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return BY_CODE.get(code);
}
