import { describe, expect, test } from 'vitest';
import { dayOf } from '../../language/dates/index.ts';
import { readProjectFile } from '../../language/project-file.ts';

const URI = 'file:///p/agreement.json';

/** Each finding as `what it sits on: message`, and its fixes applied. */
function read(text: string): readonly string[] {
  return readProjectFile(text, URI).findings.map(({ start, end, message }) => `${text.slice(start, end)} | ${message}`);
}

function mended(text: string): readonly string[] {
  return readProjectFile(text, URI).findings.flatMap((finding) =>
    finding.fixes().map(({ edits }) => {
      const edit = edits[0];
      return edit ? text.slice(0, edit.start) + edit.newText + text.slice(edit.end) : text;
    }),
  );
}

test('no file, and an empty object, set nothing', () => {
  for (const file of [readProjectFile(undefined, URI), readProjectFile('{}', URI)]) {
    expect(file).toMatchObject({ asOf: undefined, rules: {}, findings: [] });
    expect(file.includes('a.agreement')).toBe(true);
    expect(file.includes('a/b/c.agreement')).toBe(true);
    expect(file.includes('a.txt')).toBe(false);
  }
});

test('what is right is taken', () => {
  const text = `{
    "$schema": "https://example.org/agreement.schema.json",
    "include": ["records/**/*.agreement", "./more", "one.agreement"],
    "exclude": ["**/drafts/**", "records/old/"],
    "asOf": "2024-02-29",
    "rules": { "syntax": "warning", "duplicate-name": "off" }
  }`;
  const file = readProjectFile(text, URI);
  expect(file).toMatchObject({
    asOf: dayOf(2024, 2, 29),
    rules: { syntax: 'warning', 'duplicate-name': 'off' },
    findings: [],
  });
  const taken = ['records/a.agreement', 'records/b/c.agreement', 'more/a/b.agreement', 'one.agreement'];
  const left = [
    'other/a.agreement',
    'records/drafts/a.agreement',
    'records/old/a.agreement',
    'more/a.txt',
    'two.agreement',
  ];
  expect(taken.filter((path) => !file.includes(path))).toEqual([]);
  expect(left.filter((path) => file.includes(path))).toEqual([]);
});

test('an empty list of patterns takes in nothing', () => {
  expect(readProjectFile('{ "include": [] }', URI).includes('a.agreement')).toBe(false);
});

describe('what is wrong', () => {
  test.each<[string, string, readonly string[]]>([
    ['an unknown key', '{ "incldue": [] }', ['"incldue" | There is no setting `incldue`. Did you mean `include`?']],
    ['another case', '{ "asof": "2020-01-01" }', ['"asof" | There is no setting `asof`. Did you mean `asOf`?']],
    [
      'a key like none',
      '{ "colour": 1 }',
      ['"colour" | There is no setting `colour`. There are $schema, include, exclude, asOf and rules.'],
    ],
    [
      'an unknown rule',
      '{ "rules": { "duplicate-nam": "off" } }',
      ['"duplicate-nam" | There is no rule `duplicate-nam`. Did you mean `duplicate-name`?'],
    ],
    [
      'a rule like none',
      '{ "rules": { "xyz": "off" } }',
      ['"xyz" | There is no rule `xyz`. `agreement rules` lists those there are.'],
    ],
    [
      'an unknown severity',
      '{ "rules": { "syntax": "warn" } }',
      ['"warn" | "warn" is no severity: write "error", "warning", "information", "hint" or "off".'],
    ],
    [
      'a severity that is no text',
      '{ "rules": { "syntax": 0 } }',
      ['0 | This is no severity: write "error", "warning", "information", "hint" or "off".'],
    ],
    [
      'a month',
      '{ "asOf": "2026-01" }',
      ['"2026-01" | `asOf` must be one whole day, such as "2026-01-01"; "2026-01" is not.'],
    ],
    [
      'a day that is none',
      '{ "asOf": "2026-02-30" }',
      ['"2026-02-30" | `asOf` must be one whole day, such as "2026-01-01"; "2026-02-30" is not.'],
    ],
    [
      'a doubtful day',
      '{ "asOf": "2026-01-01?" }',
      ['"2026-01-01?" | `asOf` must be one whole day, such as "2026-01-01"; "2026-01-01?" is not.'],
    ],
    ['a number for a day', '{ "asOf": 2026 }', ['2026 | `asOf` must be one whole day, such as "2026-01-01".']],
    ['a pattern alone', '{ "include": "records/**" }', ['"records/**" | `include` must be a list of patterns.']],
    ['no pattern', '{ "exclude": [1, "a"] }', ['1 | A pattern of `exclude` must be a text, such as "records/**".']],
    [
      'a pattern that leads out',
      '{ "include": ["../other"] }',
      ['"../other" | `../other` leads out of the project: patterns are relative to its folder.'],
    ],
    [
      'rules in a list',
      '{ "rules": ["syntax"] }',
      ['["syntax"] | `rules` must be an object of severities by rule, such as { "missing-source": "error" }.'],
    ],
    ['a list', '[]', ['[] | The project file must be an object: `{ … }`.']],
    [
      'a key twice',
      '{ "asOf": "2020-01-01", "asOf": "2021-01-01" }',
      ['"asOf" | `asOf` is set twice; only one can hold.'],
    ],
    [
      'a key of every object',
      '{ "__proto__": 1, "rules": { "constructor": "off" } }',
      [
        '"__proto__" | There is no setting `__proto__`. There are $schema, include, exclude, asOf and rules.',
        '"constructor" | There is no rule `constructor`. `agreement rules` lists those there are.',
      ],
    ],
    ['nothing', ' \n', [' | The project file is empty: write at least `{}`.']],
    ['a comment', '{ /* no */ }', ['/* no */ | JSON has no comments.']],
    [
      'a comma too many',
      '{ "include": ["a"], }',
      ['} | A comma stands before this, and nothing follows it: JSON wants none there.'],
    ],
    ['a comma too few', '{ "include": [] "exclude": [] }', ['"exclude" | A comma is missing before this.']],
    ['no end', '{ "include": []', [' | The closing `}` is missing.']],
    ['single quotes', "{ 'include': [] }", ["'include' | This is no JSON: names and texts stand in double quotes."]],
    [
      'two faults, one behind the break',
      '{ "a": 1, "b" 2, "c": 3 }',
      [
        '"a" | There is no setting `a`. There are $schema, include, exclude, asOf and rules.',
        '2 | A colon was expected here.',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('costs nothing of the rest', () => {
    const file = readProjectFile(
      '{ "asOf": "2026", "rules": { "syntx": "off", "syntax": "hint" }, "exclude": ["a"] }',
      URI,
    );
    expect(file).toMatchObject({ asOf: undefined, rules: { syntax: 'hint' } });
    expect(file.includes('a/b.agreement')).toBe(false);
  });

  test.each([
    ['{ "asof": "2020-01-01" }', '{ "asOf": "2020-01-01" }'],
    ['{ "rules": { "syntax": "warn" } }', '{ "rules": { "syntax": "warning" } }'],
    ['{ "rules": { "syntax": false } }', '{ "rules": { "syntax": "off" } }'],
    ['{ "asOf": "1 May 2026" }', '{ "asOf": "2026-05-01" }'],
    ['{ "include": "records" }', '{ "include": ["records"] }'],
    ['{ "include": ["a"] "exclude": ["b"] }', '{ "include": ["a"] , "exclude": ["b"] }'],
  ])('%s is mended', (text, expected) => {
    expect(mended(text)).toEqual([expected]);
    expect(read(expected)).toEqual([]);
  });

  test('has the severity that the file sets, or is left out', () => {
    const text = (severity: string): string => `{ "x": 1, "rules": { "unknown-setting": "${severity}" } }`;
    expect(readProjectFile(text('hint'), URI).findings).toMatchObject([
      { code: 'unknown-setting', severity: 'hint', uri: URI },
    ]);
    expect(readProjectFile(text('off'), URI).findings).toEqual([]);
    expect(readProjectFile('{ "x": 1 }', URI).findings).toMatchObject([{ severity: 'error' }]);
  });
});
