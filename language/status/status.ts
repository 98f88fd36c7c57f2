import type { Day } from '../dates/index.ts';
import type { Agreement, EventWord } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { byDay, type Chance, either, first, latest } from './days.ts';
import { type Chronicle, endings, type Happening, happening, happenings, type Scope } from './happenings.ts';

/** What an agreement may be on a day, in the order of its life. */
export const STATES = [
  'draft',
  'signed',
  'provisional',
  'in force',
  'operational',
  'completed',
  'suspended',
  'ended',
] as const;

export type State = (typeof STATES)[number];

/** A state that the dates allow. */
export interface PossibleState {
  readonly state: State;
  /** Certain where it is the only one that the dates allow. */
  readonly certainty: 'certain' | 'possible';
  /** The events that put it into this state, earliest first; none for a draft of which nothing is recorded. */
  readonly by: readonly Happening[];
}

/** What an agreement is on a day: every state that its dates allow, in the order of its life, at least one. */
export interface Status {
  readonly day: Day;
  readonly states: readonly [PossibleState, ...PossibleState[]];
}

/** The status of the agreement as a whole on a day. */
export function statusOf(ask: Ask, agreement: Agreement, day: Day): Status {
  return derive({ ask, agreement, scope: undefined }, day);
}

/** The status for one party (by its name or its jurisdiction) on a day: what is said `for` it overrides what is said for all. */
export function statusFor(ask: Ask, agreement: Agreement, party: string, day: Day): Status {
  return derive({ ask, agreement, scope: party as Scope }, day);
}

/** Whether the agreement has ended by the day. */
export function hasEnded(ask: Ask, agreement: Agreement, day: Day): Chance {
  return either(endings({ ask, agreement, scope: undefined }).map((end) => byDay(end, day)));
}

interface Reached {
  readonly state: State;
  readonly chance: Chance;
  readonly by: readonly Happening[];
}

function derive(chronicle: Chronicle, day: Day): Status {
  const found: Reached[] = [];
  const ends = endings(chronicle);
  const ended = either(ends.map((end) => byDay(end, day)));
  if (ended !== 'certain') {
    const { isPossible, isAvoidable, by } = suspension(chronicle, day);
    if (isAvoidable) found.push(...course(chronicle, day));
    if (isPossible) found.push({ state: 'suspended', chance: 'possible', by });
  }
  if (ended !== 'impossible') {
    found.push({ state: 'ended', chance: ended, by: ends.filter((end) => byDay(end, day) !== 'impossible') });
  }
  const certainty = found.length === 1 ? 'certain' : 'possible';
  const states = found.map(({ state, by }): PossibleState => ({ state, certainty, by: by.toSorted(byTime) }));
  // At least one: what has surely ended has, what is surely suspended is, and else the lowest that is surely reached is among them.
  return { day, states: states as [PossibleState, ...PossibleState[]] };
}

function byTime(a: Happening, b: Happening): number {
  return a.min - b.min || a.max - b.max || 0;
}

/** The steps of an agreement’s life, each with the events that lead to it. */
const STEPS: readonly { readonly state: State; readonly events: readonly EventWord[] }[] = [
  { state: 'signed', events: ['signed', 'ratified'] },
  { state: 'provisional', events: ['provisional'] },
  { state: 'in force', events: ['in force'] },
  { state: 'operational', events: ['operational'] },
  { state: 'completed', events: ['completed'] },
];

/** The states that the agreement may have reached, suspension and end left aside: the highest one that is reached counts. */
function course(chronicle: Chronicle, day: Day): readonly Reached[] {
  const drafting = (['negotiated', 'adopted'] as const).flatMap((event) => happening(chronicle, event) ?? []);
  const draft: Reached = {
    state: 'draft',
    chance: 'certain',
    by: drafting.filter((h) => byDay(h, day) !== 'impossible'),
  };
  const all = [draft, ...STEPS.map((step) => reach(chronicle, step, day))];
  const lowest = all.findLastIndex((step) => step.chance === 'certain');
  return all.filter((step, i) => i >= lowest && step.chance !== 'impossible');
}

function reach(chronicle: Chronicle, { state, events }: (typeof STEPS)[number], day: Day): Reached {
  const times = events.flatMap((event) => timesOf(chronicle, event));
  const by = times.filter((time) => byDay(time, day) !== 'impossible');
  return { state, chance: byDay(first(times), day), by };
}

function timesOf(chronicle: Chronicle, event: EventWord): readonly Happening[] {
  if (event === 'operational') return happenings(chronicle, event);
  const once = happening(chronicle, event);
  return once ? [once] : [];
}

/** Whether the agreement may be suspended on the day, and whether it may not be. */
function suspension(
  chronicle: Chronicle,
  day: Day,
): { readonly isPossible: boolean; readonly isAvoidable: boolean; readonly by: readonly Happening[] } {
  const suspended = wholly(chronicle, happenings(chronicle, 'suspended'));
  if (suspended.length === 0) return { isPossible: false, isAvoidable: true, by: [] };
  const resumed = wholly(chronicle, happenings(chronicle, 'resumed'));
  const last = latest(resumed, suspended, day);
  const by = suspended.filter((time) => byDay(time, day) !== 'impossible');
  return { isPossible: last.other, isAvoidable: last.own || last.none, by };
}

/** Suspended for one of many the agreement goes on between the others; between two it does not. */
function wholly({ agreement, scope }: Chronicle, all: readonly Happening[]): readonly Happening[] {
  const isOfTwo = (agreement.between?.names.length ?? 0) <= 2;
  return scope !== undefined || isOfTwo ? all : all.filter((h) => h.claims.some((c) => c.parties.length === 0));
}
