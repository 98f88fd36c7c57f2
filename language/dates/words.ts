import type { DayUnit } from './day.ts';
import type { AgreementDate } from './edtf.ts';
import { monthName } from './months.ts';

/** `1 month`, `3 months`. */
export function inUnits(count: number, unit: DayUnit): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * What a date means, in words that say no more than it does: "some day of June 2015", "16 September 2022", "a day from
 * 2016 to 2024", "not later than 2015", "on a day nobody states". A doubtful one is "perhaps …", and "(approximately)"
 * where it is marked `~` or `%`.
 */
export function describeDate(date: AgreementDate): string {
  const [begin = '', end = begin] = date.text.split('/');
  if (!/\d/.test(date.text)) {
    return 'on a day nobody states';
  }
  const words = begin === end ? describeSingle(unmarked(begin)) : describeInterval(begin, end);
  const isWholeDoubtful = date.doubtful && !/perhaps/.test(words);
  const manner = /[~%]/.test(date.text) ? ' (approximately)' : '';
  return (isWholeDoubtful ? 'perhaps ' : '') + words + manner;
}

function describeSingle(text: string): string {
  const words = spoken(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? words : `some day of ${words}`;
}

function describeInterval(begin: string, end: string): string {
  if (isOpen(begin)) {
    return `not later than ${spoken(unmarked(end))}`;
  }
  if (isOpen(end)) {
    return `not earlier than ${spoken(unmarked(begin))}`;
  }
  // Where one end alone is doubtful, the word stands with it; else it stands before the whole.
  const isOneDoubtful = isMarked(begin) !== isMarked(end);
  const [from, to] = [begin, end].map(
    (text) => (isOneDoubtful && isMarked(text) ? 'perhaps ' : '') + spoken(unmarked(text)),
  );
  return `a day from ${from} to ${to}`;
}

/** `2022-09-16` as "16 September 2022", `2015-06` and `2015-06-XX` as "June 2015", `201X` as "the 2010s". */
function spoken(text: string): string {
  const [year = '', month, day] = text.split('-').filter((part) => part !== 'XX');
  if (year.endsWith('XX')) {
    return `the years ${year.replaceAll('X', '0')} to ${year.replaceAll('X', '9')}`;
  }
  if (year.endsWith('X')) {
    return `the ${year.replace('X', '0')}s`;
  }
  return [day && String(Number(day)), month && monthName(Number(month)), year].filter(Boolean).join(' ');
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function isMarked(text: string): boolean {
  return /[?~%]$/.test(text);
}

function unmarked(text: string): string {
  return text.replace(/[?~%]$/, '');
}
