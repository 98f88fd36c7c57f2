import { type AgreementDate, after, type Day } from '../dates/index.ts';
import type { Agreement, Dated, Due, Obligation, Outcome, Program } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { areScoped, type Dating, dating } from '../register/chronology.ts';
import { isRepeated } from '../register/known.ts';
import { eventOf, isMoment } from '../register/moments.ts';
import { ANY_DAY, byDay, type Chance, type Days, daysOf, either, isPast, latest } from './days.ts';
import { endings, happening } from './happenings.ts';
import { hasEnded, statusOf } from './status.ts';

/** What an obligation may be on a day. */
export const OBLIGATION_STATES = ['inactive', 'pending', 'overdue', 'fulfilled', 'breached'] as const;

export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** What an obligation is on a day: every state that the dates allow, at least one; certain where it is the only one. */
export interface ObligationStatus {
  readonly day: Day;
  readonly states: readonly {
    readonly state: ObligationState;
    readonly certainty: 'certain' | 'possible';
  }[];
  /** When it is due; undefined where it is never, or nobody can tell. */
  readonly due: AgreementDate | undefined;
}

/** An agreement’s obligation, or a program’s. */
export type Holder = Agreement | Program;

/**
 * The status of an obligation on a day. The latest outcome by then decides. Without one it is inactive when its holder has ended, before it
 * begins, after it ends and while its agreement is a draft; overdue when the day it was due is past; else pending. One with `if` or `every`,
 * one that only `may` be done, and one that was breached is never overdue.
 */
export function obligationStatus(ask: Ask, holder: Holder, obligation: Obligation, day: Day): ObligationStatus {
  const found = new Set<ObligationState>();
  for (const [state, chance] of steps(ask, holder, obligation, day)) {
    if (chance === 'impossible') continue;
    found.add(state);
    if (chance === 'certain') break;
  }
  const certainty = found.size === 1 ? 'certain' : 'possible';
  const states = OBLIGATION_STATES.filter((state) => found.has(state)).map((state) => ({ state, certainty }) as const);
  return { day, states, due: dueDate(ask, holder, obligation) };
}

/** When an obligation is due, counted from the agreement’s events where it says so; undefined where it is never, or nobody can tell. */
export function dueDate(ask: Ask, holder: Holder, obligation: Obligation): AgreementDate | undefined {
  const { due } = obligation;
  if (!due || isRepeated(obligation, 'due')) return undefined;
  if (due.when) return due.when.date;
  const { count, unit } = due;
  if (count === undefined || !Number.isInteger(count) || !unit) return undefined;
  const from = countedFrom(ask, holder, obligation)?.date;
  return from && after(from, count, unit);
}

/**
 * When the event was from which a deadline counts: for a party that alone is bound, as it is told for that party. Undefined where it counts from
 * none, or that is not recorded.
 */
export function countedFrom(ask: Ask, holder: Holder, { due, bearers }: Obligation): Dating | undefined {
  const moment = due?.moment?.name;
  if (holder.type !== 'agreement' || moment === undefined || !isMoment(moment)) return undefined;
  const event = eventOf(moment);
  const [bearer] = bearers;
  if (bearers.length !== 1 || !bearer || !areScoped(holder.events)) return dating(holder, event);
  const told = happening({ ask, agreement: holder, scope: bearer.name }, event);
  return told?.date && { date: told.date, claims: told.claims, rivals: false };
}

/** Whether an obligation can become overdue at all. */
export function canBeOverdue({ condition, every, modality, outcomes }: Obligation): boolean {
  return (
    condition === undefined &&
    every === undefined &&
    !modality.startsWith('may') &&
    !outcomes.some((o) => o.outcome === 'breached')
  );
}

/** What decides, in this order; what follows a certain answer is not asked. */
function* steps(
  ask: Ask,
  holder: Holder,
  obligation: Obligation,
  day: Day,
): Iterable<readonly [ObligationState, Chance]> {
  yield* outcome(obligation.outcomes, day);
  yield ['inactive', either([ended(ask, holder, day), left(ask, holder, obligation, day)])];
  yield ['inactive', opposite(byDay(begin(obligation), day))];
  const due = dueDays(ask, holder, obligation);
  yield ['overdue', canBeOverdue(obligation) ? isPast(due, day) : 'impossible'];
  yield ['inactive', isPast(daysIn(obligation, 'until', obligation.until), day)];
  if (!obligation.from) yield ['inactive', draft(ask, holder, day)];
  yield ['pending', 'certain'];
}

function outcome(all: readonly Outcome[], day: Day): readonly (readonly [ObligationState, Chance])[] {
  const of = (which: Outcome['outcome']): readonly Days[] =>
    all.filter((o) => o.outcome === which).map((o) => daysOf(o.when?.date));
  const last = latest(of('fulfilled'), of('breached'), day);
  const isSure = !last.none;
  return [
    ['fulfilled', last.own ? (isSure && !last.other ? 'certain' : 'possible') : 'impossible'],
    // Where some outcome there is and it may be either, the second ends the questions.
    ['breached', last.other ? (isSure ? 'certain' : 'possible') : 'impossible'],
  ];
}

function ended(ask: Ask, holder: Holder, day: Day): Chance {
  if (holder.type === 'agreement') return hasEnded(ask, holder, day);
  return isPast(daysIn(holder, 'until', holder.until), day);
}

/** Whether all that are bound have left the agreement. */
function left(ask: Ask, holder: Holder, { bearers }: Obligation, day: Day): Chance {
  if (holder.type !== 'agreement' || bearers.length === 0 || !areScoped(holder.events)) return 'impossible';
  const chances = bearers.map(({ name }) =>
    either(endings({ ask, agreement: holder, scope: name }).map((end) => byDay(end, day))),
  );
  if (chances.includes('impossible')) return 'impossible';
  return chances.includes('possible') ? 'possible' : 'certain';
}

function draft(ask: Ask, holder: Holder, day: Day): Chance {
  if (holder.type !== 'agreement') return 'impossible';
  const found = statusOf(ask, holder, day).states.find(({ state }) => state === 'draft');
  return found?.certainty ?? 'impossible';
}

function begin(obligation: Obligation): Days {
  return (
    daysIn(obligation, 'from', obligation.from) ?? { min: Number.NEGATIVE_INFINITY, max: Number.NEGATIVE_INFINITY }
  );
}

function dueDays(ask: Ask, holder: Holder, obligation: Obligation): Days | undefined {
  const { due } = obligation;
  if (!due) return undefined;
  return isRepeated(obligation, 'due') || !isKnown(due) ? ANY_DAY : dueDate(ask, holder, obligation);
}

/** Whether a deadline says when: it has a date, or a term and the moment from which that counts. */
function isKnown({ when, count, moment }: Due): boolean {
  if (count === undefined) return when?.date !== undefined;
  return Number.isInteger(count) && moment !== undefined && isMoment(moment.name);
}

/** The days of a statement that may stand once: any day where it stands twice or its date is invalid. */
function daysIn(record: Pick<Obligation, 'repeated'>, word: string, dated: Dated | undefined): Days | undefined {
  if (!dated) return undefined;
  return isRepeated(record, word) ? ANY_DAY : daysOf(dated.when?.date);
}

function opposite(chance: Chance): Chance {
  if (chance === 'possible') return 'possible';
  return chance === 'certain' ? 'impossible' : 'certain';
}
