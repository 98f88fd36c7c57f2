import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES, ruleOf } from '../../language/rules/index.ts';
import { pageOf, tableOfRules } from '../../language/rules/page.ts';
import type { Rule } from '../../language/rules/rule.ts';

const FOLDER = new URL('../../docs/rules/', import.meta.url);

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8').replaceAll('\r\n', '\n');

test.each(RULES.map((rule) => [rule.code, rule] as const))('the page of %s is what the rule says', (code, rule) => {
  expect(read(`${code}.md`)).toBe(pageOf(rule));
});

test('the table lists every rule, and there is no page without one', () => {
  expect(read('README.md')).toBe(tableOfRules(RULES));
  const pages = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(['README', ...RULES.map((rule) => rule.code)].sort());
});

test('a page shows the examples without marks, and where each rejected one is reported', () => {
  const page = pageOf(ruleOf('date-order') as Rule);
  expect(page).not.toMatch(/[»«]/);
  expect(page).toContain('- line 4, column 15: `date-order`, at `2014`');
});

test('a page names the file where an example has several, and the circumstances of an example', () => {
  expect(pageOf(ruleOf('cyclic-order') as Rule)).toContain('- c.agreement, line 1, column 58: `cyclic-order`, at `A`');
  expect(pageOf(ruleOf('future-event') as Rule)).toContain('(the as-of day is 2020-01-01)');
});

test('a page says how the rule is set, and `syntax` that it cannot be waived', () => {
  expect(pageOf(ruleOf('missing-source') as Rule)).toContain('waive missing-source because "…"');
  const page = pageOf(ruleOf('syntax') as Rule);
  expect(page).not.toContain('waive syntax');
  expect(page).toContain('It cannot be waived');
});
