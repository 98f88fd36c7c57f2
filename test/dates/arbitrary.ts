import fc from 'fast-check';
import { type AgreementDate, daysInMonth } from '../../language/dates/index.ts';
import { dateOf } from './table.ts';

const year = fc.oneof(
  fc.integer({ min: 1990, max: 2030 }),
  fc.integer({ min: 0, max: 9999 }),
  fc.constantFrom(0, 4, 99, 100, 400, 1900, 2000, 9999),
);
const mark = fc.constantFrom('', '', '', '?', '~', '%');

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

const yearText = year.map((value) => digits(value, 4));
const monthText = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${digits(y, 4)}-${digits(m, 2)}`);
const dayText = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => `${digits(y, 4)}-${digits(m, 2)}-${digits(Math.min(d, daysInMonth(y, m)), 2)}`);
const plain = fc.tuple(fc.oneof(yearText, monthText, dayText), mark).map(([text, doubt]) => text + doubt);
const masked = fc.oneof(
  yearText.map((text) => `${text.slice(0, 3)}X`),
  yearText.map((text) => `${text.slice(0, 2)}XX`),
  yearText.map((text) => `${text}-XX`),
  yearText.map((text) => `${text}-XX-XX`),
  monthText.map((text) => `${text}-XX`),
);
const interval = fc.tuple(plain, plain).map(([a, b]) => (dateOf(a).min <= dateOf(b).max ? `${a}/${b}` : `${b}/${a}`));
const halfOpen = fc.tuple(plain, fc.constantFrom('../', '/', '.')).map(([text, open]) => {
  return open === '.' ? `${text}/..` : open + text;
});

/** Texts of every form the language reads. */
export const validText: fc.Arbitrary<string> = fc.oneof(
  plain,
  masked,
  interval,
  halfOpen,
  fc.constantFrom('unknown', '../..'),
);

/** Dates of every form. */
export const anyDate: fc.Arbitrary<AgreementDate> = validText.map(dateOf);

/** Texts one slip away from a date, and texts put together from the pieces of dates. */
export const nearText: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(validText, fc.nat(), fc.constantFrom(...'0123456789X?~%-/. TY', '')).map(([text, at, slip]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + slip + text.slice(place + 1);
  }),
  fc
    .array(
      fc.constantFrom(
        '2015',
        '2016',
        '06',
        '05',
        '31',
        '00',
        '13',
        '02-29',
        'X',
        'XX',
        '-',
        '-',
        '/',
        '..',
        '?',
        '~',
        '%',
      ),
      { minLength: 1, maxLength: 7 },
    )
    .map((pieces) => pieces.join('')),
);
