import type { Day } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { areScoped, claims } from '../register/chronology.ts';
import { type Side, sidesOf } from '../register/sides.ts';
import { byDay, type Chance, either, first, latest } from './days.ts';
import { type Chronicle, endings, type Happening, happening, happenings, isFor, type Scope } from './happenings.ts';

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

interface Suspension {
  readonly isPossible: boolean;
  readonly isAvoidable: boolean;
  readonly by: readonly Happening[];
}

/**
 * Whether the agreement may be suspended on the day, and whether it may not be. For all it is as long as it is for so many sides that it goes on
 * between fewer than two.
 */
function suspension(chronicle: Chronicle, day: Day): Suspension {
  const isScoped = chronicle.scope === undefined && areScoped(claimsOf(chronicle.agreement));
  if (!isScoped) return suspensionFor(chronicle, day);
  const sides = sidesOf(chronicle.ask, chronicle.agreement);
  if (sides && sides.length < 2) return suspensionFor(chronicle, day);
  // Nobody can tell how many sides are left.
  if (!sides) return { ...suspensionFor(chronicle, day), isAvoidable: true };
  const each = sides.map((side) => suspensionFor({ ...chronicle, scope: concerned(chronicle, side) }, day));
  const most = sides.length - 1;
  const by = new Map(each.flatMap((one) => one.by.map((h) => [`${h.min} ${h.max} ${h.claims[0]?.start}`, h] as const)));
  return {
    isPossible: each.filter((one) => one.isPossible).length >= most,
    isAvoidable: each.filter((one) => !one.isAvoidable).length < most,
    by: [...by.values()],
  };
}

function claimsOf(agreement: Agreement): readonly EventRecord[] {
  return [...claims(agreement, 'suspended'), ...claims(agreement, 'resumed')];
}

/** The name under which most is said of a side: that of a party that `for` names, or else any. */
function concerned({ ask, agreement }: Chronicle, { parties }: Side): string {
  const names = parties.map((p) => p.name);
  const own = names.find((scope) => claimsOf(agreement).some((claim) => isFor({ ask, agreement, scope }, claim)));
  return own ?? (names[0] as string);
}

function suspensionFor(chronicle: Chronicle, day: Day): Suspension {
  const suspended = happenings(chronicle, 'suspended');
  if (suspended.length === 0) return { isPossible: false, isAvoidable: true, by: [] };
  const last = latest(happenings(chronicle, 'resumed'), suspended, day);
  const by = suspended.filter((time) => byDay(time, day) !== 'impossible');
  return { isPossible: last.other, isAvoidable: last.own || last.none, by };
}
