import type { AgreementDate } from '../dates/index.ts';
import type { Fix, Related } from '../findings.ts';
import type { Agreement, EventRecord, EventWord } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { areRivals, claims } from '../register/chronology.ts';
import { RECURRENT } from '../register/moments.ts';
import { calledIn } from '../register/sides.ts';
import type { Report, Reporter, Rule } from './rule.ts';
import { citationsOfEvent } from './shared/citing.ts';
import { agreementName } from './shared/clash.ts';
import { type KnownDate, validDate } from './shared/dated.ts';
import { insert, remove } from './shared/fixes.ts';
import { isFor, scopesOf } from './shared/orders.ts';
import { dateInWords, happened, inWords } from './shared/phrases.ts';

/** Sources that contradict each other about one event. */
export const conflictingClaims: Rule = {
  code: 'conflicting-claims',
  category: 'dates',
  severity: 'warning',
  sentence: 'Where sources give different dates for one event, each claim has its source and one is preferred.',
  why: `Two pages about one signature often give two dates, and both belong on record: each with its source, so that a later reader can judge. With none
preferred the date is the span of them all, and whatever is derived from it is as vague; the warning, on the last of the claims, asks for the
judgement. \`preferred\` makes it, and the other claims stay where they are.

A rival claim without a source is an error on each of them: then it is not sources that disagree but the record with itself. So it is where two of
them are preferred. Claims are rivals where they have no day in common; \`2022\` and \`2022-09-16\` agree. What is claimed \`for\` a party is compared
with what else is claimed for it, and \`operational\`, \`suspended\` and \`resumed\` may happen more than once.`,
  basis:
    'Sources do disagree: the customs mutual assistance agreement of the United States with Uzbekistan is dated 13 September 2024 in the Uzbek press and 13 August on another page.',
  mends:
    'Suggestions: to prefer one of the claims, or to withdraw one of two preferences. A missing source only the author can add.',
  rejected: [
    {
      says: 'Two sources, two days, and no judgement.',
      text: `agreement US-UZ-CMAA : CMAA {
    between US and UZ
    signed 2024-09-13 per "https://www.example.org/gazeta"
    »signed 2024-08-13 per "https://www.example.org/hstoday"«
}`,
    },
    {
      says: 'One of the claims comes from nowhere.',
      text: `agreement US-UZ-CMAA : CMAA {
    between US and UZ
    »signed 2024-09-13 per "https://www.example.org/gazeta" preferred«
    »signed 2024-08«
}`,
    },
    {
      says: 'Two of three are preferred.',
      text: `agreement US-NZ-MRA : MRA {
    between US and NZ
    »signed 2007-06 per "https://www.example.org/freight" preferred«
    »signed 2007-07-01 per "https://www.example.org/export" preferred«
    »signed 2008 per "https://www.example.org/list"«
}`,
    },
    {
      says: 'For one party: what holds for both Cambodia and Laos contradicts what holds for Cambodia.',
      text: `agreement Cooperation-2011 : Customs-Cooperation {
    between US, KH and LA
    in force 2012 for KH, LA per "https://www.example.org/depositary"
    »in force 2014 for KH per "https://www.example.org/ministry"«
}`,
    },
  ],
  accepted: [
    {
      says: 'The judgement is on record, and so is the other date.',
      text: `agreement US-UZ-CMAA : CMAA {
    between US and UZ
    signed 2024-09-13 per "https://www.example.org/gazeta" preferred
    signed 2024-08-13 per "https://www.example.org/hstoday"
}`,
    },
    {
      says: 'Claims that share a day agree, with or without a source.',
      text: `agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022 per "https://www.example.org/annual-report"
    signed 2022-09-16
    in force 2022-09-16/2023-06
    in force 2023
}`,
    },
    {
      says: 'Ports become operational one after the other, and a convention enters into force for each party on its own day.',
      text: `port Santos { locode BRSSZ }
port TangerMed { locode MAPTM }
agreement Cooperation-2005 : Customs-Cooperation {
    between US, BR and MA
    in force 2006 for BR
    in force 2008 for MA
    operational 2007 at Santos
    operational 2009 at TangerMed
}`,
    },
  ],
  checks: { agreement: check },
};

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  if (!isToldTwice(agreement)) return;
  const done = new Set<EventRecord>();
  for (const event of new Set(agreement.events.map((e) => e.event))) {
    if (!RECURRENT.includes(event)) checkEvent(agreement, event, ask, done, report);
  }
}

/** Whether something is told more than once: else nothing can disagree. */
function isToldTwice({ events }: Agreement): boolean {
  for (let i = 1; i < events.length; i++) {
    for (let j = 0; j < i; j++) if (events[i]?.event === events[j]?.event) return true;
  }
  return false;
}

function checkEvent(agreement: Agreement, event: EventWord, ask: Ask, done: Set<EventRecord>, report: Reporter): void {
  const all = claims(agreement, event);
  for (const party of all.length > 1 ? scopesOf(all) : []) {
    const group = all.filter((claim) => validDate(claim.when) && isFor(ask, claim, party));
    const rivals = group.filter((claim) => group.some((other) => areRivals([dateOf(claim), dateOf(other)])));
    if (rivals.length === 0) continue;
    const preferred = group.filter((claim) => claim.preferred);
    const fault = faultOf(agreement, rivals, preferred);
    if (fault === undefined && preferred.length === 1) continue;
    const reported = fault === undefined ? rivals.slice(-1) : rivals;
    for (const claim of reported) {
      if (done.has(claim)) continue;
      done.add(claim);
      report(reportOf(agreement, claim, rivals, fault, ask));
    }
  }
}

/** What makes an error of rival claims; undefined where it is sources that disagree. */
function faultOf(
  { isCutShort }: Agreement,
  rivals: readonly EventRecord[],
  preferred: readonly EventRecord[],
): string | undefined {
  // What could not be read may be a source.
  if (!isCutShort && rivals.some((claim) => citationsOfEvent(claim).length === 0)) {
    return 'Each of the claims has to say which source it is from: `per SOURCE`.';
  }
  return preferred.length > 1 ? 'At most one of them can be `preferred`.' : undefined;
}

function dateOf(claim: EventRecord): AgreementDate {
  return (claim.when as KnownDate).date;
}

function reportOf(
  agreement: Agreement,
  claim: EventRecord,
  rivals: readonly EventRecord[],
  fault: string | undefined,
  ask: Ask,
): Report {
  const name = agreementName(agreement);
  const sure = rivals.map(dateOf).filter((date) => !date.doubtful);
  const others = rivals.filter((other) => other !== claim);
  const [first, ...rest] = rivals.map(dateOf) as [AgreementDate, ...AgreementDate[]];
  const dates = inWords([happened(claim.event, first), ...rest.map(dateInWords)], 'or');
  return {
    start: claim.start,
    end: claim.end,
    ...(fault === undefined ? {} : { severity: 'error' as const }),
    doubtful: !areRivals(sure),
    message: `${name} ${dates}: the claims have no day in common. ${fault ?? 'Mark the one you trust as `preferred`; until then its date is the span of them all.'}`,
    subjects: [name, ...claim.parties.flatMap((p) => calledIn(ask, agreement, p.name))],
    related: others.map(
      (other): Related => ({
        ...ask.place(agreement, other),
        message: `${name} ${happened(other.event, dateOf(other))}.`,
      }),
    ),
    fixes: () => fixesOf(agreement, claim, rivals),
  };
}

function fixesOf(agreement: Agreement, claim: EventRecord, rivals: readonly EventRecord[]): readonly Fix[] {
  const preferred = rivals.filter((other) => other.preferred);
  if (preferred.length > 1) {
    return claim.preferred ? [remove('Do not prefer this claim', agreement.uri, claim.preferred)] : [];
  }
  if (preferred.length === 1 || rivals.some((other) => citationsOfEvent(other).length === 0)) return [];
  return rivals.map((other) => insert(`Prefer ${dateOf(other).text}`, agreement.uri, other.end, ' preferred'));
}
