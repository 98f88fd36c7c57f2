import { expect, test } from 'vitest';
import { RULES } from '../../language/rules/index.ts';
import { findingsOf, placeOfFinding, projectOf } from '../support/marked.ts';

/**
 * Every sentence that the rejected examples give, in one page to be read aloud: `messages.txt`. A changed sentence shows there, and is taken
 * over with `vitest -u` once it reads well.
 */
test('what the rejected examples say', async () => {
  const lines = RULES.filter((rule) => rule.category !== 'project').flatMap((rule) => [
    `== ${rule.code}`,
    ...rule.rejected.flatMap((example) => {
      const made = projectOf(example.text, example);
      return findingsOf(made, rule.code).flatMap((finding) => [
        `${placeOfFinding(made, finding)} ${finding.severity}`,
        `    ${finding.message}`,
        ...finding.related.map((related) => `    - ${related.message}`),
        ...finding.fixes().map((fix) => `    > ${fix.title}${fix.preferred ? ' (preferred)' : ''}`),
      ]);
    }),
    '',
  ]);
  await expect(lines.join('\n')).toMatchFileSnapshot('messages.txt');
});

test('a message is made of sentences, and names what it is about', () => {
  for (const rule of RULES.filter((r) => r.category !== 'project')) {
    for (const example of rule.rejected) {
      for (const { code, message } of findingsOf(projectOf(example.text, example), rule.code)) {
        expect(message, code).toMatch(/^\S.*[.?}]$/s);
        expect(message, code).not.toMatch(/undefined|NaN|\[object|Infinity|\s\s/);
      }
    }
  }
});
