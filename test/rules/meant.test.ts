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
  [
    'a name in several words',
    'agreement A : JWP { between United States and BR }',
    'unresolved-reference',
    ['Change to US'],
  ],
  [
    'with an article',
    'agreement A : JWP { between US and the European Union }',
    'unresolved-reference',
    ['Change to EU'],
  ],
  [
    'the title of a port',
    'port P "Rio de Janeiro" { locode BRRIO } program Q { ports Rio de Janeiro }',
    'unresolved-reference',
    ['Change to P'],
  ],
  [
    'another name of a party',
    'party RFB { of BR also "Receita Federal" } program Q { run by Receita Federal }',
    'unresolved-reference',
    ['Change to RFB'],
  ],
  [
    'blanks for hyphens',
    'program Q { ports Rio de Janeiro } port Rio-de-Janeiro { locode BRRIO }',
    'unresolved-reference',
    ['Change to Rio-de-Janeiro'],
  ],
  ['words that are no name', 'agreement A : JWP { between US as well as BR }', 'unresolved-reference', []],
  [
    'a comma between such words is a guess',
    'agreement A : JWP { between United States and BR }',
    'syntax',
    ['Insert `,`'],
  ],
  ['a name that goes on', 'agreement A : JWP { between Republic of Korea and US }', 'unresolved-reference', []],
  ['an article alone', 'agreement A : JWP { between the parties US and BR }', 'unresolved-reference', []],
  [
    'an article among bearers',
    'agreement A : JWP { obligation o : the parties must "meet" }',
    'unresolved-reference',
    [],
  ],
  ['three letters are no code of two', 'agreement A : JWP { between WCO and BR }', 'unresolved-reference', []],
  ['nor is a word of a sentence', 'agreement A : JWP { between US, BR, etc }', 'unresolved-reference', []],
  ['a code and a letter', 'party P { of BRR }', 'unresolved-reference', []],

  [
    'a precedent that shares one side of two',
    'agreement C : CMAA { between US and CV signed 2002 } agreement S : CSI { between US and CO signed 2022 }',
    'missing-precedent',
    ['Record a CMAA between US and CO', 'Waive missing-precedent of CMAA here'],
  ],
  [
    'precedents of some of many sides, not what shares one alone or came later',
    `kind Regional specializes Arrangement { requires JWP before signature }
    agreement A : JWP { between SG and MY signed 2018 }
    agreement B : JWP { between SG and TH signed 2024 }
    agreement C : JWP { between MY and BR signed 2014 }
    agreement Region : Regional { between SG, MY and TH signed 2023 }`,
    'missing-precedent',
    [
      'Follow A, a JWP between some of its sides, and say why',
      'Record a JWP between MY and TH',
      'Waive missing-precedent of JWP here',
    ],
  ],
  [
    'nor what was completed later',
    `kind Regional specializes Arrangement { requires JWP before signature }
    agreement A : JWP { between SG and MY signed 2018 completed 2024 }
    agreement B : JWP { between SG and TH }
    agreement Region : Regional { between SG, MY and TH signed 2023 }`,
    'missing-precedent',
    [
      'Follow B, a JWP between some of its sides, and say why',
      'Record a JWP between MY and TH',
      'Waive missing-precedent of JWP here',
    ],
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
  [
    'a source by its title',
    'source s "List of agreements" { url "https://x.org/" } party P { cites "list of Agreements" }',
    'invalid-source',
    ['Change to s'],
  ],
  [
    'a source by its name in quotes, behind another',
    'source s { url "https://x.org/" } source t { url "https://x.org/t" } party P { cites s and "t" }',
    'invalid-source',
    ['Change to t'],
  ],
  [
    'a title that two sources have',
    'source s "List" { url "https://x.org/" } source t "List" { url "https://x.org/t" } party P { cites "List" }',
    'invalid-source',
    ['Change to s', 'Change to t'],
  ],
  [
    'a port of that title is no source',
    'port s "List of agreements" { locode BRSSZ } party P { cites "List of agreements" }',
    'invalid-source',
    [],
  ],
  ['a second place', 'source s { url "https://x.org/" } party P { cites s "p. 3", "p. 4" }', 'invalid-source', []],
] as const)('%s', (_, text, code, fixes) => {
  const found = findingsOf(projectOf(text)).filter((finding) => finding.code === code);
  const offered = found.flatMap((finding) => finding.fixes().map(({ title }) => title));
  expect(offered.filter((title) => !title.startsWith('Declare'))).toEqual(fixes);
  expect(found).toHaveLength(1);
});

/** What a mistake is told. */
test.each([
  [
    'a name in several words',
    'agreement A : JWP { between United States and BR }',
    'unresolved-reference',
    'No party or jurisdiction named `United States` is declared. Did you mean US?',
  ],
  [
    'words that are no name',
    'agreement A : JWP { between US as well as BR }',
    'unresolved-reference',
    'No party or jurisdiction named `US as well as BR` is declared. A name is one word, and several are parted by `,` or `and`.',
  ],
  [
    'a name that goes on',
    'agreement A : JWP { between Republic of Korea and US }',
    'unresolved-reference',
    'No party or jurisdiction named `Republic` is declared. It may go on with what stands behind it, which could not be read.',
  ],
  [
    'a name that does not',
    'agreement A : JWP { between Republic and US between }',
    'unresolved-reference',
    'No party or jurisdiction named `Republic` is declared. Check the spelling, or declare it: party Republic { … }.',
  ],
  [
    'what had not happened',
    'agreement A : CMAA { between US and BR not in force 2020 not in force 2021-05 }',
    'missing-statement',
    'A CMAA usually states its entry, but A states no more than `not in force 2021-05`. Add `in force DATE` once it has happened.',
  ],
  [
    'what had not happened for one party',
    'agreement A : CMAA { between US and BR not in force 2020 for BR }',
    'missing-statement',
    'A CMAA usually states its entry, but A does not. Add `in force DATE`, or `in force unknown` where nobody says when.',
  ],
  [
    'what had not happened on a day that is none',
    'agreement A : CMAA { between US and BR not in force 2020-13 }',
    'missing-statement',
    'A CMAA usually states its entry, but A states no more than `not in force`. Add `in force DATE` once it has happened.',
  ],
  [
    'another name of a source',
    'source s "List" { url "https://x.org/" also "The annex" } party P { cites "The Annex" }',
    'invalid-source',
    '"The Annex" is another name of the source s. A source is cited by its name without quotes.',
  ],
] as const)('the sentence for %s', (_, text, code, sentence) => {
  expect(findingsOf(projectOf(text), code).map(({ message }) => message)).toEqual([sentence]);
});

test.each([
  ['a name', 'agreement A : JWP { between Atlantis and US }', ['Declare the party Atlantis at the end of this file']],
  ['a name in several words', 'agreement A : JWP { between United Provinces and US }', []],
  ['a part of a name', 'agreement A : JWP { between Republic of Korea and US }', []],
  ['an article', 'agreement A : JWP { between the parties US and BR }', []],
] as const)('what is offered to be declared: %s', (_, text, titles) => {
  const found = findingsOf(projectOf(text), 'unresolved-reference');
  expect(found.flatMap((finding) => finding.fixes().map(({ title }) => title))).toEqual(titles);
});
