/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar; `-Infinity` and `Infinity` stand for an end that is open
 * or unknown.
 */
export type Day = number;

/** The units in which a term such as "90 days after signature" is counted. */
export type DayUnit = 'day' | 'week' | 'month' | 'year';

/** A year, a month 1–12 and a day of the month 1–31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** Days from 0000-03-01, where the eras below begin, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** The day of a calendar date that exists; `month` counts from 1. */
export function dayOf(year: number, month: number, day: number): Day {
  // Years that begin in March put the leap day last, so that no case needs an exception.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The calendar date of a finite day. */
export function civilDay(day: Day): CivilDay {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** How many days a month of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2022-09-16` for a day of the years 0000–9999; `..` for an infinite one. */
export function isoDay(day: Day): string {
  if (!Number.isFinite(day)) {
    return '..';
  }
  const { year, month, day: dayOfMonth } = civilDay(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** `7` as `07`: a number with leading zeros up to a number of digits. */
export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/**
 * The day so many units later (earlier for a negative whole `count`). A month too short for the day of the month ends
 * the term on its last day: 31 January and one month is 28 or 29 February. Infinite days stay as they are.
 */
export function addToDay(day: Day, count: number, unit: DayUnit): Day {
  if (!Number.isFinite(day)) {
    return day;
  }
  switch (unit) {
    case 'day':
      return day + count;
    case 'week':
      return day + 7 * count;
    case 'month':
      return addMonths(day, count);
    case 'year':
      return addMonths(day, 12 * count);
  }
}

/** The calendar day of the reader's own time zone, today unless `now` is given. */
export function today(now: Date = new Date()): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function addMonths(day: Day, count: number): Day {
  const from = civilDay(day);
  const months = from.year * 12 + from.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}
