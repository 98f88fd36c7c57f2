import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, readDate, readPlainDate, UNKNOWN } from '../../language/dates/index.ts';
import { validText } from './arbitrary.ts';
import parse from './data/parse.json' with { type: 'json' };
import problems from './data/problems.json' with { type: 'json' };
import { dateOf } from './table.ts';

describe('a date is an interval of days', () => {
  it.each(parse as [string, string, string, boolean][])('%s', (text, min, max, doubtful) => {
    const date = dateOf(text);
    expect([date.text, isoDay(date.min), isoDay(date.max), date.doubtful]).toEqual([text, min, max, doubtful]);
  });

  it('leaves an open or unknown end unbounded on its own side', () => {
    expect([dateOf('../2015').min, dateOf('/2015').min]).toEqual([-Infinity, -Infinity]);
    expect([dateOf('2015/..').max, dateOf('2015/').max]).toEqual([Infinity, Infinity]);
    expect([UNKNOWN.min, UNKNOWN.max, dateOf('unknown')]).toEqual([-Infinity, Infinity, UNKNOWN]);
  });
});

describe('what is no date says why', () => {
  it.each(problems as [string, string][])('`%s`', (text, problem) => {
    expect(readDate(text)).toEqual({ ok: false, problem });
  });

  it('in one sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const reading = readDate(text);
        expect(reading.ok || /\.$/.test(reading.problem)).toBe(true);
      }),
    );
  });
});

describe('readings of equal texts', () => {
  it('are shared and frozen', () => {
    const [one, other] = [dateOf('2015-06'), dateOf(['2015', '06'].join('-'))];
    expect(one).toBe(other);
    expect(Object.isFrozen(one)).toBe(true);
    expect(Object.isFrozen(readDate('2015-13'))).toBe(true);
  });

  it('stay equal after many others', () => {
    const first = dateOf('1990-01-01');
    for (let year = 0; year <= 9999; year++) {
      dateOf(String(year).padStart(4, '0'));
    }
    expect(dateOf('1990-01-01')).toEqual(first);
  });

  it('cover at least a day each', () => {
    fc.assert(fc.property(validText, (text) => dateOf(text).min <= dateOf(text).max));
  });
});

describe('plain dates are read in place', () => {
  const inPlace = (text: string) => readPlainDate(`per ${text} 2015`, 4, 4 + text.length);

  it.each(['2015', '2015-06', '2015-06-30', '0000', '9999-12-31', '2016-02-29'])('%s', (text) => {
    expect(inPlace(text)).toBe(readDate(text));
  });

  it.each([
    '2015?',
    '201X',
    '2015-XX',
    '2015/2016',
    'unknown',
    '2015-1',
    '15-06-2015',
    '2015.06',
    '2015-00',
    '2015-13',
    '',
  ])('%s is none of them', (text) => {
    expect(inPlace(text)).toBeUndefined();
  });

  it('as they are cut out, where they are read at all', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789-'), { maxLength: 11 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(validText, digits), (text) => {
        const reading = inPlace(text);
        if (reading) expect(reading).toEqual(readDate(text));
        else expect(/^\d{4}(-\d\d(-\d\d)?)?$/.test(text) && readDate(text).ok).toBe(false);
      }),
    );
  });
});
