import { bearerNotParty } from './bearer-not-party.ts';
import { conflictingClaims } from './conflicting-claims.ts';
import { cyclicOrder } from './cyclic-order.ts';
import { dateOrder } from './date-order.ts';
import { duplicateLocode } from './duplicate-locode.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateParty } from './duplicate-party.ts';
import { duplicateRecord } from './duplicate-record.ts';
import { eventAfterEnd } from './event-after-end.ts';
import { futureEvent } from './future-event.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidLocode } from './invalid-locode.ts';
import { invalidPosition } from './invalid-position.ts';
import { invalidSource } from './invalid-source.ts';
import { locodeJurisdiction } from './locode-jurisdiction.ts';
import { missingParties } from './missing-parties.ts';
import { missingPrecedent } from './missing-precedent.ts';
import { missingProgram } from './missing-program.ts';
import { missingSource } from './missing-source.ts';
import { missingStatement } from './missing-statement.ts';
import { notYetEstablished } from './not-yet-established.ts';
import { obligationOverdue } from './obligation-overdue.ts';
import { partyCount } from './party-count.ts';
import { partyType } from './party-type.ts';
import { portOutsideParties } from './port-outside-parties.ts';
import { precedentOrder } from './precedent-order.ts';
import { precedentParties } from './precedent-parties.ts';
import { recognitionMismatch } from './recognition-mismatch.ts';
import { repeatedStatement } from './repeated-statement.ts';
import { retroactiveEntry } from './retroactive-entry.ts';
import type { Rule } from './rule.ts';
import { scopeNotParty } from './scope-not-party.ts';
import { sourceBeforeEvent } from './source-before-event.ts';
import { supersededInForce } from './superseded-in-force.ts';
import { supersedesOrder } from './supersedes-order.ts';
import { syntax } from './syntax.ts';
import { undeterminedOrder } from './undetermined-order.ts';
import { unknownRule } from './unknown-rule.ts';
import { unknownSetting } from './unknown-setting.ts';
import { unknownType } from './unknown-type.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unusedDeclaration } from './unused-declaration.ts';
import { unusedWaiver } from './unused-waiver.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule, in the order in which they are listed. Adding one is its file and its line here. */
export const RULES: readonly Rule[] = [
  invalidDate,
  repeatedStatement,
  syntax,
  duplicateName,
  unknownType,
  unresolvedReference,
  unusedDeclaration,
  wrongType,
  conflictingClaims,
  dateOrder,
  eventAfterEnd,
  futureEvent,
  notYetEstablished,
  retroactiveEntry,
  cyclicOrder,
  duplicateRecord,
  supersededInForce,
  supersedesOrder,
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
  invalidSource,
  missingSource,
  sourceBeforeEvent,
  unknownRule,
  unusedWaiver,
  unknownSetting,
];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The codes of all rules. */
export const RULE_CODES: readonly string[] = RULES.map((rule) => rule.code);

/** The rule of that code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return BY_CODE.get(code);
}
