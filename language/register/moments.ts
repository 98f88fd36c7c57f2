import type { EventWord } from '../records/model.ts';

/** The moments that kinds and deadlines may name, in the order of an agreement's life, each with the event that it is. */
export const MOMENTS = {
  negotiation: 'negotiated',
  adoption: 'adopted',
  signature: 'signed',
  ratification: 'ratified',
  entry: 'in force',
  operation: 'operational',
  completion: 'completed',
  expiry: 'expires',
  termination: 'terminated',
  withdrawal: 'withdrawn',
} as const satisfies Readonly<Record<string, EventWord>>;

export type Moment = keyof typeof MOMENTS;

export const MOMENT_NAMES = Object.keys(MOMENTS) as readonly Moment[];

/** Whether the word is a moment. */
export function isMoment(word: string): word is Moment {
  return Object.hasOwn(MOMENTS, word);
}

/** The event that a moment names: `signature` is `signed`. */
export function eventOf(moment: Moment): EventWord {
  return MOMENTS[moment];
}

/** The moments after this one in an agreement's life. The three ends are equally late. */
export function laterThan(moment: Moment): readonly Moment[] {
  const ends: readonly Moment[] = ['expiry', 'termination', 'withdrawal'];
  return ends.includes(moment) ? [] : MOMENT_NAMES.slice(MOMENT_NAMES.indexOf(moment) + 1);
}

/** The events that end an agreement. */
export const ENDS: readonly EventWord[] = ['expires', 'terminated', 'withdrawn'];

/** The events that may happen more than once, and so are never rival claims of one another. */
export const RECURRENT: readonly EventWord[] = ['suspended', 'resumed', 'operational'];
