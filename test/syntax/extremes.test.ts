import { expect, test } from 'vitest';
import { expectedAt } from '../../language/syntax/expected.ts';
import { parse } from '../../language/syntax/parse.ts';

const MANY = 50_000;

/** Texts that would break a parser that calls itself for each of their parts, and how many problems they have. */
test.each<readonly [name: string, text: string, problems: number]>([
  ['open braces', `agreement A : CMAA ${'{'.repeat(MANY)}`, 2],
  ['braces in braces', `agreement A : CMAA ${'{'.repeat(MANY)}${'}'.repeat(MANY)}`, 1],
  ['closing braces', '}'.repeat(MANY), 1],
  ['stray words', 'foo '.repeat(MANY), 1],
  ['stray words in a body', `agreement A : CMAA {\n${'foo '.repeat(MANY)}\n}`, 1],
  ['stray lines in a body', `agreement A : CMAA {\n${'foo\n'.repeat(MANY)}}`, MANY],
  ['unfinished statements', `agreement A : CMAA {\n${'signed\n'.repeat(MANY)}}`, MANY],
  ['nested events', `agreement A : CMAA {\n${'signed 2015 {\n'.repeat(MANY)}`, MANY + 1],
  ['unclosed declarations', 'agreement A : CMAA {\n'.repeat(MANY), MANY],
  ['commas', `agreement A : CMAA { between X${','.repeat(MANY)} Y }`, 1],
  ['names without commas', `agreement A : CMAA { between ${'X '.repeat(MANY)}}`, 1],
  ['words of a date', `agreement A : CMAA {\nsigned ${'of '.repeat(MANY)}\n}`, 0],
  ['characters that are no part of the language', '@'.repeat(MANY), 1],
  ['quotes', '"'.repeat(2 * MANY), 2],
  ['quotes that open nothing', '‘'.repeat(MANY), 1],
  ['comments', '/**/'.repeat(MANY), 0],
  ['spaces', `party${' '.repeat(MANY)}A`, 0],
  ['a long name', `party ${'a-'.repeat(MANY)}a`, 0],
  ['statements', `agreement A : CMAA {\n${'note "x"\n'.repeat(MANY)}}`, 0],
])('%s are no trouble', (_, text, problems) => {
  const parsed = parse(text);
  expect(parsed.problems.length).toBe(problems);
  expect(expectedAt(parsed, text.length).prefix.end).toBe(text.length);
});
