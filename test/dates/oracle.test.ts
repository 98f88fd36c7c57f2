import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, daysInMonth, readDate } from '../../language/dates/index.ts';
import { nearText, validText } from './arbitrary.ts';

const MILLISECONDS = 86_400_000;
const OTHER_TYPES = new Set(['Season', 'Year', 'Century']);

/** Where the language says no and the package yes: each with the reason. */
const LANGUAGE_REFUSES: readonly (readonly [string, (text: string, type: string) => boolean])[] = [
  ['seasons, years written with Y, centuries of two digits', (_, type) => OTHER_TYPES.has(type)],
  ['times of day', (text) => text.includes('T')],
  ['years before 0000', (text) => /^-|\/-/.test(text)],
  ['a year of which nothing is known', (text) => text.startsWith('XXXX')],
  ['29 February of a common year, which the package takes for 1 March', hasNoLeapDay],
];

/** Where the language says yes and the package no. */
const PACKAGE_REFUSES: readonly (readonly [string, (text: string) => boolean])[] = [
  ['the word for a date nobody states', (text) => text === 'unknown'],
  ['an interval whose end begins with its begin or before, such as 2016/2016 and 2016-05/2016', isNestedInterval],
];

function isNestedInterval(text: string): boolean {
  const [begin, end] = text.split('/').map(readDate);
  return begin?.ok === true && end?.ok === true && end.date.min <= begin.date.min;
}

function hasNoLeapDay(text: string): boolean {
  return [...text.matchAll(/(\d{4})-02-29/g)].some(([, year]) => daysInMonth(Number(year), 2) === 28);
}

/** The year 0000 is a leap year, but the package takes its 29 February for 1 March, also as the last of some day of that month. */
function isLeapDayOfYear0(text: string): boolean {
  return /0000-02-(?:29|XX)/.test(text);
}

interface Reference {
  readonly type: string;
  readonly min: Day;
  readonly max: Day;
}

function reference(text: string): Reference | undefined {
  try {
    const { type, min, max } = edtf(text, { level: 1 });
    return { type, min: dayNumber(min, -Infinity), max: dayNumber(max, Infinity) };
  } catch {
    return undefined;
  }
}

function dayNumber(milliseconds: number | null, unknown: Day): Day {
  return milliseconds === null ? unknown : Math.floor(milliseconds / MILLISECONDS);
}

/** What the language and the package make of a text: the same, or a difference with its reason. */
function compare(text: string): string {
  const [own, other] = [readDate(text), reference(text)];
  if (own.ok && other) {
    const isSame = own.date.min === other.min && own.date.max === other.max;
    return isSame || isLeapDayOfYear0(text) ? 'same' : `other days: ${JSON.stringify([own.date, other])}`;
  }
  if (own.ok) {
    return PACKAGE_REFUSES.find(([, applies]) => applies(text))?.[0] ?? 'only the language accepts it';
  }
  return other
    ? (LANGUAGE_REFUSES.find(([, applies]) => applies(text, other.type))?.[0] ?? 'only the package accepts it')
    : 'same';
}

const EXPLAINED = new Set(['same', ...LANGUAGE_REFUSES.map(([reason]) => reason), ...PACKAGE_REFUSES.map(([r]) => r)]);

describe('the package edtf at level 1', () => {
  it.each([
    ['dates', validText, 4000],
    ['texts that are nearly dates', nearText, 8000],
  ])('agrees about %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        const difference = compare(text);
        expect(EXPLAINED.has(difference) ? '' : `${text}: ${difference}`).toBe('');
      }),
      { numRuns },
    );
  });

  it.each([
    ['2015-21', LANGUAGE_REFUSES[0]?.[0]],
    ['Y12015', LANGUAGE_REFUSES[0]?.[0]],
    ['20', LANGUAGE_REFUSES[0]?.[0]],
    ['2015-06-05T10:00:00Z', LANGUAGE_REFUSES[1]?.[0]],
    ['-0044', LANGUAGE_REFUSES[2]?.[0]],
    ['XXXX', LANGUAGE_REFUSES[3]?.[0]],
    ['2015-02-29', LANGUAGE_REFUSES[4]?.[0]],
    ['unknown', PACKAGE_REFUSES[0]?.[0]],
    ['2016/2016', PACKAGE_REFUSES[1]?.[0]],
    ['2016-05/2016', PACKAGE_REFUSES[1]?.[0]],
    ['201X~', 'same'],
    ['201X/2024', 'same'],
    ['2016?/2024%', 'same'],
    ['2024/2016', 'same'],
  ])('differs about %s as listed: %s', (text, reason) => {
    expect(compare(text)).toBe(reason);
  });
});
