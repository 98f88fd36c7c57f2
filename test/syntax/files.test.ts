import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../language/syntax/parse.ts';
import { marked, mended, outlines, readCases, unmarked } from './cases.ts';

const cases = readCases(readFileSync(new URL('./cases/files.txt', import.meta.url), 'utf8'));

describe.each(cases)('$name', ({ marked: file, messages, outline }) => {
  const text = unmarked(file);

  test.each([
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
  ])('is read as expected with %s', (_, written) => {
    const parsed = parse(written);
    expect(marked(written, parsed.problems).replaceAll('\r\n', '\n')).toBe(file);
    expect(parsed.problems.map((problem) => problem.message)).toEqual(messages);
    expect(outlines(parsed)).toEqual(outline);
  });

  const { problems } = parse(text);
  test.each(problems.filter((problem) => problem.fix !== undefined))('is mended: $fix.title', (problem) => {
    const after = parse(mended(text, problem)).problems;
    expect(after.filter(({ start, message }) => start === problem.start && message === problem.message)).toEqual([]);
    expect(after.length).toBeLessThanOrEqual(problems.length);
  });
});
