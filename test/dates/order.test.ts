import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgreementDate,
  common,
  type Day,
  type DayUnit,
  dayOf,
  notLater,
  before as orderOf,
  overlap,
  rangeDate,
  readDate,
  span,
  after as termAfter,
} from '../../language/dates/index.ts';
import { anyDate } from './arbitrary.ts';
import terms from './data/after.json' with { type: 'json' };
import shared from './data/common.json' with { type: 'json' };
import order from './data/order.json' with { type: 'json' };
import hulls from './data/span.json' with { type: 'json' };
import { dateOf } from './table.ts';

const [FIRST, LAST] = [dayOf(0, 1, 1), dayOf(9999, 12, 31)];
const day = fc.integer({ min: FIRST, max: LAST });

/** A day of a date: its first for share 0, its last for share 1. */
function dayWithin(date: AgreementDate, share: number): Day {
  const [from, to] = [Math.max(date.min, FIRST), Math.min(date.max, LAST)];
  return from + Math.floor(share * (to - from));
}

function readsBack(date: AgreementDate): void {
  expect(readDate(date.text)).toEqual({ ok: true, date });
}

describe('the order of two dates', () => {
  it.each(order)('%s and %s: before %s, not later %s, overlap %s', (x, y, isBefore, isNotLater, doOverlap) => {
    const [a, b] = [dateOf(x as string), dateOf(y as string)];
    expect([orderOf(a, b), notLater(a, b), overlap(a, b)]).toEqual([isBefore, isNotLater, doOverlap]);
  });

  it('is consistent', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (x, y) => {
        expect(overlap(x, y)).toBe(overlap(y, x));
        expect(orderOf(x, y) === 'certain').toBe(orderOf(y, x) === 'impossible');
        expect(orderOf(x, y) === 'impossible').toBe(notLater(x, y) === 'impossible');
        expect(overlap(x, y)).toBe(orderOf(x, y) === 'undetermined');
        if (orderOf(x, y) === 'certain') {
          expect(notLater(x, y)).toBe('certain');
        }
      }),
    );
  });

  it('carries on from one date to the next', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (x, y, z) => {
        const isChain = orderOf(x, y) === 'certain' && orderOf(y, z) === 'certain';
        expect(!isChain || orderOf(x, z) === 'certain').toBe(true);
      }),
    );
  });

  it('is certain or impossible only where all their days agree', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyDate, anyDate, share, share, (x, y, atX, atY) => {
        const [a, b] = [dayWithin(x, atX), dayWithin(y, atY)];
        expect(orderOf(x, y) !== 'certain' || a < b).toBe(true);
        expect(orderOf(x, y) !== 'impossible' || a > b).toBe(true);
        expect(notLater(x, y) !== 'certain' || a <= b).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what two dates have in common', () => {
  it.each(shared as [string, string, string | null][])('%s and %s: %s', (x, y, text) => {
    expect(common(dateOf(x), dateOf(y))?.text ?? null).toBe(text);
    expect(common(dateOf(y), dateOf(x))?.text ?? null).toBe(text);
  });

  it('lies in both, and is all they share', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (x, y) => {
        const both = common(x, y);
        expect(both !== undefined).toBe(overlap(x, y));
        if (both) {
          expect([both.min, both.max]).toEqual([Math.max(x.min, y.min), Math.min(x.max, y.max)]);
          readsBack(both);
        }
      }),
    );
  });

  it('is doubtful when either is', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (x, y) => {
        const both = common(x, y);
        fc.pre(both !== undefined && /\d/.test(both.text));
        expect(both?.doubtful).toBe(x.doubtful || y.doubtful);
      }),
    );
  });
});

describe('the span of dates', () => {
  it.each(hulls as [string[], string][])('%j: %s', (texts, text) => {
    expect(span(texts.map(dateOf)).text).toBe(text);
  });

  it('holds them all and no day before or after', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { minLength: 1, maxLength: 5 }), (dates) => {
        const hull = span(dates);
        expect(hull.min).toBe(Math.min(...dates.map((date) => date.min)));
        expect(hull.max).toBe(Math.max(...dates.map((date) => date.max)));
        readsBack(hull);
      }),
    );
  });
});

describe('a term after a date', () => {
  it.each(terms as [string, number, DayUnit, string][])('%s and %i %s: %s', (from, count, unit, text) => {
    expect(termAfter(dateOf(from), count, unit).text).toBe(text);
  });

  it('of days is as vague as the date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 400 }), (date, count) => {
        fc.pre(Number.isFinite(date.min) && date.max < dayOf(9990, 1, 1));
        const moved = termAfter(date, count, 'day');
        expect([moved.min, moved.max]).toEqual([date.min + count, date.max + count]);
        expect(moved.doubtful).toBe(date.doubtful);
        readsBack(moved);
      }),
    );
  });
});

describe('a date for given days', () => {
  it.each([
    ['2015', '2015'],
    ['2015-06', '2015-06'],
    ['2015-01/2015-12', '2015'],
    ['2016-02-01/2016-02-29', '2016-02'],
    ['2015-02-01/2015-02-27', '2015-02-01/2015-02-27'],
    ['201X', '2010/2019'],
    ['2015-04/2016', '2015-04/2016-12'],
    ['../2015-12-31', '../2015'],
    ['2015-06-01/..', '2015-06/..'],
    ['../..', 'unknown'],
  ])('of %s is %s', (from, text) => {
    const { min, max } = dateOf(from);
    expect(rangeDate(min, max).text).toBe(text);
  });

  it('marks doubt at each stated end', () => {
    expect(rangeDate(0, 400, true).text).toBe('1970-01-01?/1971-02-05?');
    expect(rangeDate(-Infinity, 0, true)).toMatchObject({ text: '../1970-01-01?', doubtful: true });
  });

  it('is unknown where there is no day', () => {
    expect([rangeDate(5, 4).text, rangeDate(Infinity, Infinity).text]).toEqual(['unknown', 'unknown']);
  });

  it('reads back to the same days', () => {
    const end = fc.option(day, { nil: undefined });
    fc.assert(
      fc.property(end, end, fc.boolean(), (a = -Infinity, b = Infinity, doubtful) => {
        const [min, max] = a <= b ? [a, b] : [b, a];
        const date = rangeDate(min, max, doubtful);
        expect([date.min, date.max]).toEqual([min, max]);
        readsBack(date);
      }),
      { numRuns: 500 },
    );
  });
});
