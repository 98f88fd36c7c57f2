import { expect, test } from 'vitest';
import { findingsOf, projectOf } from '../support/marked.ts';

function obligation(body: string): string {
  return `agreement A : JWP { obligation o : US must "act" { ${body} } }`;
}

function pasted(rest: string): string {
  return `agreement A : CMAA { between US and BR\n signed ${rest}\n}`;
}

/** What a mistake gives, and what its fixes offer. */
test.each([
  ['a name in another language', 'party RFB { of Brasil }', 'unresolved-reference', ['Change to BR']],
  ['a title, not one like it', 'party GRA { of Gambia }', 'unresolved-reference', ['Change to GM']],
  ['a name in common use', 'party HMRC { of UK }', 'unresolved-reference', ['Change to GB']],
  ['another such', 'party CBP { of USA }', 'unresolved-reference', ['Change to US']],
  ['such a name of several words', 'party KCS { of South-Korea }', 'unresolved-reference', ['Change to KR']],
  ['a former name', 'party P { of Swaziland }', 'unresolved-reference', ['Change to SZ']],
  ['small letters', 'party CBP { of us }', 'unresolved-reference', ['Change to US']],
  ['one letter of two is no evidence', 'party P { of XS }', 'unresolved-reference', []],
  ['two letters that changed places are none', 'party P { of RB }', 'unresolved-reference', []],
  [
    'another name of a record of the project',
    'party P { of US also "Customs Office" } agreement A : CMAA { between Customs-Office and BR }',
    'unresolved-reference',
    ['Change to P'],
  ],
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
  ['a number in words', obligation('due three months after signature'), 'syntax', ['Change to `3`']],
  ['an article', obligation('due a month after signature'), 'syntax', ['Change to `1`']],
  ['tens', obligation('due ninety days after signature'), 'syntax', ['Change to `90`']],
  ['a word before the number', obligation('due within 90 days after signature'), 'syntax', ['Change to `90`']],
  ['no number', obligation('due some months after signature'), 'syntax', []],
  ['a number below zero', obligation('due -3 months after signature'), 'syntax', []],
  ['a half', obligation('every 1/2 year'), 'syntax', []],
  ['numbers the wrong way round', 'kind K { requires parties 3 to 2 }', 'syntax', ['Change to `2 to 3`']],
  ['thousands', 'party P { figure "members" 1.000.000 }', 'syntax', ['Change to `1000000`']],
  ['per cent', 'party P { figure "share in percent" 5% }', 'syntax', ['Change to `5`']],
  ['a decade', 'party P { figure "members" 201X }', 'syntax', []],
  [
    'what follows a pasted date',
    pasted('on June 23, 2025 in Rabat by Donald Conroy of US per "https://example.org/a"'),
    'invalid-date',
    ['Write 2025-06-23 in "Rabat" by "Donald Conroy" of US: 23 June 2025'],
  ],
  [
    'two signatories',
    pasted('on June 23, 2025 in Rabat by Donald Conroy of US and Ali Ben'),
    'invalid-date',
    ['Write 2025-06-23 in "Rabat" by "Donald Conroy" of US, "Ali Ben": 23 June 2025'],
  ],
  [
    'who may be a party is left as it is',
    pasted('on June 23, 2025 in Rabat by Conroy of US'),
    'invalid-date',
    ['Write 2025-06-23 in "Rabat" by Conroy of US: 23 June 2025'],
  ],
  [
    'a place of several words',
    pasted('on 07/19/2022 in the City of Anaheim'),
    'invalid-date',
    ['Write 2022-07-19 in "the City of Anaheim": 19 July 2022 (month first)'],
  ],
  [
    'two dates',
    pasted('2025-06-23 2025-07-01'),
    'invalid-date',
    ['Write 2025-06-23/2025-07-01: a day from 23 June 2025 to 1 July 2025'],
  ],
  [
    'a place behind a comma',
    'source s { url "https://x.org/" } party P { cites s, "p. 4" }',
    'invalid-source',
    ['Write the place behind its source'],
  ],
  ['a second place', 'source s { url "https://x.org/" } party P { cites s "p. 3", "p. 4" }', 'invalid-source', []],
] as const)('%s', (_, text, code, fixes) => {
  const found = findingsOf(projectOf(text)).filter((finding) => finding.code === code);
  const offered = found.flatMap((finding) => finding.fixes().map(({ title }) => title));
  expect(offered.filter((title) => !title.startsWith('Declare'))).toEqual(fixes);
  expect(found).toHaveLength(1);
});
