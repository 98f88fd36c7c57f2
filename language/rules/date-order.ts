import { type AgreementDate, after, before, type DayUnit, inUnits } from '../dates/index.ts';
import type {
  Agreement,
  Declaration,
  EventRecord,
  EventWord,
  Jurisdiction,
  Obligation,
  Outcome,
  Party,
  Port,
  Program,
  Span,
} from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { claims, type Dating, dating, isRecorded, weigh } from '../register/chronology.ts';
import { isRepeated } from '../register/known.ts';
import { eventOf, isMoment, RECURRENT } from '../register/moments.ts';
import type { Reporter, Rule } from './rule.ts';
import { ClashReporter, relatedEvent } from './shared/clash.ts';
import { type KnownDate, knownDate, validDate } from './shared/dated.ts';
import { accounts, datingInScope, isFor, mayPrecedeSignature, scopesOf, tooEarly } from './shared/orders.ts';
import { capitalized, dateInWords, happened, obligationName, someInWords } from './shared/phrases.ts';

/** A record that contradicts itself. */
export const dateOrder: Rule = {
  code: 'date-order',
  category: 'dates',
  severity: 'error',
  sentence: 'The dates of one record do not contradict each other.',
  why: `Nothing ends before it begins. An agreement cannot be completed, expire, be terminated or be left before it is signed; what had not happened by
April did not happen in the year before; a party that is dissolved before it was set up is two parties, or a slip of the pen. One of the two
dates is wrong, and every status, finding and hover that is derived from the record is wrong with it.

Dates are intervals of days, and only what is impossible for every day of both is reported: \`completed 2015\` and \`signed 2015-06\` may both be
true. Claims of one event that agree count together, rival claims as the span of them all unless one is preferred, and what is said \`for\` some
parties is compared with what holds for these. Where the contradiction rests on a doubtful date (\`?\`, \`~\`, \`%\`) it is information.`,
  basis:
    'The Vienna Convention on the Law of Treaties has a treaty concluded first (Articles 7 to 18) and ended after that (Articles 54 to 64). In the language’s examples no agreement enters into force before it is signed.',
  rejected: [
    {
      says: 'Completed before it was signed; the finding sits on the date that is too early.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    signed 2015-06-29
    completed »2014«
}`,
    },
    {
      says: 'In force before the day by which it was not, for the same party.',
      text: `agreement Convention-2011 : Convention {
    between US, BR and KH
    signed 2011
    in force »2024-12« for KH
    not in force 2025-04 for KH
}`,
    },
    {
      says: 'A program that ends before it begins, and a membership likewise.',
      text: `program CTPAT {
    type AEO
    run by US
    since 2001-11
    until »2000«
}
jurisdiction Union "A customs union" {
    type customs-union
    members BR, AR from 1995-01-01 to »1991«
}`,
    },
    {
      says: 'An obligation that is due, ends and is fulfilled before it begins; the deadline counts from the signature.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    signed 2015-06-29
    obligation report : BR must "report" {
        from 2016
        until »2015«
        »due 90 days after signature«
        fulfilled »2015-12«
    }
}`,
    },
  ],
  accepted: [
    {
      says: 'The dates in their order.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    signed 2015-06-29
    completed 2018
}`,
    },
    {
      says: 'The year may hold both days, and an unknown date contradicts nothing.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    signed 2015-06-29
    completed 2015
    terminated unknown
}`,
    },
    {
      says: 'What holds for one party overrides what holds for all: it entered into force, and for Cambodia it had not.',
      text: `agreement Convention-2011 : Convention {
    between US, BR and KH
    signed 2011
    in force 2012-06
    not in force 2025-04 for KH
}`,
    },
    {
      says: 'Begin and end on one day.',
      text: `program Pilot {
    type operation
    run by US
    since 2016-05-02
    until 2016-05-02
}`,
    },
  ],
  checks: {
    agreement: checkAgreement,
    party: checkLifetime,
    port: checkLifetime,
    jurisdiction: (jurisdiction, ask, report) => {
      checkLifetime(jurisdiction, ask, report);
      checkMembers(jurisdiction, ask, report);
    },
    program: (program, ask, report) => {
      checkLifetime(program, ask, report);
      checkObligations(program, ask, report);
    },
  },
};

/** The events that cannot come before the signature. */
const AFTER_SIGNATURE: readonly EventWord[] = ['completed', 'expires', 'terminated', 'withdrawn'];

function checkAgreement(agreement: Agreement, ask: Ask, report: Reporter): void {
  checkEvents(agreement, ask, report);
  checkObligations(agreement, ask, report);
}

function checkEvents(agreement: Agreement, ask: Ask, report: Reporter): void {
  const isEarly = mayPrecedeSignature(agreement, AFTER_SIGNATURE);
  if (!isEarly && !agreement.events.some((event) => event.negated)) return;
  const clash = new ClashReporter(agreement, ask, report);
  if (isEarly) for (const event of AFTER_SIGNATURE) checkSigned(agreement, event, ask, clash);
  for (const not of agreement.events) if (not.negated) checkNot(agreement, not, ask, clash);
}

function checkSigned(agreement: Agreement, event: EventWord, ask: Ask, clash: ClashReporter): void {
  for (const { party, dating: told } of accounts(ask, agreement, event)) {
    const signed = datingInScope(ask, agreement, 'signed', party);
    const clashes = signed ? tooEarly(told, signed) : [];
    if (!signed || clashes.length === 0) continue;
    const related = relatedEvent(ask, agreement, 'signed', signed);
    const late = happened('signed', signed.date);
    clash.tell(clashes, { party, related }, (what) => `${what}, before it ${late}. One of the two dates is wrong.`);
  }
}

/** An event is compared with a `not` of the same scope alone: what holds for one party overrides what holds for all. */
function checkNot(agreement: Agreement, not: EventRecord, ask: Ask, clash: ClashReporter): void {
  const bound = validDate(not.when);
  // A second suspension has not been resumed though the first one was, nor does a suspension go on that was resumed.
  if (!bound || not.event === 'resumed' || (not.event === 'suspended' && isRecorded(agreement, 'resumed'))) return;
  const limit: Dating = { date: bound.date, claims: [not], rivals: false };
  const related = {
    ...ask.place(agreement, bound),
    message: `\`not ${not.event}\` says that by then it had not happened.`,
  };
  for (const party of scopesOf([not])) {
    for (const told of tellings(agreement, not, party, ask)) {
      clash.tell(
        tooEarly(told, limit),
        { party, related },
        (what) =>
          `${what}, but \`not ${not.event}\` says that by ${dateInWords(bound.date)} it had not happened. One of the two is wrong.`,
      );
    }
  }
}

function tellings(agreement: Agreement, not: EventRecord, party: string | undefined, ask: Ask): readonly Dating[] {
  const group = claims(agreement, not.event).filter((claim) => isFor(ask, claim, party) && isAt(claim, not));
  const groups = RECURRENT.includes(not.event) ? group.map((claim) => [claim]) : [group];
  return groups.flatMap((one) => weigh(one, not.event) ?? []);
}

/** Whether the claim is about a port that the `not` speaks of: of all, where it names none. */
function isAt(claim: EventRecord, not: EventRecord): boolean {
  return not.ports.length === 0 || claim.ports.some((port) => not.ports.some((other) => other.name === port.name));
}

function checkObligations(record: Agreement | Program, ask: Ask, report: Reporter): void {
  for (const obligation of record.obligations) checkObligation(record, obligation, ask, report);
}

/** Something of a record that is dated: where it stands, and what it is in a sentence. */
interface Mark extends Span {
  readonly date: AgreementDate;
  readonly what: string;
}

/** Something with a beginning, to which what else is dated of it is compared. */
interface Begun {
  readonly record: Declaration;
  /** What it is called within a sentence, and by a waiver. */
  readonly name: string;
  readonly subject: string;
  readonly begins: Mark;
}

function checkObligation(record: Agreement | Program, obligation: Obligation, ask: Ask, report: Reporter): void {
  const from = knownDate(obligation, 'from', obligation.from);
  if (!from) return;
  const begins = beginning(from);
  const begun: Begun = { record, name: obligationName(obligation), subject: obligation.name.name, begins };
  const until = knownDate(obligation, 'until', obligation.until);
  const marks = [
    until && ending(until),
    isRepeated(obligation, 'due') ? undefined : due(record, obligation),
    ...obligation.outcomes.map(outcomeMark),
  ];
  for (const mark of marks) if (mark) compare(begun, mark, ask, report);
}

function beginning(from: KnownDate): Mark {
  return { ...from, what: `begins ${dateInWords(from.date)}` };
}

function ending(until: KnownDate): Mark {
  return { ...until, what: `ends ${dateInWords(until.date)}` };
}

function outcomeMark({ outcome, when }: Outcome): Mark | undefined {
  const known = validDate(when);
  return known && { ...known, what: `was ${outcome} ${dateInWords(known.date)}` };
}

/** When the obligation is due; undefined where that is unknown. */
function due(record: Agreement | Program, obligation: Obligation): Mark | undefined {
  if (!obligation.due) return undefined;
  const { when, count, unit, moment, start, end } = obligation.due;
  const day = validDate(when);
  if (day) return { ...day, what: `is due ${dateInWords(day.date)}` };
  if (record.type !== 'agreement' || !moment || !unit || count === undefined || !isMoment(moment.name))
    return undefined;
  const since = dating(record, eventOf(moment.name))?.date;
  if (!since || !Number.isInteger(count)) return undefined;
  const date = after(since, count, unit satisfies DayUnit);
  const term = `${inUnits(count, unit)} after ${moment.name}`;
  return { start, end, date, what: `is due ${term}, that is ${dateInWords(date)}` };
}

function checkLifetime(declaration: Party | Port | Jurisdiction | Program, ask: Ask, report: Reporter): void {
  const since = knownDate(declaration, 'since', declaration.since);
  const until = knownDate(declaration, 'until', declaration.until);
  if (!since || !until) return;
  const subject = declaration.name.name;
  const name = subject || `this ${declaration.type}`;
  compare({ record: declaration, name, subject, begins: beginning(since) }, ending(until), ask, report);
}

function checkMembers(jurisdiction: Jurisdiction, ask: Ask, report: Reporter): void {
  for (const { names, from, to } of jurisdiction.members) {
    const [begin, end] = [validDate(from), validDate(to)];
    if (!begin || !end) continue;
    const name = `the membership of ${someInWords(names.map((n) => n.name))} in ${jurisdiction.name.name}`;
    const begun = { record: jurisdiction, name, subject: names[0]?.name ?? '', begins: beginning(begin) };
    compare(begun, ending(end), ask, report);
  }
}

/** Reports the mark where it lies certainly before the beginning of what it belongs to. */
function compare({ record, name, subject, begins }: Begun, mark: Mark, ask: Ask, report: Reporter): void {
  if (before(mark.date, begins.date) !== 'certain') return;
  // A record's name keeps its spelling; words of a sentence begin with a capital.
  const first = name === subject ? name : capitalized(name);
  report({
    start: mark.start,
    end: mark.end,
    doubtful: mark.date.doubtful || begins.date.doubtful,
    message: `${first} ${mark.what}, before it ${begins.what}. One of the two dates is wrong.`,
    subjects: [subject, record.name.name],
    related: [{ ...ask.place(record, begins), message: `${first} ${begins.what}.` }],
  });
}
