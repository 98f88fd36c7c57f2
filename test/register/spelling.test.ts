import { expect, test } from 'vitest';
import { slipsBetween } from '../../language/spelling.ts';
import { findingsOf, projectOf } from '../support/marked.ts';

test.each([
  ['mra', 'mra', 0],
  ['jpw', 'jwp', 1],
  ['froce', 'force', 1],
  ['cma', 'cmaa', 1],
  ['abcd', 'badc', 3],
])('%s and %s: %d', (word, other, slips) => {
  expect(slipsBetween(word, other)).toBe(slips);
});

test('a short name with two letters in the wrong order is found', () => {
  const made = projectOf('agreement A : JPW { between US and BR }');
  const [finding] = findingsOf(made, 'unresolved-reference');
  expect(finding?.message).toBe('No kind named `JPW` is declared. Did you mean JWP?');
});
