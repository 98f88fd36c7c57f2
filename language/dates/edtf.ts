import { type Day, dayOf, daysInMonth } from './day.ts';
import { problemOf } from './problems.ts';

/** A date as vague as its source: all days from `min` to `max`, both included. Frozen and shared. */
export interface AgreementDate {
  /** What was written: a date of EDTF level 0 or 1, or `unknown`. Reading it again yields this same date. */
  readonly text: string;
  /** The first day it may mean; `-Infinity` when it may lie any time before. */
  readonly min: Day;
  /** The last day it may mean; `Infinity` when it may lie any time after. */
  readonly max: Day;
  /** Whether `?`, `~` or `%` stands anywhere in it. */
  readonly doubtful: boolean;
}

/** A date, or one sentence that tells the reader why the text is none. */
export type DateReading =
  | { readonly ok: true; readonly date: AgreementDate }
  | { readonly ok: false; readonly problem: string };

/** The word `unknown`: it happened, nobody says when. */
export const UNKNOWN: AgreementDate = Object.freeze({
  text: 'unknown',
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
  doubtful: false,
});

/** The days a text without a slash means, before it becomes a date. */
interface Days {
  readonly min: Day;
  readonly max: Day;
}

const PLAIN = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/;
const MASKED = /^(?:\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX)$/;
const DOUBT = /[?~%]/;

/** A century has 36,525 days: the dates of a large project are few. */
const CACHE_LIMIT = 40_000;
const cache = new Map<string, DateReading>();

/**
 * Reads one date: EDTF level 0 or 1 without times, seasons and years beyond 0000–9999, or the word `unknown`.
 *
 * What level 1 leaves out is left out here: a masked date takes no `?`, `~` or `%`, and the ends of an interval are not
 * masked. Both ends of an interval may be open or unknown, which says as little as `unknown`. An interval is reversed,
 * and no date, when even the last day of its end lies before the first day of its begin: `2016/2016-05` and
 * `2016-05/2016` are dates, `2016-06/2016-05` is none.
 *
 * Equal texts share one frozen reading as long as the bounded cache holds it.
 */
export function readDate(text: string): DateReading {
  const known = cache.get(text);
  if (known) {
    return known;
  }
  const reading = read(text);
  if (cache.size >= CACHE_LIMIT) {
    cache.delete(cache.keys().next().value as string);
  }
  cache.set(text, reading);
  return reading;
}

/** Readings of plain dates by their digits behind how many characters they have. */
const plainDates = new Map<number, DateReading>();
const ZERO = 48;
const HYPHEN = 45;

/**
 * As `readDate`, for a date that stands in a text from `start` to `end` (UTF-16 offsets) as nothing but a year, with a month, with a day: nearly
 * all dates do, and are read so without cutting them out. Undefined for all others.
 */
export function readPlainDate(text: string, start: number, end: number): DateReading | undefined {
  const number = plainNumber(text, start, end);
  if (number === undefined) return undefined;
  const known = plainDates.get(number);
  if (known) return known;
  const reading = readDate(text.slice(start, end));
  if (!reading.ok) return undefined;
  if (plainDates.size < CACHE_LIMIT) plainDates.set(number, reading);
  return reading;
}

function plainNumber(text: string, start: number, end: number): number | undefined {
  const length = end - start;
  if (length !== 4 && length !== 7 && length !== 10) return undefined;
  let number = length;
  for (let place = 0; place < length; place++) {
    const char = text.charCodeAt(start + place);
    if (place === 4 || place === 7) {
      if (char !== HYPHEN) return undefined;
    } else if (char < ZERO || char > ZERO + 9) return undefined;
    else number = number * 10 + char - ZERO;
  }
  return number;
}

function read(text: string): DateReading {
  if (text === UNKNOWN.text) {
    return Object.freeze({ ok: true, date: UNKNOWN });
  }
  const slash = text.indexOf('/');
  const days = slash < 0 ? readSingle(text) : readInterval(text.slice(0, slash), text.slice(slash + 1));
  if (!days) {
    return Object.freeze({ ok: false, problem: problemOf(text) });
  }
  const date = Object.freeze({ text, min: days.min, max: days.max, doubtful: DOUBT.test(text) });
  return Object.freeze({ ok: true, date });
}

function readSingle(text: string): Days | undefined {
  return readPlain(text) ?? readMasked(text);
}

function readInterval(begin: string, end: string): Days | undefined {
  const min = isOpen(begin) ? Number.NEGATIVE_INFINITY : readPlain(begin)?.min;
  const max = isOpen(end) ? Number.POSITIVE_INFINITY : readPlain(end)?.max;
  return min === undefined || max === undefined || min > max ? undefined : { min, max };
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function readPlain(text: string): Days | undefined {
  const match = PLAIN.exec(text);
  return match ? daysOf(Number(match[1]), optionalNumber(match[2]), optionalNumber(match[3])) : undefined;
}

function readMasked(text: string): Days | undefined {
  if (!MASKED.test(text)) {
    return undefined;
  }
  if (text.length > 4) {
    return readPlain(text.replace(/(?:-XX)+$/, ''));
  }
  return {
    min: dayOf(Number(text.replaceAll('X', '0')), 1, 1),
    max: dayOf(Number(text.replaceAll('X', '9')), 12, 31),
  };
}

function optionalNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** All days of a year, of a month, or the one day; nothing where the calendar has no such month or day. */
function daysOf(year: number, month: number | undefined, day: number | undefined): Days | undefined {
  if (month === undefined) {
    return { min: dayOf(year, 1, 1), max: dayOf(year, 12, 31) };
  }
  if (month < 1 || month > 12) {
    return undefined;
  }
  const last = daysInMonth(year, month);
  if (day === undefined) {
    return { min: dayOf(year, month, 1), max: dayOf(year, month, last) };
  }
  if (day < 1 || day > last) {
    return undefined;
  }
  const only = dayOf(year, month, day);
  return { min: only, max: only };
}
