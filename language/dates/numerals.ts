import { padded } from './day.ts';

/** An EDTF text that a pasted text may mean, and what was assumed to read it so. */
export interface Candidate {
  readonly edtf: string;
  /** For instance "day first"; missing when nothing was assumed. */
  readonly note?: string;
}

/** Two-digit years up to this one are of the 2000s, later ones of the 1900s. */
const LAST_SHORT_YEAR_OF_2000S = 69;

/** `2022-09-16`, `2022-09` or `2022`; the calendar is not asked. */
export function edtfOf(year: number | string, month?: number | string, day?: number | string): string {
  const rest = [month, day].filter((part) => part !== undefined).map((part) => `-${padded(Number(part), 2)}`);
  return padded(Number(year), 4) + rest.join('');
}

/** The full year of a two-digit one. */
export function fullYear(year: string): number {
  return Number(year) + (Number(year) <= LAST_SHORT_YEAR_OF_2000S ? 2000 : 1900);
}

/**
 * What a text of digits and separators alone may mean: `16/09/2022`, `16.09.22`, `2022/9/6`, `20220916`, `06/2015`,
 * `2015-16`. Candidates may name days that do not exist.
 */
export function numeralCandidates(text: string): readonly Candidate[] {
  const [, year, from = '', to = ''] = /^(\d{4})-(\d\d)\/(\d\d)$/.exec(text) ?? [];
  if (year !== undefined) {
    return monthsOrDay(year, from, to);
  }
  const parts = text.split(/\s*[-/.\s]\s*/);
  if (!parts.every((part) => /^\d+$/.test(part))) {
    return [];
  }
  const shape = parts.map((part) => Math.max(part.length, 2)).join();
  return SHAPES[shape]?.(parts as [string, string, string]) ?? [];
}

/** `2002-06/07`: two months of a year where the second follows the first, or a day. */
function monthsOrDay(year: string, from: string, to: string): readonly Candidate[] {
  const day = { edtf: edtfOf(year, from, to) };
  return to > from && to <= '12'
    ? [
        { edtf: `${year}-${from}/${year}-${to}`, note: 'two months' },
        { ...day, note: 'a day' },
      ]
    : [day];
}

/** Readings by the number of digits between the separators. */
const SHAPES: Readonly<Record<string, (parts: readonly [string, string, string]) => readonly Candidate[]>> = {
  '2,2,4': ([a, b, year]) => dayOrMonthFirst(a, b, year),
  '4,2,2': ([year, a, b]) =>
    Number(a) > 12 ? [{ edtf: edtfOf(year, b, a), note: 'day before month' }] : [{ edtf: edtfOf(year, a, b) }],
  '2,2,2': ([a, b, c]) => [
    ...dayOrMonthFirst(a, b, fullYear(c)),
    { edtf: edtfOf(fullYear(a), b, c), note: 'year first' },
  ],
  '2,4': ([month, year]) => [{ edtf: edtfOf(year, month) }],
  '4,2': ([year, second]) => [{ edtf: edtfOf(year, second) }, ...yearsOf(year, second)],
  '4,4': ([from, to]) => [{ edtf: from === to ? from : `${from}/${to}` }],
  '4': ([year]) => [{ edtf: year }],
  '6': ([digits]) => [{ edtf: edtfOf(digits.slice(0, 4), digits.slice(4)) }],
  '8': ([digits]) => {
    const yearFirst = { edtf: edtfOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)), note: 'year first' };
    return [yearFirst, ...dayOrMonthFirst(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4))];
  },
};

function dayOrMonthFirst(a: string, b: string, year: string | number): readonly Candidate[] {
  return [
    { edtf: edtfOf(year, b, a), note: 'day first' },
    { edtf: edtfOf(year, a, b), note: 'month first' },
  ];
}

/** `2015-16` and `2015-6` as the years 2015 to 2016, where the second follows the first. */
function yearsOf(from: string, ending: string): readonly Candidate[] {
  const to = from.slice(0, 4 - ending.length) + ending;
  return Number(to) > Number(from) ? [{ edtf: `${from}/${to}`, note: 'two years' }] : [];
}
