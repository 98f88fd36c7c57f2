import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDate, humanReadings, isSureReading, readDate } from '../../language/dates/index.ts';
import { anyDate, nearText } from './arbitrary.ts';
import descriptions from './data/describe.json' with { type: 'json' };
import labels from './data/labels.json' with { type: 'json' };
import readings from './data/readings.json' with { type: 'json' };
import sure from './data/sure.json' with { type: 'json' };
import { dateOf } from './table.ts';

describe('a date in words', () => {
  it.each(descriptions as [string, string][])('%s: %s', (text, words) => {
    expect(describeDate(dateOf(text))).toBe(words);
  });

  it('names no day, month or year that is not in the text', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        fc.pre(!date.text.includes('X'));
        const written = date.text.match(/\d+/g)?.map(Number) ?? [];
        const said = describeDate(date).match(/\d+/g)?.map(Number) ?? [];
        expect(said.filter((number) => !written.includes(number))).toEqual([]);
      }),
    );
  });

  it('says of no vague date that it is a day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const isVague = date.min !== date.max;
        expect(/^(?:perhaps )?(?:some day|a day|not|on a day)/.test(describeDate(date)) || !isVague).toBe(true);
      }),
    );
  });

  it('says perhaps of doubtful dates and of no other', () => {
    fc.assert(fc.property(anyDate, (date) => describeDate(date).includes('perhaps') === date.doubtful));
  });
});

describe('readings of a pasted date', () => {
  it.each(readings as [string, string[]][])('`%s`: %j', (text, edtf) => {
    expect(humanReadings(text).map((reading) => reading.edtf)).toEqual(edtf);
  });

  it.each(labels as [string, string[]][])('`%s` are labelled %j', (text, expected) => {
    expect(humanReadings(text).map((reading) => reading.label)).toEqual(expected);
  });

  it('of a date are the date', () => {
    fc.assert(
      fc.property(anyDate, ({ text }) => {
        expect(humanReadings(text).map((reading) => reading.edtf)).toContain(text);
      }),
    );
  });

  const PIECES = [
    ...'0123456789 ./-,?~',
    '2015',
    '16',
    'June',
    'mars',
    'c. ',
    'before ',
    'from ',
    ' to ',
    'th',
    'spring ',
  ];
  const pasted = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));

  it('are dates, each once, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.oneof(pasted, nearText, fc.string({ unit: 'grapheme', maxLength: 90 })), (text) => {
        const found = humanReadings(text).map((reading) => reading.edtf);
        expect(found.filter((edtf) => !readDate(edtf).ok)).toEqual([]);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a single reading is sure', () => {
  it.each(sure as [string, boolean][])('%s: %j', (text, expected) => {
    const [reading, ...others] = humanReadings(text);
    expect(others.length === 0 && isSureReading(text, reading?.edtf ?? '')).toBe(expected);
  });
});
