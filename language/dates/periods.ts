import { type Candidate, edtfOf } from './numerals.ts';

/** A way of reading a whole text in small letters without accents; nothing when it is another way's. */
type Way = readonly [RegExp, (match: readonly string[]) => readonly Candidate[]];

const SEASONS: readonly RegExp[] = [
  /^(?:spring|printemps|primavera|fruhling|fruhjahr)$/,
  /^(?:summer|ete|verano|verao|sommer)$/,
  /^(?:autumn|fall|automne|otono|outono|herbst)$/,
  /^(?:winter|hiver|invierno|inverno)$/,
];
const [SUMMER, WINTER] = [1, 3];
const [NORTH, SOUTH] = ['northern season', 'southern season'];
const QUARTERS = ['first', 'second', 'third', 'fourth'];

const WAYS: readonly Way[] = [
  [
    /^(?:unknown|undated|date unknown|unknown date|no date|not known|not stated|n\.?\s?d|n\/a|tbd|tba|\?+|x{4}(?:-xx){0,2})\.?$/,
    () => [{ edtf: 'unknown' }],
  ],
  [/^(\d{4})\s?[年년]$/, ([, year]) => [{ edtf: edtfOf(year as string) }]],
  [/^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]$/, ([, year, month]) => [{ edtf: edtfOf(year as string, month) }]],
  [
    /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/,
    ([, year, month, day]) => [{ edtf: edtfOf(year as string, month, day) }],
  ],
  [/^(\d{3})[xu?_-]$/, ([, years]) => [{ edtf: `${years}X` }]],
  [/^(\d\d)(?:[xu?_-]{2})$/, ([, years]) => [{ edtf: `${years}XX` }]],
  [/^(\d{4})-xx-\d\d$/, ([, year]) => [{ edtf: year as string }]],
  [/^(\d{4}(?:-\d\d)?)(?:-[xu?]{2}){1,2}$/, ([, known]) => [{ edtf: known as string }]],
  [/^(?:the )?(\d{3})\d['’]?s$/, ([whole, years]) => decades(whole as string, years as string)],
  [/^(?:the )?['’]?([2-9])0['’]?s$/, ([, decade]) => [{ edtf: `19${decade}X` }]],
  [/^q([1-4])[\s/-]?(\d{4})$/, ([, quarter, year]) => [monthsOf(Number(year), Number(quarter) * 3 - 2, 3)]],
  [/^(\d{4})[\s/-]?q([1-4])$/, ([, year, quarter]) => [monthsOf(Number(year), Number(quarter) * 3 - 2, 3)]],
  [
    /^(?:the )?(first|second|third|fourth) quarter (?:of )?(\d{4})$/,
    ([, quarter, year]) => [monthsOf(Number(year), QUARTERS.indexOf(quarter as string) * 3 + 1, 3)],
  ],
  [/^h([12])[\s/-]?(\d{4})$/, ([, half, year]) => [monthsOf(Number(year), Number(half) * 6 - 5, 6)]],
  [
    /^(?:the )?(first|second) half (?:of )?(\d{4})$/,
    ([, half, year]) => [monthsOf(Number(year), QUARTERS.indexOf(half as string) * 6 + 1, 6)],
  ],
  [
    /^(?:fy|fiscal year)\s?(\d{4})$/,
    ([, year]) => [{ ...monthsOf(Number(year) - 1, 10, 12), note: 'fiscal year of the United States' }],
  ],
  [/^(\d{4})-2([1-4])$/, ([, year, season]) => seasons(Number(year), Number(season) - 1)],
  [/^([a-z]+)(?: of| de| del)? (\d{4})$/, ([, word, year]) => seasons(Number(year), seasonOf(word as string))],
  [
    /^([a-z]+)(?: of| de| del)? (\d{4})[/-](?:\d\d|\d{4})$/,
    ([, word, year]) => seasonAcross(Number(year), seasonOf(word as string)),
  ],
];

/**
 * What a text may mean that names a period by other than a month: `1990s`, `spring 2015`, `Q3 2015`, `201?`, `n.d.`,
 * `2022年9月16日`. The text is in small letters without accents.
 */
export function periodCandidates(text: string): readonly Candidate[] {
  for (const [pattern, candidates] of WAYS) {
    const match = pattern.exec(text);
    if (match) {
      return candidates(match);
    }
  }
  return [];
}

/** `1990s` is a decade; `1900s` may mean its first decade or all its hundred years. */
function decades(whole: string, years: string): readonly Candidate[] {
  const decade = { edtf: `${years}X` };
  return /00['’]?s$/.test(whole) ? [decade, { edtf: `${years.slice(0, 2)}XX` }] : [decade];
}

/** So many months from a month of a year on, as an interval. */
function monthsOf(year: number, month: number, count: number): Candidate {
  const last = year * 12 + month + count - 2;
  return { edtf: `${edtfOf(year, month)}/${edtfOf(Math.floor(last / 12), (last % 12) + 1)}` };
}

/** The number of a season, 0–3 from spring on, or -1 for any other word. */
function seasonOf(word: string): number {
  return SEASONS.findIndex((names) => names.test(word));
}

/** The months of a season for either half of the earth, and about the year; nothing for season -1. */
function seasons(year: number, season: number): readonly Candidate[] {
  if (season < 0) {
    return [];
  }
  const north = threeMonths(year, 3 + season * 3, NORTH);
  const south = threeMonths(year, 3 + ((season + 2) % 4) * 3, SOUTH);
  return [...north, ...south, { edtf: `${year}~` }];
}

/** The months of a winter or a summer that lies in two years, as in `winter 2015/16`. */
function seasonAcross(year: number, season: number): readonly Candidate[] {
  if (season !== SUMMER && season !== WINTER) {
    return [];
  }
  return [{ ...monthsOf(year, 12, 3), note: season === WINTER ? NORTH : SOUTH }];
}

/** A season that begins in December is of the year before or of the year named. */
function threeMonths(year: number, month: number, note: string): readonly Candidate[] {
  const begins = month === 12 ? [year - 1, year] : [year];
  return begins.map((begin) => ({ ...monthsOf(begin, month, 3), note }));
}
