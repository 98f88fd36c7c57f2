import { describe, expect, test } from 'vitest';
import { parse } from '../../language/syntax/parse.ts';
import { correct } from './corpus.ts';
import { oracle, ours } from './oracle.ts';

describe.each(correct)('%s', (_, text) => {
  const parsed = parse(text);

  test('has no problem', () => {
    expect(parsed.problems).toEqual([]);
  });

  test('says to us what it says to Langium', () => {
    const theirs = oracle(parsed);
    expect(theirs.errors).toEqual([]);
    expect(ours(parsed)).toEqual(theirs.tree);
  });
});
