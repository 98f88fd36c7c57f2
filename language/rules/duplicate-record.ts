import { overlap } from '../dates/index.ts';
import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { type Dating, dating, restsOnDoubt } from '../register/chronology.ts';
import { isDoubled, isSame } from '../register/known.ts';
import { atoms, type Side, sideName, sidesOf } from '../register/sides.ts';
import type { Reporter, Rule } from './rule.ts';
import { MOST_PAIRS, relatedEvent } from './shared/clash.ts';
import { happened, someInWords } from './shared/phrases.ts';

/** One agreement that was recorded twice. */
export const duplicateRecord: Rule = {
  code: 'duplicate-record',
  category: 'order',
  severity: 'warning',
  sentence: 'An agreement is recorded once.',
  why: `The same agreement is announced by both of its parties, listed by a third, and called an arrangement here and an agreement there. Two records
of it count it twice, and each knows only half of what is known. Two agreements of one kind between the same sides whose signatures may fall on
one day are most often one: then the claims of both belong into one record, each with its source.

Where they are two, one of them usually supersedes or amends the other, and the record should say so; else a waiver says why both are right.
Which of its agencies signed does not matter: the sides are the jurisdictions they act for. A signature that is not bounded on both ends says
too little, and nothing is reported. Of very many that are alike, each is told apart from ten.`,
  basis:
    'One agreement may be found on several pages, under titles that differ. CBP counts its customs mutual assistance agreements in its releases (the 69th, the 70th, the 82nd), and a record too many shows in the count.',
  rejected: [
    {
      says: 'One arrangement, recorded from the releases of both sides.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
agreement »US-BR-MRA« : MRA "Mutual Recognition Arrangement" {
    between CBP and RFB
    signed 2022-09-16
}
agreement »BR-US-AEO« : MRA "Acordo de Reconhecimento Mútuo" {
    between BR and US
    signed 2022-09
}`,
    },
    {
      says: 'In two files, known to the year.',
      text: `--- list.agreement
agreement »Uruguay-2014« : CMAA { between US and UY signed 2014 }
--- release.agreement
agreement »US-UY-CMAA« : CMAA { between US and UY signed 2013-11-22/2014-05 }`,
    },
  ],
  accepted: [
    {
      says: 'One record with both names and both sources.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
agreement US-BR-MRA : MRA "Mutual Recognition Arrangement" {
    name pt "Acordo de Reconhecimento Mútuo"
    between CBP and RFB
    signed 2022-09-16 per "https://www.example.org/cbp"
    signed 2022-09 per "https://www.example.org/rfb"
}`,
    },
    {
      says: 'Two agreements of one year, of which the later amends the earlier.',
      text: `agreement US-UY-CMAA : CMAA { between US and UY signed 2014 }
agreement US-UY-Protocol : CMAA { between US and UY signed 2014-11 amends US-UY-CMAA }`,
    },
    {
      says: 'Other sides, another kind, another day, or a signature without bounds.',
      text: `agreement US-UY-CMAA : CMAA { between US and UY signed 2014 }
agreement US-CL-CMAA : CMAA { between US and CL signed 2014 }
agreement US-UY-Training : Training { between US and UY signed 2014 }
agreement US-UY-Update : CMAA { between US and UY signed 2019 }
agreement US-UY-Old : CMAA { between US and UY signed ../2014 }`,
    },
  ],
  checks: { agreement: check },
};

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  const kind = agreement.kind?.name;
  const sides = kind === undefined ? undefined : sidesOf(ask, agreement);
  const first = sides?.[0];
  const second = sides?.[1];
  if (kind === undefined || !sides || !first || !second) return;
  const between = [kind, atoms(first)[0] as string, atoms(second)[0] as string] as const;
  if (!ask.hasSeveralBetween(...between)) return;
  const signed = bounded(agreement);
  if (!signed || !ask.kind(kind) || isDoubled(ask, agreement)) return;
  let pairs = 0;
  for (const other of ask.agreementsBetween(...between)) {
    const its = isSame(other, agreement) ? undefined : bounded(other);
    if (!its || !overlap(its.date, signed.date) || areLinked(agreement, other)) continue;
    if (isDoubled(ask, other) || !areSame(sides, sidesOf(ask, other))) continue;
    reportPair({ agreement, other, sides, kind, signed, its }, ask, report);
    if (++pairs === MOST_PAIRS) return;
  }
}

/** The signature, where it is known to lie between two days. */
function bounded(agreement: Agreement): Dating | undefined {
  const signed = dating(agreement, 'signed');
  return signed && Number.isFinite(signed.date.min) && Number.isFinite(signed.date.max) ? signed : undefined;
}

function areLinked(a: Agreement, b: Agreement): boolean {
  return names(a, b) || names(b, a);
}

function names(a: Agreement, b: Agreement): boolean {
  return [...a.supersedes, ...a.amends].some((list) => list.names.some((n) => n.name === b.name.name));
}

function areSame(sides: readonly Side[], others: readonly Side[] | undefined): boolean {
  if (sides.length !== others?.length) return false;
  const keys = new Set(others.map((side) => side.key));
  return sides.every((side) => keys.has(side.key));
}

interface Pair {
  readonly agreement: Agreement;
  readonly other: Agreement;
  readonly sides: readonly Side[];
  readonly kind: string;
  readonly signed: Dating;
  readonly its: Dating;
}

function reportPair({ agreement, other, sides, kind, signed, its }: Pair, ask: Ask, report: Reporter): void {
  const [name, otherName] = [agreement.name.name || 'This agreement', other.name.name || 'another agreement'];
  report({
    start: agreement.name.start,
    end: agreement.name.end,
    doubtful: restsOnDoubt(signed, its, overlap),
    message: `${name} ${happened('signed', signed.date)} and ${otherName} ${happened('signed', its.date)}: both are of kind ${kind}, between ${someInWords(sides.map(sideName))}. If they are one, keep one record with both sources; else say which \`supersedes\` or \`amends\` the other.`,
    subjects: [otherName, name],
    also: [other],
    related: [
      { ...ask.place(other), message: `${otherName}, of the same kind and sides.` },
      relatedEvent(ask, other, 'signed', its),
    ],
  });
}
