import { type AgreementDate, isoDay } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord, Program } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { claims } from '../register/chronology.ts';
import type { Reporter, Rule } from './rule.ts';
import { agreementName } from './shared/clash.ts';
import { validDate } from './shared/dated.ts';
import { accounts, datingInScope } from './shared/orders.ts';
import { capitalized, dateInWords, obligationName } from './shared/phrases.ts';

/** An event that has not happened yet. */
export const futureEvent: Rule = {
  code: 'future-event',
  category: 'dates',
  severity: 'warning',
  sentence: 'What is recorded as having happened lies no later than the as-of day.',
  why: `A record tells what happened. A signature in the future is an announcement, and announced signatures are put off; more often it is a slip of
the pen, 2062 for 2026. Until the day has come the record says more than anybody knows, and statuses and counts say it with it.

Ends are spared, since agreements fix them beforehand (\`expires\`, \`terminated\`, \`withdrawn\`), and so are provisional application, entry into force
and operation of what has been signed, or adopted, by then: their day is laid down in the text. So are \`since\` and \`until\` of programs, and
deadlines. When a source was published or retrieved is not judged: the as-of day says for which day the agreements are judged, and what is
read about that day is often written later.`,
  basis:
    'The customs mutual assistance agreement of the United States with Cabo Verde was signed on 2023-09-26 and not in force when it was announced; that with China took four years from signature to entry into force. What is announced is one fact and what has happened another.',
  rejected: [
    {
      says: 'Signed and in force next year: what is not signed cannot enter into force either.',
      text: `agreement US-CL-MRA : MRA {
    between US and CL
    negotiated 2024
    signed »2026-05-20«
    in force »2027«
}`,
    },
    {
      says: 'An obligation that was fulfilled on a day to come, and a work plan that was completed.',
      text: `agreement US-CL-JWP : JWP {
    between US and CL
    signed 2024
    completed »2062«
    obligation report : CL must "report" {
        due 2026
        fulfilled »2026-03-01«
    }
}`,
    },
    {
      says: 'Judged for an earlier day.',
      text: `agreement US-BR-MRA : MRA {
    between US and BR
    signed »2022-09-16«
}`,
      asOf: '2020-01-01',
    },
  ],
  accepted: [
    {
      says: 'What is planned stands in a note until it has happened.',
      text: `agreement US-CL-MRA : MRA {
    between US and CL
    negotiated 2024
    note "The signature is announced for 20 May 2026."
}`,
    },
    {
      says: 'Signed by then: its entry into force, its operation and its end may lie ahead.',
      text: `agreement US-CV-CMAA : CMAA {
    between US and CV
    signed 2023-09-26
    in force 2026-07-01
    operational 2027
    expires 2033
}`,
    },
    {
      says: 'The year has begun, so it may have happened; a deadline may lie ahead.',
      text: `agreement US-CL-JWP : JWP {
    between US and CL
    signed 2026
    obligation report : CL must "report" { due 2026-12-31 }
}`,
    },
  ],
  checks: { agreement: checkAgreement, program: checkObligations },
};

/** The events that happen or do not; ends are fixed beforehand. */
const HAPPENING: readonly EventWord[] = [
  'negotiated',
  'adopted',
  'signed',
  'ratified',
  'provisional',
  'in force',
  'operational',
  'completed',
  'suspended',
  'resumed',
];

/** What the text of a signed agreement lays down beforehand. */
const LAID_DOWN: readonly EventWord[] = ['provisional', 'in force', 'operational'];

function checkAgreement(agreement: Agreement, ask: Ask, report: Reporter): void {
  // What is told together is ahead only where a claim of it is.
  if (isSomeAhead(agreement, ask)) checkEvents(agreement, ask, report);
  checkObligations(agreement, ask, report);
}

function checkEvents(agreement: Agreement, ask: Ask, report: Reporter): void {
  const done = new Set<EventRecord>();
  for (const event of HAPPENING) {
    for (const { party, dating } of accounts(ask, agreement, event)) {
      if (!isAhead(dating.date, ask) || (LAID_DOWN.includes(event) && isMade(ask, agreement, party))) continue;
      for (const claim of dating.claims) {
        if (!done.has(claim)) reportClaim(agreement, claim, ask, report);
        done.add(claim);
      }
    }
  }
}

/** Whether it may have been signed by the as-of day, or adopted where its kind of treaty is not signed. */
function isMade(ask: Ask, agreement: Agreement, party: string | undefined): boolean {
  const event = claims(agreement, 'signed').length ? 'signed' : 'adopted';
  if (claims(agreement, event).length === 0) return false;
  const made = datingInScope(ask, agreement, event, party);
  return made === undefined || !isAhead(made.date, ask);
}

function isSomeAhead({ events }: Agreement, ask: Ask): boolean {
  for (const { when } of events) if (when?.date && isAhead(when.date, ask)) return true;
  return false;
}

function isAhead(date: AgreementDate, ask: Ask): boolean {
  return date.min > ask.asOf;
}

function reportClaim(agreement: Agreement, { event, when, parties }: EventRecord, ask: Ask, report: Reporter): void {
  if (!when?.date || !isAhead(when.date, ask)) return;
  const name = agreementName(agreement);
  report({
    start: when.start,
    end: when.end,
    doubtful: when.date.doubtful,
    message: `\`${event}\` of ${name} is dated ${dateInWords(when.date)}, after the as-of day ${isoDay(ask.asOf)}. Correct the date, or say in a note what is planned.`,
    subjects: [name, ...parties.map((p) => p.name)],
  });
}

function checkObligations(record: Agreement | Program, ask: Ask, report: Reporter): void {
  for (const obligation of record.obligations) {
    for (const outcome of obligation.outcomes) {
      const when = validDate(outcome.when);
      if (!when || !isAhead(when.date, ask)) continue;
      report({
        start: when.start,
        end: when.end,
        doubtful: when.date.doubtful,
        message: `${capitalized(obligationName(obligation))} is said to have been ${outcome.outcome} ${dateInWords(when.date)}, after the as-of day ${isoDay(ask.asOf)}. Correct the date, or say in a note what is planned.`,
        subjects: [obligation.name.name, record.name.name],
      });
    }
  }
}
