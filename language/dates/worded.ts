import { monthOf } from './months.ts';
import { type Candidate, edtfOf, fullYear } from './numerals.ts';

/** What one word of a written-out date may be: a day of the month, a month, a year. */
type Part = 'day' | 'month' | 'year';

/** Words between the parts of a date, of all the languages read here; they mean nothing. */
const FILLERS =
  /^(?:on|in|at|the|of|day|dated|date|year|month|de|del|do|da|du|el|la|le|les|dia|l'|d'|em|en|au|ano|annee|mois|mes|am|den|der|dem|im|jahr|vom)$/;
const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thur?s?|fri|sat|sun|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?)';
const WEEKDAYS = new RegExp(`^${WEEKDAY}$`);
/** A weekday before a date in numerals, or behind one. */
const BESIDE_NUMERALS = new RegExp(`^${WEEKDAY}[.,]*\\s+(?=\\d)|(?<=\\d)[,\\s]+\\(?${WEEKDAY}\\)?$`, 'g');

const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|re|o|a|\.)?$/;
const YEAR = /^\d{4}$/;
const SHORT_YEAR = /^['’]?(\d\d)$/;

/** The months as they are numbered between day and year in much of Europe: `16 IX 2022`. */
const ROMAN_MONTHS: readonly string[] = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

const ORDERS: Readonly<Record<string, readonly Part[]>> = {
  'day month year': ['day', 'month', 'year'],
  'month day year': ['month', 'day', 'year'],
  'year month day': ['year', 'month', 'day'],
  'year day month': ['year', 'day', 'month'],
  'month year': ['month', 'year'],
  'year month': ['year', 'month'],
  year: ['year'],
};

/**
 * What a date with its month written out may mean: `16th of September 2022`, `Sept. 16, 2022`, `16-Sep-22`,
 * `16 de septiembre de 2022`, `June 2015`, and a year with words that mean nothing, `in 2015`. The text is in small
 * letters without accents. The candidate may name a day that does not exist.
 */
export function wordedCandidates(text: string): readonly Candidate[] {
  const words = meaningfulWords(text);
  const kinds = words.map(partOf);
  const roman = words.length === 3 ? ROMAN_MONTHS.indexOf(words[1] as string) + 1 : 0;
  if (roman > 0) {
    return kinds[0] === 'day' && kinds[2] === 'year'
      ? [{ edtf: edtfOf(words[2] as string, roman, DAY.exec(words[0] as string)?.[1]) }]
      : [];
  }
  // A two-digit number after day and month is the year of `16-Sep-22`; with an apostrophe it is one after the month too.
  const last = words.at(-1) ?? '';
  const isShortYear = SHORT_YEAR.test(last) && (isDayAndMonth(kinds.slice(0, -1)) || /^['’]/.test(last));
  if (isShortYear) {
    kinds[kinds.length - 1] = 'year';
  }
  const order = ORDERS[kinds.join(' ')];
  return order ? [candidateOf(order, words)] : [];
}

/** A text, in small letters without accents, without the weekday beside a date in numerals: `wed, 09/27/2023`. */
export function withoutWeekday(text: string): string {
  return text.replace(BESIDE_NUMERALS, '');
}

function meaningfulWords(text: string): string[] {
  return text
    .replace(/\b(?:segunda|terca|quarta|quinta|sexta)-feira\b/g, ' ')
    .replace(/\b([dl])['’]/g, '$1 ')
    .replace(/([a-z]{3,})\./g, '$1 ')
    .split(/[\s,/_-]+|(?<=\d)\.(?=\s*[a-z])|(?<=[a-z])\.(?=\d)/)
    .filter((word) => word !== '' && word !== '.' && word !== 'd' && word !== 'l')
    .filter((word) => !FILLERS.test(word) && !WEEKDAYS.test(word));
}

function partOf(word: string): Part | undefined {
  if (YEAR.test(word)) {
    return 'year';
  }
  if (DAY.test(word)) {
    return 'day';
  }
  return monthOf(word) === undefined ? undefined : 'month';
}

function isDayAndMonth(kinds: readonly (Part | undefined)[]): boolean {
  return kinds.join(' ') === 'day month' || kinds.join(' ') === 'month day';
}

function candidateOf(order: readonly Part[], words: readonly string[]): Candidate {
  const wordOf = (part: Part): string | undefined => words[order.indexOf(part)];
  const [year = '', month, day] = [wordOf('year'), wordOf('month'), wordOf('day')];
  const short = SHORT_YEAR.exec(year)?.[1];
  return {
    edtf: edtfOf(short ? fullYear(short) : year, month && monthOf(month), day && DAY.exec(day)?.[1]),
  };
}
