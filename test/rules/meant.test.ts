import { expect, test } from 'vitest';
import { findingsOf, projectOf } from '../support/marked.ts';

/** What a mistake gives, and what its fixes offer. */
test.each([
  ['a name in another language', 'party RFB { of Brasil }', 'unresolved-reference', ['Change to BR']],
  ['a title, not one like it', 'party GRA { of Gambia }', 'unresolved-reference', ['Change to GM']],
  ['a short title is not guessed at', 'party X { of Iram }', 'unresolved-reference', []],
  [
    'a moment by its event',
    'agreement A : JWP { between US and BR obligation o : US must "act" { due 90 days after signing } }',
    'unknown-type',
    ['Change to signature'],
  ],
  ['no moment at all', 'kind K { requires JWP before dawn }', 'unknown-type', []],
  ['the verb of treaties', 'agreement A : JWP { obligation o : US shall "act" }', 'syntax', ['Change to `must`']],
  ['the verb of memoranda', 'agreement A : JWP { obligation o : US will "act" }', 'syntax', ['Change to `should`']],
  ['another verb', 'agreement A : JWP { obligation o : US ought "act" }', 'syntax', []],
  ['a title without a name', 'party "Receita Federal" { of BR }', 'syntax', ['Name it Receita-Federal']],
  ['a name in quotes', 'party "RFB" { of BR }', 'syntax', ['Change to `RFB`']],
  ['a title of which no name is made', 'party "2015" { of BR }', 'syntax', []],
] as const)('%s', (_, text, code, fixes) => {
  const found = findingsOf(projectOf(text)).filter((finding) => finding.code === code);
  const offered = found.flatMap((finding) => finding.fixes().map(({ title }) => title));
  expect(offered.filter((title) => !title.startsWith('Declare'))).toEqual(fixes);
  expect(found).toHaveLength(1);
});
