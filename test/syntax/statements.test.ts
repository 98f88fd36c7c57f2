import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../language/syntax/parse.ts';
import type { Node } from '../../language/syntax/tree.ts';
import { marked, mended, outline, outlines, readStatementCases, surrounded, unmarked } from './cases.ts';

const cases = readStatementCases(readFileSync(new URL('./cases/statements.txt', import.meta.url), 'utf8'));

describe.each(cases)('in $body: $marked', ({ body, marked: statement, messages, left }) => {
  const text = surrounded(body, unmarked(statement));
  const parsed = parse(text);
  const declarations = outlines(parsed);

  test('says what is wrong, and where', () => {
    expect(marked(text, parsed.problems)).toBe(surrounded(body, statement));
    expect(parsed.problems.map((problem) => problem.message)).toEqual(messages);
  });

  test('keeps everything around it', () => {
    expect(declarations).toHaveLength(3);
    expect([declarations[0], declarations[2]]).toEqual(['Party Before [Of US]', 'Port After [Locode BRSSZ]']);
    const statements: readonly Node[] = parsed.tree.declarations?.[1]?.statements ?? [];
    const [first, ...rest] = statements.map((node) => outline(parsed, node));
    expect([first, rest.at(-1)]).toEqual(['Note "before"', 'Note "after"']);
    expect(rest.slice(0, -1).join(' ; ') || '-').toBe(left);
  });

  test.each(parsed.problems.filter((problem) => problem.fix !== undefined))('mends it: $fix.title', (problem) => {
    const after = parse(mended(text, problem)).problems;
    expect(after.filter(({ start, message }) => start === problem.start && message === problem.message)).toEqual([]);
    expect(after.length).toBeLessThanOrEqual(parsed.problems.length);
  });
});
