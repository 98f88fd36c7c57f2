import { describe, expect, test } from 'vitest';
import { nameOf, textValue, wordOf } from '../../language/syntax/leaves.ts';
import { scan } from '../../language/syntax/scan.ts';

describe('a name', () => {
  test.each([
    ['CBP', 'CBP'],
    ['^port', 'port'],
    ['US-BR-MRA', 'US-BR-MRA'],
    ['Cafe\u0301', 'Café'],
    ['a-name-that-is-longer-than-a-few-letters', 'a-name-that-is-longer-than-a-few-letters'],
  ])('%s is compared as %s', (written, name) => {
    expect(nameOf(scan(written), 0)).toBe(name);
  });

  test.each(['CBP', '_x', 'é', '海关总署', 'a1', 'a_b-c', 'भारत', 'क्षेत्र', 'l·l', 'zh-Hant-TW', '𐐀𐐁'])(
    '%s is one',
    (written) => {
      const tokens = scan(written);
      expect([tokens.count, nameOf(tokens, 0)]).toEqual([1, written]);
    },
  );

  test.each(['a-', '-a', 'a--b', '\u0301a', '😀', 'a.b', 'a b', '1a-'])('%s is none', (written) => {
    const tokens = scan(written);
    expect(tokens.count === 1 && /^[\p{L}_]/u.test(tokens.text(0))).toBe(false);
  });
});

describe('a word', () => {
  test.each([
    ['signed', 'signed'],
    ['in  \n force', 'in force'],
    ['in', 'in'],
    ['inside', 'inside'],
    ['^signed', 'signed'],
    ['2015', '2015'],
    ['{', '{'],
  ])('%j is %j', (written, word) => {
    expect(wordOf(scan(written), 0)).toBe(word);
  });
});

describe('a text', () => {
  test.each([
    ['""', ''],
    ['"a"', 'a'],
    ['"a \\"b\\" \\\\ \\n \\t"', 'a "b" \\ \n \t'],
    ['"C:\\dir"', 'C:\\dir'],
    ['"unclosed', 'unclosed'],
    ['"unclosed }', 'unclosed'],
    ['"see {x}', 'see {x}'],
    ['“typographic”', 'typographic'],
    ['„German“', 'German'],
    ['"""one line"""', 'one line'],
    ['""""""', ''],
    ['"""\n    One.\n      Two.\n\n    Three.\n  """', 'One.\n  Two.\n\nThree.'],
    ['"""\r\n    One.\r\n    Two.\r\n"""', 'One.\nTwo.'],
    ['"""One.\n    Two.\n    """', 'One.\nTwo.'],
    ['"""\n\tOne.\n\t\tTwo.\n"""', 'One.\n\tTwo.'],
    ['"""no \\n escapes"""', 'no \\n escapes'],
    ['"""\n  unclosed\n  text\n', 'unclosed\ntext'],
    ['"""', ''],
  ])('%j says %j', (written, value) => {
    expect(textValue(scan(written), 0)).toBe(value);
  });

  test('of many lines is read without trouble', () => {
    const lines = Array.from({ length: 200_000 }, () => '  line');
    expect(textValue(scan(`"""\n${lines.join('\n')}\n"""`), 0).length).toBe(200_000 * 5 - 1);
  });
});
