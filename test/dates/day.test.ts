import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToDay, civilDay, dayOf, isoDay, today } from '../../language/dates/index.ts';

const FIRST = dayOf(0, 1, 1);
const LAST = dayOf(9999, 12, 31);
const day = fc.integer({ min: FIRST, max: LAST });

describe('days', () => {
  it('count from 1970-01-01', () => {
    expect([dayOf(1970, 1, 1), dayOf(1969, 12, 31), dayOf(2000, 3, 1)]).toEqual([0, -1, 11_017]);
  });

  it('agree with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(day, (value) => {
        expect(isoDay(value)).toBe(new Date(value * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('come back from year, month and day', () => {
    fc.assert(
      fc.property(day, (value) => {
        const { year, month, day: dayOfMonth } = civilDay(value);
        expect(dayOf(year, month, dayOfMonth)).toBe(value);
      }),
    );
  });

  it('have no name when infinite', () => {
    expect([isoDay(Infinity), isoDay(-Infinity)]).toEqual(['..', '..']);
  });

  it('are taken from the local calendar', () => {
    expect(isoDay(today(new Date(2026, 0, 31, 23, 59)))).toBe('2026-01-31');
    expect(isoDay(today(new Date(2026, 1, 1, 0, 0)))).toBe('2026-02-01');
  });
});

describe('terms', () => {
  it.each([
    ['2015-01-31', 1, 'month', '2015-02-28'],
    ['2015-12-31', 2, 'month', '2016-02-29'],
    ['2016-02-29', 12, 'month', '2017-02-28'],
    ['2016-02-29', -4, 'year', '2012-02-29'],
    ['2015-12-31', 1, 'day', '2016-01-01'],
    ['2015-12-31', -1, 'week', '2015-12-24'],
  ] as const)('%s and %i %s', (from, count, unit, to) => {
    const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number);
    expect(isoDay(addToDay(dayOf(year, month, dayOfMonth), count, unit))).toBe(to);
  });

  it('leave infinite days alone', () => {
    expect([addToDay(Infinity, -5, 'year'), addToDay(-Infinity, 5, 'day')]).toEqual([Infinity, -Infinity]);
  });

  it('of months keep the day of the month or end on the last of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (value, count) => {
        const [from, to] = [civilDay(value), civilDay(addToDay(value, count, 'month'))];
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count);
        const isLast = civilDay(addToDay(value, count, 'month') + 1).day === 1;
        expect(to.day === from.day || (isLast && to.day < from.day)).toBe(true);
      }),
    );
  });
});
