import { describe, expect, test } from 'vitest';
import type { Finding } from '../../language/findings.ts';
import { RULES } from '../../language/rules/index.ts';
import type { Example, Rule } from '../../language/rules/rule.ts';
import {
  FOLDER,
  findingsOf,
  marksOf,
  placeOfFinding,
  projectOf,
  projectOfTexts,
  textsAfter,
} from '../support/marked.ts';

/** The project file's faults are found by its own reader, and tested there. */
const judged = RULES.filter((rule) => rule.category !== 'project');

describe.each(judged.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test.each(named(rule.rejected))('rejects: %s', (_says, example) => {
    const made = projectOf(example.text, example);
    const places = findingsOf(made, rule.code).map((finding) => placeOfFinding(made, finding));
    expect(places).toEqual(marksOf(made.files));
    expect(places.length).toBeGreaterThan(0);
    if (rule.code !== 'syntax') expect(syntaxErrors(example)).toEqual([]);
  });

  test.each(named(rule.accepted))('accepts: %s', (_says, example) => {
    const made = projectOf(example.text, example);
    expect(marksOf(made.files)).toEqual([]);
    const wrong = findingsOf(made).filter((f) => f.code === rule.code || f.severity === 'error');
    expect(wrong.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test('a finding of a rejected example with fixes has one that mends it, and none brings an error of form', () => {
    for (const example of rule.rejected) tryFixes(rule, example);
  });
});

test('codes are unique and kebab-case', () => {
  const codes = RULES.map((rule) => rule.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test.each(RULES.map((rule) => [rule.code, rule] as const))(
  '%s says what it demands, why, and on what ground',
  (_, rule) => {
    for (const text of [rule.sentence, rule.why, rule.basis]) expect(text).toMatch(/^\S[\s\S]{15,}[.)]$/);
    for (const { says } of [...rule.rejected, ...rule.accepted]) expect(says).toMatch(/^[\S].*[.)]$/);
  },
);

function named(examples: readonly Example[]): (readonly [string, Example])[] {
  return examples.map((example) => [example.says, example] as const);
}

function syntaxErrors(example: Example): readonly string[] {
  return findingsOf(projectOf(example.text, example), 'syntax').map((finding) => finding.message);
}

function tryFixes(rule: Rule, example: Example): void {
  const made = projectOf(example.text, example);
  const before = count(findingsOf(made), rule.code);
  const flawsBefore = count(findingsOf(made), 'syntax');
  for (const finding of findingsOf(made, rule.code)) {
    const left = finding.fixes().map((fix, i) => {
      const texts = textsAfter(made.files, finding, i);
      const project = projectOfTexts(texts, example);
      const after = [...texts.keys()].flatMap((name) => project.judge(FOLDER + name).findings);
      expect(count(after, 'syntax'), fix.title).toBeLessThanOrEqual(flawsBefore);
      return count(after, rule.code);
    });
    if (left.length) expect(Math.min(...left), finding.message).toBeLessThan(before);
  }
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}
