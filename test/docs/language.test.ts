import { describe, expect, test } from 'vitest';
import { formatted } from '../../language/format/index.ts';
import { grammar } from '../../language/generated/tables.ts';
import { readProjectFile } from '../../language/project-file.ts';
import { RULES } from '../../language/rules/index.ts';
import { FORMS, type Form, writeForm } from '../../language/statements.ts';
import {
  DEMAND_WORDS,
  DEMANDED_PARTY_TYPES,
  EVENT_MEANINGS,
  JURISDICTION_TYPES,
  MODES,
  MOMENT_MEANINGS,
  PROGRAM_TYPES,
} from '../../language/vocabulary.ts';
import { findingsOf, projectOf } from '../support/marked.ts';
import { type Block, blocksOf, codeIn, readPage } from './markdown.ts';

/**
 * A block of `agreement` is a project of its own, judged for 2026-01-01. It has just the errors and warnings that the comment
 * `<!-- finds: CODE, CODE -->` right before it lists (none where there is no such comment); a code of the list may also be of a lesser
 * severity. The prose beside the block names every code.
 */
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/language.md'];

for (const name of PAGES) {
  const examples = blocksOf(readPage(name)).filter((block) => block.language === 'agreement' && block.info === '');
  describe.runIf(examples.length > 0)(`the examples of ${name}`, () => {
    test.each(examples.map((block) => [block.line, block] as const))('line %i: finds what it says', (_, block) => {
      expect(found(block)).toEqual([...block.finds].sort());
      for (const code of block.finds) expect(block.beside).toContain(`\`${code}\``);
    });

    test.each(examples.map((block) => [block.line, block] as const))('line %i: is formatted', (_, { text }) => {
      expect(formatted(text)).toBe(text);
    });
  });
}

function found({ text, finds }: Block): readonly string[] {
  const findings = findingsOf(projectOf(text)).filter(
    ({ severity, code }) => severity === 'error' || severity === 'warning' || finds.includes(code),
  );
  return [...new Set(findings.map(({ code }) => code))].sort();
}

const CODE = codeIn(readPage('docs/language.md'));

describe('the language reference has', () => {
  test('every word that is never a name, and no other', () => {
    const [listed = ''] =
      /^Some words are never a name[\s\S]*?(?= Neither is)/m.exec(readPage('docs/language.md')) ?? [];
    const words = [...listed.matchAll(/`([a-z0-9]+)`/g)].map(([, word]) => word);
    expect(words).toEqual([...grammar.connectives].sort());
  });

  test.each([...new Set(FORMS.map(writtenIn))])('the form `%s`', (text) => {
    const has = CODE.includes(text) || readPage('docs/language.md').includes(`\n    ${text}\n`);
    expect(has, `\`${text}\` is not in docs/language.md`).toBe(true);
  });

  test.each([
    EVENT_MEANINGS,
    MOMENT_MEANINGS,
    DEMAND_WORDS,
    DEMANDED_PARTY_TYPES,
    PROGRAM_TYPES,
    JURISDICTION_TYPES,
    MODES,
  ])('every word of closed list %#', (list) => {
    expect(Object.keys(list).filter((word) => !CODE.includes(word))).toEqual([]);
  });

  test('no code of a rule that there is not', () => {
    const codes = new Set(RULES.map((rule) => rule.code));
    const listed = blocksOf(readPage('docs/language.md')).flatMap((block) => block.finds);
    expect(listed.filter((code) => !codes.has(code))).toEqual([]);
  });

  test('a project file in which nothing is wrong', () => {
    const files = blocksOf(readPage('docs/language.md')).filter((block) => block.language === 'json');
    expect(files).toHaveLength(1);
    for (const { text } of files) expect(readProjectFile(text, 'file:///p/agreement.json').findings).toEqual([]);
  });
});

/** A form as the reference writes it: all events by one, all strengths by one, and what others have in common by three dots. */
function writtenIn(form: Form): string {
  const { text } = writeForm(form);
  if (form.rule === 'Event' && form.words !== 'not') return text.replace(form.words, 'EVENT');
  if (form.rule === 'Demand') return text.replace(/^\w+/, 'requires');
  if (form.rule === 'Publisher') return 'publisher PARTY';
  return text;
}
