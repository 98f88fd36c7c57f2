import { type AgreementDate, describeDate, UNKNOWN } from '../../dates/index.ts';
import type { EventWord, Role, Word } from '../../records/model.ts';

/** `A`, `A and B`, `A, B and C`; with another word before the last, as in `A or B`. */
export function inWords(items: readonly string[], joint = 'and'): string {
  if (items.length < 2) return items.join();
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** The first few of many items, and how many more there are: `A, B, C and 4 others`. */
export function someInWords(items: readonly string[], most = 4): string {
  const rest = items.length - most;
  if (rest <= 0) return inWords(items);
  return inWords([...items.slice(0, most), rest === 1 ? '1 other' : `${rest} others`]);
}

/** A date as it was written, with its meaning where that is not plain: `2022-09-16`, `2015 (some day of 2015)`. */
export function dateInWords(date: AgreementDate): string {
  if (date.text === UNKNOWN.text) return describeDate(date);
  return /^\d{4}-\d\d-\d\d$/.test(date.text) ? date.text : `${date.text} (${describeDate(date)})`;
}

const HAPPENED: Readonly<Record<EventWord, string>> = {
  negotiated: 'was negotiated',
  adopted: 'was adopted',
  signed: 'was signed',
  ratified: 'was ratified',
  provisional: 'was applied provisionally from',
  'in force': 'was in force from',
  operational: 'was operational from',
  completed: 'was completed',
  suspended: 'was suspended',
  resumed: 'was resumed',
  expires: 'expired',
  terminated: 'was terminated',
  withdrawn: 'was left',
};

/** What happened and when, after the name of what it happened to: `was signed 2015 (some day of 2015)`. */
export function happened(event: EventWord, date: AgreementDate): string {
  return `${HAPPENED[event]} ${dateInWords(date)}`;
}

/** `the obligation report`: what an obligation is called within a sentence. One whose name was lost is `this obligation`. */
export function obligationName(obligation: { readonly name: Word }): string {
  return obligation.name.name ? `the obligation ${obligation.name.name}` : 'this obligation';
}

/** The text with a capital, as a sentence begins. Not for what begins with a record's name, which keeps its spelling. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const STATEMENTS: Readonly<Record<Role, string>> = {
  kind: 'the header of an agreement',
  base: '`specializes`',
  'demanded-kind': 'a demand `… before …`',
  between: '`between`',
  for: '`for`',
  signatory: '`by "…" of`',
  at: '`at`',
  ports: '`ports`',
  follows: '`follows`',
  amends: '`amends`',
  supersedes: '`supersedes`',
  under: '`under`',
  recognizes: '`recognizes`',
  of: '`of`',
  'part-of': '`part of`',
  succeeds: '`succeeds`',
  'succeeded-by': '`succeeded by`',
  members: '`members`',
  'run-by': '`run by`',
  partners: '`partners`',
  beneficiaries: '`beneficiaries`',
  bearer: 'an obligation',
  toward: '`toward`',
  publisher: '`publisher`',
  cites: '`cites` or `per`',
  'waiver-subject': '`waive … of`',
};

/** The statement in which a name of that role stands, as a sentence names it. */
export function statementOf(role: Role): string {
  return STATEMENTS[role];
}
