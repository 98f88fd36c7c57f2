import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineStarts, offsetAt, positionAt } from '../../language/syntax/lines.ts';

describe('lines', () => {
  test.each([
    ['', [0]],
    ['a', [0]],
    ['a\nb', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb', [0, 2]],
    ['\n\r\n\r', [0, 1, 3, 4]],
    ['a\u2028b', [0]],
  ])('%j begin at %j', (text, starts) => {
    expect([...lineStarts(text)]).toEqual(starts);
  });

  test('a place and its offset are the same', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (written, at) => {
        const offset = at % (written.length + 1);
        const starts = lineStarts(written);
        const back = offsetAt(starts, positionAt(starts, offset), written.length);
        // Between CR and LF there is no place.
        const inside = written.slice(offset - 1, offset + 1) === '\r\n';
        expect(back).toBe(inside ? back : offset);
      }),
    );
  });

  test.each([
    [{ line: 0, column: 99 }, 2],
    [{ line: 1, column: 99 }, 5],
    [{ line: 9, column: 0 }, 3],
    [{ line: -1, column: -1 }, 0],
  ])('%j is kept within the text', (position, offset) => {
    expect(offsetAt(lineStarts('ab\ncd'), position, 5)).toBe(offset);
  });
});
