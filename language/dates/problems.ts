import { daysInMonth } from './day.ts';
import { monthName } from './months.ts';
import { wordedCandidates } from './worded.ts';

/** One way in which a text fails to be a date: tells the sentence, or nothing when it is another way. */
type Diagnosis = (text: string) => string | undefined;

const MONTH_AND_DAY = /^(\d{4})-(\d\d)(?:-(\d\d|XX))?[?~%]?$/;

/**
 * One sentence for the reader about a text that is no date of the language: what is wrong with it and, where there is
 * one, the way out.
 */
export function problemOf(text: string): string {
  for (const diagnosis of DIAGNOSES) {
    const problem = diagnosis(text);
    if (problem) {
      return problem;
    }
  }
  return `\`${text}\` is not a date: write a day \`2022-09-16\`, a month \`2022-09\`, a year \`2022\`, an interval \`2016/2024\` or \`unknown\`.`;
}

const DIAGNOSES: readonly Diagnosis[] = [
  (text) => (text === '' ? 'A date is missing: write for example `2022-09-16`, `2022` or `unknown`.' : undefined),
  otherSpelling,
  farYear,
  otherOrder,
  shortYear,
  noSuchDayInWords,
  time,
  twoDates,
  set,
  interval,
  noSuchMonthOrDay,
  mask,
  doubt,
  shortNumber,
];

function otherSpelling(text: string): string | undefined {
  const spelling = /^unknown$/i.test(text) ? 'unknown' : currentSpelling(text);
  return spelling === text ? undefined : `\`${text}\` is written \`${spelling}\`.`;
}

/** Other separators, small x, and the words and letters of drafts of EDTF, as they are written today. */
function currentSpelling(text: string): string {
  if (/^\d{4}([/.])\d\d\1\d\d$/.test(text)) {
    return text.replace(/[/.]/g, '-');
  }
  if (/^\d{2,4}[xu]{1,2}$|^\d{4}-(?:\d\d|[xu]{2})(?:-[xu]{2})?$/.test(text)) {
    return text.replace(/[xu]/g, 'X');
  }
  return text.replace(/^(?:open|unknown)\//i, '../').replace(/\/(?:open|unknown|present|now)$/i, '/..');
}

function farYear(text: string): string | undefined {
  const isFar = /^Y-?\d/i.test(text) || /^-\d{4,}/.test(text) || /^\d{5,}(?:-\d\d){1,2}$/.test(text);
  return isFar ? `\`${text}\` lies outside the years 0000 to 9999.` : undefined;
}

function otherOrder(text: string): string | undefined {
  return /^\d{1,2}([/.-])\d{1,2}\1\d{4}$/.test(text)
    ? `\`${text}\` is not in the order year, month, day, as in \`2015-12-31\`.`
    : undefined;
}

function shortYear(text: string): string | undefined {
  return /^\d{1,2}([/.-])\d{1,2}\1\d\d$/.test(text)
    ? `\`${text}\` has a year of two digits: a date has four, and its year first, as in \`2015-12-31\`.`
    : undefined;
}

/** `31 September 2022` */
function noSuchDayInWords(text: string): string | undefined {
  const [candidate] = /[a-z]{3}/i.test(text) ? wordedCandidates(text.toLowerCase()) : [];
  return candidate && noSuchMonthOrDay(candidate.edtf);
}

function time(text: string): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:T\d|\s+\d{1,2}(?:[:.h]|$))/.exec(text)?.[1];
  return day && `\`${text}\` has a time of day: write only the day, \`${day}\`.`;
}

/** Whether two dates stand where one is needed: an interval, or two things that happened. */
export function isTwoDates(text: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}\s+\d{4}(?:-\d\d){0,2}$/.test(text);
}

function twoDates(text: string): string | undefined {
  return isTwoDates(text) ? `\`${text}\` has two dates where one is needed.` : undefined;
}

function set(text: string): string | undefined {
  return /^[[{]/.test(text) || /\d\.\.\d/.test(text)
    ? `\`${text}\` is a set of dates: write an interval such as \`2016/2024\`.`
    : undefined;
}

function interval(text: string): string | undefined {
  if (!text.includes('/')) {
    return undefined;
  }
  const ends = text.split('/');
  if (ends.length > 2 && !/^[\dX?~%./-]+$/.test(text)) {
    return undefined;
  }
  if (ends.length > 2) {
    return `\`${text}\` has more than one \`/\`: an interval has one begin and one end.`;
  }
  const stated = ends.filter((end) => end !== '' && end !== '..');
  const maskedEnd = stated.find((end) => end.includes('X'));
  if (maskedEnd) {
    return `\`${text}\` has a masked end, \`${maskedEnd}\`: write the ends of an interval without \`X\`.`;
  }
  const wrongEnd = stated.find((end) => !isWellFormed(end) || noSuchMonthOrDay(end));
  if (wrongEnd === undefined) {
    return `\`${text}\` ends before it begins.`;
  }
  return (
    noSuchMonthOrDay(wrongEnd) ?? `\`${text}\` is not an interval of dates, because \`${wrongEnd}\` is not a date.`
  );
}

function isWellFormed(end: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}[?~%]?$/.test(end);
}

function noSuchMonthOrDay(text: string): string | undefined {
  const match = MONTH_AND_DAY.exec(text);
  if (!match) {
    return undefined;
  }
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (month >= 21 && month <= 41 && match[3] === undefined) {
    return `\`${text}\` is a season: write its months as an interval, or only the year, \`${match[1]}\`.`;
  }
  if (month < 1 || month > 12) {
    return `\`${text}\` has no month ${match[2]}.`;
  }
  const [day, last] = [Number(match[3]), daysInMonth(year, month)];
  return day < 1 || day > last
    ? `\`${text}\` has no day ${match[3]}: ${monthName(month)} ${match[1]} has ${last} days.`
    : undefined;
}

function mask(text: string): string | undefined {
  if (!/^[\dX?~%-]*X[\dX?~%-]*$/.test(text) || !/\d|XX/.test(text)) {
    return undefined;
  }
  if (/^XXXX/.test(text)) {
    return `\`${text}\` says nothing about the year: write \`unknown\`.`;
  }
  if (/[?~%]/.test(text)) {
    return `\`${text}\` is both masked and doubtful: a date with \`X\` takes no \`?\`, \`~\` or \`%\`.`;
  }
  return `\`${text}\` is masked in a way that has no meaning here: write \`201X\`, \`20XX\`, \`2015-XX\`, \`2015-XX-XX\` or \`2015-06-XX\`.`;
}

function doubt(text: string): string | undefined {
  return /\d/.test(text) && /[?~%]/.test(text)
    ? `\`${text}\` has a mark of doubt in the wrong place: one \`?\`, \`~\` or \`%\` stands at the end of a date.`
    : undefined;
}

function shortNumber(text: string): string | undefined {
  const match = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  const parts = match?.slice(1).filter((part) => part !== undefined);
  if (parts?.some((part) => Number(part) === 0)) {
    return undefined;
  }
  const full = parts?.map((part) => part.padStart(2, '0')).join('-');
  return full && `\`${text}\` lacks a digit: months and days have two, as in \`${full}\`.`;
}
