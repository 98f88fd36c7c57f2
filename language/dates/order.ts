import { addToDay, civilDay, type Day, type DayUnit, dayOf, daysInMonth, isoDay } from './day.ts';
import { type AgreementDate, readDate, UNKNOWN } from './edtf.ts';

/** What vague dates say about an order: it surely holds, it surely does not, or they do not tell. */
export type Answer = 'certain' | 'impossible' | 'undetermined';

const FIRST_DAY = dayOf(0, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);

/** Whether `x` lies before `y`: certain when `x.max < y.min`, impossible when `x.min > y.max`. */
export function before(x: AgreementDate, y: AgreementDate): Answer {
  if (x.max < y.min) {
    return 'certain';
  }
  return x.min > y.max ? 'impossible' : 'undetermined';
}

/** Whether `x` lies before `y` or on the same day: certain when `x.max ≤ y.min`, impossible when `x.min > y.max`. */
export function notLater(x: AgreementDate, y: AgreementDate): Answer {
  if (x.max <= y.min) {
    return 'certain';
  }
  return x.min > y.max ? 'impossible' : 'undetermined';
}

/** Whether the two share a day: then claims of them agree. */
export function overlap(x: AgreementDate, y: AgreementDate): boolean {
  return x.min <= y.max && y.min <= x.max;
}

/**
 * The days the two share, or nothing when they share none. It is the narrower of the two as it was written where the
 * other contains it, else an EDTF text for just these days. It is doubtful when either is.
 */
export function common(x: AgreementDate, y: AgreementDate): AgreementDate | undefined {
  if (!overlap(x, y)) {
    return undefined;
  }
  return asWritten([x, y], Math.max(x.min, y.min), Math.min(x.max, y.max));
}

/** The days from the earliest to the latest of the dates: `unknown` when there are none, doubtful when any is. */
export function span(dates: readonly AgreementDate[]): AgreementDate {
  if (dates.length === 0) {
    return UNKNOWN;
  }
  let [min, max]: [Day, Day] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const date of dates) {
    min = Math.min(min, date.min);
    max = Math.max(max, date.max);
  }
  return asWritten(dates, min, max);
}

/**
 * A term counted from a date, as in "90 days after signature": each bound is moved, month ends clamp, and what is vague
 * or doubtful stays so. The count is a whole number and may be negative.
 */
export function after(date: AgreementDate, count: number, unit: DayUnit): AgreementDate {
  if (count === 0 || (date.min === Number.NEGATIVE_INFINITY && date.max === Number.POSITIVE_INFINITY)) {
    return date;
  }
  return rangeDate(addToDay(date.min, count, unit), addToDay(date.max, count, unit), date.doubtful);
}

/**
 * The date for exactly the days from `min` to `max`, with the most natural EDTF text: a year, a month or a day, else an
 * interval; `unknown` when both ends are open. Days outside the years 0000–9999 cannot be written and count as open.
 * A doubtful date gets the mark `?` at each end it states. No days at all, `min` after `max`, are `unknown` too.
 */
export function rangeDate(min: Day, max: Day, doubtful = false): AgreementDate {
  if (min > max || min === Number.POSITIVE_INFINITY || max === Number.NEGATIVE_INFINITY) {
    return UNKNOWN;
  }
  const begin = min < FIRST_DAY ? Number.NEGATIVE_INFINITY : Math.min(min, LAST_DAY);
  const end = max > LAST_DAY ? Number.POSITIVE_INFINITY : Math.max(max, FIRST_DAY);
  const reading = readDate(rangeText(begin, end, doubtful ? '?' : ''));
  return reading.ok ? reading.date : UNKNOWN;
}

function asWritten(dates: readonly AgreementDate[], min: Day, max: Day): AgreementDate {
  const doubtful = dates.some((date) => date.doubtful);
  const same = dates.find((date) => date.min === min && date.max === max && date.doubtful === doubtful);
  return same ?? rangeDate(min, max, doubtful);
}

function rangeText(min: Day, max: Day, mark: string): string {
  const [isOpenBegin, isOpenEnd] = [!Number.isFinite(min), !Number.isFinite(max)];
  if (isOpenBegin && isOpenEnd) {
    return UNKNOWN.text;
  }
  const length = Math.max(isOpenBegin ? 0 : beginLength(min), isOpenEnd ? 0 : endLength(max));
  const begin = isOpenBegin ? '..' : isoDay(min).slice(0, length) + mark;
  const end = isOpenEnd ? '..' : isoDay(max).slice(0, length) + mark;
  return begin === end ? begin : `${begin}/${end}`;
}

const YEAR_LENGTH = 4;
const MONTH_LENGTH = 7;
const DAY_LENGTH = 10;

/** How much of an ISO day says that something begins with it: the year on 1 January, the month on any other first. */
function beginLength(day: Day): number {
  const civil = civilDay(day);
  if (civil.day !== 1) {
    return DAY_LENGTH;
  }
  return civil.month === 1 ? YEAR_LENGTH : MONTH_LENGTH;
}

function endLength(day: Day): number {
  const civil = civilDay(day);
  if (civil.day !== daysInMonth(civil.year, civil.month)) {
    return DAY_LENGTH;
  }
  return civil.month === 12 ? YEAR_LENGTH : MONTH_LENGTH;
}
