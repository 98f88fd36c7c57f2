import type { AgreementDate, Day } from '../dates/index.ts';

/** The days on which something may have been, both included. */
export interface Days {
  readonly min: Day;
  readonly max: Day;
}

/** Some day, nobody can tell which. */
export const ANY_DAY: Days = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** Whether something holds on a day, as far as vague dates tell. */
export type Chance = 'certain' | 'possible' | 'impossible';

/** The days of a date; any day where it is not known. */
export function daysOf(date: AgreementDate | undefined): Days {
  return date ?? ANY_DAY;
}

/** Whether it has happened by the end of the day; `undefined` never happens. */
export function byDay(days: Days | undefined, day: Day): Chance {
  if (!days || days.min > day) return 'impossible';
  return days.max <= day ? 'certain' : 'possible';
}

/** Whether the day lies behind it; `undefined` never passes. */
export function isPast(days: Days | undefined, day: Day): Chance {
  if (!days || days.min >= day) return 'impossible';
  return days.max < day ? 'certain' : 'possible';
}

/** Of several chances of which one is enough. */
export function either(chances: readonly Chance[]): Chance {
  if (chances.includes('certain')) return 'certain';
  return chances.includes('possible') ? 'possible' : 'impossible';
}

/** When the first of several happens; undefined where there are none. */
export function first(all: readonly Days[]): Days | undefined {
  return nth(all, 1);
}

/** When the nth of several happens, counted from 1; undefined where there are fewer. */
export function nth(all: readonly Days[], n: number): Days | undefined {
  if (n < 1 || all.length < n) return undefined;
  const ascending = (days: readonly Day[]): Day => days.toSorted((a, b) => a - b)[n - 1] as Day;
  return { min: ascending(all.map((d) => d.min)), max: ascending(all.map((d) => d.max)) };
}

/** Which of two sorts of happenings may be the latest by a day, or whether there may be none yet. */
export interface Latest {
  readonly own: boolean;
  readonly other: boolean;
  readonly none: boolean;
}

/** What may have happened last by the day; of two on the same day `own` is the later. */
export function latest(own: readonly Days[], other: readonly Days[], day: Day): Latest {
  return {
    own: own.some((a) => a.min <= day && other.every((b) => b.max > day || b.min <= Math.min(a.max, day))),
    other: other.some((b) => b.min <= day && own.every((a) => a.max > day || a.min < Math.min(b.max, day))),
    none: [...own, ...other].every((a) => a.max > day),
  };
}
