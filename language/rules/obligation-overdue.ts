import { type AgreementDate, after, type DayUnit, inUnits, isoDay } from '../dates/index.ts';
import type { Agreement, Obligation, Program } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { type Dating, firstClaim, restsOnDoubt } from '../register/chronology.ts';
import { atomsOf, calledIn } from '../register/sides.ts';
import { countedFrom, obligationStatus } from '../status/index.ts';
import type { Report, Rule } from './rule.ts';
import { dateInWords, happened, inWords } from './shared/phrases.ts';

/** An obligation whose day has passed. */
export const obligationOverdue: Rule = {
  code: 'obligation-overdue',
  category: 'obligations',
  severity: 'warning',
  sentence: 'What was due by the as-of day has been fulfilled, or breached.',
  why: `Undertakings with a day are the part of an agreement that can be followed up. When the day has passed and nothing is recorded,
either the record is behind (then the source that tells of the fulfilment is missing), or the party is.

An obligation with a condition (\`if\`), one that recurs (\`every\`), one that only \`may\` be done, one that was breached and one of an
ended agreement is never overdue: nobody can tell from the record that it should have been done by now. A vague day is past when
all of it is. For a party that alone is bound, what is said \`for\` it counts: when it entered, and whether it left.`,
  basis:
    'Work plans and container security declarations set terms of so many days or months after signature; whether they were met is what a review of implementation asks.',
  mends: 'Say when it was fulfilled or breached, with the source: `fulfilled DATE per SOURCE`.',
  rejected: [
    {
      says: 'The day is past, and nothing was fulfilled.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    signed 2014
    obligation compare : US and BR must "compare the criteria of their programs" {
        »due 2015-06«
    }
}`,
    },
    {
      says: 'A term counted from an event.',
      text: `agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022-09-16
    obligation share-membership : US must "send the list of members" { »due 90 days after signature« }
}`,
    },
  ],
  accepted: [
    {
      says: 'Fulfilled, with the source.',
      text: `agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022-09-16
    obligation share-membership : US must "send the list of members" {
        due 90 days after signature
        fulfilled 2022-12 per "https://www.cbp.gov/"
    }
}`,
    },
    {
      says: 'Not due yet; on a condition; recurring; of an agreement that has ended; and due after something that has not happened.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    signed 2014
    obligation a : US must "act" { due 2026 }
    obligation b : US must "act" { due 2015 if "the parties so decide" }
    obligation c : US must "report" { due 2015 every 12 months }
    obligation d : US may "visit" { due 2015 }
    obligation e : US must "act" { due 30 days after entry }
}
agreement US-UY-JWP : JWP {
    between US and UY
    signed 2014
    terminated 2016
    obligation a : US must "act" { due 2015 }
}`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      for (const obligation of agreement.obligations) checkOne(ask, agreement, obligation, report);
    },
    program: (program, ask, report) => {
      for (const obligation of program.obligations) checkOne(ask, program, obligation, report);
    },
  },
};

function checkOne(
  ask: Ask,
  holder: Agreement | Program,
  obligation: Obligation,
  report: (report: Report) => void,
): void {
  if (!obligation.due || obligation.outcomes.length > 0) return;
  const { states, due } = obligationStatus(ask, holder, obligation, ask.asOf);
  if (!due || states.length !== 1 || states[0]?.state !== 'overdue') return;
  const { start, end, moment } = obligation.due;
  const bearers = obligation.bearers.map((b) => b.name);
  const latest = isoDay(due.max);
  const called = (name: string): readonly string[] =>
    holder.type === 'agreement' ? calledIn(ask, holder, name) : [name, ...(atomsOf(ask, name) ?? [])];
  const told = countedFrom(ask, holder, obligation);
  const when = moment ? `${term(holder, obligation, told)}, by ${latest}` : dateInWords(due);
  report({
    start,
    end,
    doubtful: isDoubtful(ask, holder, obligation, due),
    subjects: [`${holder.name.name}.${obligation.name.name}`, obligation.name.name, ...bearers.flatMap(called)],
    message: `${obligation.name.name} was due from ${inWords(bearers) || 'a party'} ${when}, but by ${isoDay(ask.asOf)} nothing tells that it was done. Say when it was fulfilled or breached: \`fulfilled DATE per SOURCE\`.`,
    ...(told ? { related: related(holder, told) } : {}),
  });
}

/** Where it counts from claims of which a sure one suffices, it rests on no doubt. */
function isDoubtful(ask: Ask, holder: Agreement | Program, obligation: Obligation, day: AgreementDate): boolean {
  const { due } = obligation;
  const told = countedFrom(ask, holder, obligation);
  if (!told || !day.doubtful) return day.doubtful;
  const isPast = (from: AgreementDate): boolean =>
    after(from, due?.count as number, due?.unit as DayUnit).max < ask.asOf;
  return restsOnDoubt(told, told, isPast);
}

/** `90 days after US-BR-MRA was signed 2022-09-16`. */
function term(holder: Agreement | Program, { due }: Obligation, told: Dating | undefined): string {
  const length = inUnits(due?.count as number, due?.unit as DayUnit);
  return told ? `${length} after ${toldOf(holder, told)}` : length;
}

function toldOf({ name }: Agreement | Program, told: Dating): string {
  const { event, parties } = firstClaim(told);
  const scope = parties.length > 0 ? ` for ${inWords(parties.map((p) => p.name))}` : '';
  return `${name.name} ${happened(event, told.date)}${scope}`;
}

function related(holder: Agreement | Program, told: Dating): NonNullable<Report['related']> {
  const { start, end } = firstClaim(told);
  return [{ uri: holder.uri, start, end, message: `${toldOf(holder, told)}.` }];
}
