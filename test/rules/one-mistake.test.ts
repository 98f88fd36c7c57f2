import { expect, test } from 'vitest';
import { findingsOf, projectOf } from '../support/marked.ts';

/** Records in which nothing is wrong. Each test makes one mistake in them. */
const RECORDS = `source s { published 2026 url "https://www.example.org/s" }
party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
program CTPAT { type AEO run by CBP }
program OEA { type AEO run by RFB }
port Santos { locode BRSSZ }
kind Port-MRA specializes MRA { expects ports requires entry }
agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2001
    in force 2002
    cites s
}
agreement US-BR-JWP : JWP {
    between CBP and RFB
    signed 2010
    completed 2011
    cites s
    obligation compare : CBP must "compare the programs" { due 90 days after signature fulfilled 2010 }
}
agreement US-BR-MRA : Port-MRA {
    between CBP and RFB
    signed 2012
    in force 2013
    ports Santos
    follows US-BR-JWP
    recognizes CTPAT and OEA
    cites s
}
`;

/** What is found in the records, as `code: the text it sits on`. */
function found(text: string): readonly string[] {
  const made = projectOf(text);
  const [{ text: whole } = { text: '' }] = made.files;
  return findingsOf(made).map(({ code, start, end }) => `${code}: ${whole.slice(start, end)}`);
}

test('nothing is wrong in the records', () => {
  expect(found(RECORDS)).toEqual([]);
});

test.each([
  ['the only citation of a source', 'in force 2002\n    cites s', 'in force 2002\n    cites, s', 'syntax: '],
  ['the only source of an agreement', 'in force 2002\n    cites s', 'in force 2002, per s', 'syntax: ,'],
  ['an article', 'Port-MRA {\n    between CBP', 'Port-MRA {\n    between the CBP', 'syntax: the'],
  [
    'a title in two words for a name',
    'customs-administration of US }',
    'customs-administration of United States }',
    'unresolved-reference: United States, syntax: States',
  ],
  [
    'the parties in several words',
    'CMAA {\n    between US and BR',
    'CMAA {\n    between United States and BR',
    'unresolved-reference: United States, syntax: States',
  ],
  [
    'another word for `and`',
    'JWP {\n    between CBP and RFB',
    'JWP {\n    between CBP as well as RFB',
    'unresolved-reference: CBP as well as RFB, syntax: as',
  ],
  [
    'who runs a program in several words',
    'run by RFB',
    'run by Receita Federal',
    'unresolved-reference: Receita Federal, syntax: Federal',
  ],
  [
    'a port in several words',
    'ports Santos',
    'ports Porto de Santos',
    'unresolved-reference: Porto de Santos, syntax: de',
  ],
  [
    'the programs in several words',
    'recognizes CTPAT and OEA',
    'recognizes CTPAT plus OEA',
    'unresolved-reference: CTPAT plus OEA, syntax: plus',
  ],
  ['a missing comma', 'recognizes CTPAT and OEA', 'recognizes CTPAT OEA', 'syntax: OEA'],
  [
    'a letter too many in a precedent',
    'CMAA {\n    between US and BR',
    'CMAA {\n    between US and BRR',
    'unresolved-reference: BRR',
  ],
  ['a name in several words', 'agreement US-BR-JWP :', 'agreement US BR JWP :', 'syntax: US BR JWP'],
  ['two names for a party', 'party RFB {', 'party RFB/SRF {', 'syntax: /'],
  ['a program with a remark', 'program OEA {', 'program OEA (Brazil) {', 'syntax: ('],
  ['a type in two words', 'RFB { type customs-', 'RFB { type customs ', 'syntax: customs administration'],
  ['a type in three words', 'RFB { type customs-', 'RFB { type customs office ', 'syntax: office'],
  [
    'an address that nothing closes',
    'in force 2002\n    cites s',
    'in force 2002\n    cites s per "https://a.org b',
    'syntax: "https://a.org b',
  ],
  ['the kind left out', 'US-BR-JWP : JWP {', 'US-BR-JWP {', 'syntax: '],
  ['the kind of an agreement', ': Port-MRA {', ': Port-MRa {', 'unresolved-reference: Port-MRa'],
  ['the kind of a precedent', ': JWP', ': JPW', 'unresolved-reference: JPW'],
  ['the base of a kind', 'specializes MRA', 'specializes MAR', 'unresolved-reference: MAR'],
  ['a precedent', 'follows US-BR-JWP', 'follows US-BR-JPW', 'unresolved-reference: US-BR-JPW'],
  [
    'a party',
    'agreement US-BR-MRA : Port-MRA {\n    between CBP',
    'agreement US-BR-MRA : Port-MRA {\n    between CPB',
    'unresolved-reference: CPB',
  ],
  ['a party of a precedent', 'JWP {\n    between CBP', 'JWP {\n    between CPB', 'unresolved-reference: CPB'],
  ['a jurisdiction', 'administration of BR }', 'administration of BRR }', 'unresolved-reference: BRR'],
  ['who runs a program', 'run by RFB', 'run by RFBB', 'unresolved-reference: RFBB'],
  ['the type of a program', 'program OEA { type AEO', 'program OEA { type AOE', 'unknown-type: AOE'],
  ['a port', 'ports Santos', 'ports Santoss', 'unresolved-reference: Santoss'],
  ['a word', '    in force 2013', '    in froce 2013', 'syntax: in froce'],
  [
    'another word',
    '    between CBP and RFB\n    signed 2012',
    '    betwen CBP and RFB\n    signed 2012',
    'syntax: betwen',
  ],
  ['the word of a list', '    ports Santos', '    prots Santos', 'syntax: prots'],
  ['a date', 'signed 2010', 'signed 2010-13', 'invalid-date: 2010-13'],
  ['a number', 'due 90 days', 'due ninety days', 'syntax: ninety'],
  ['a party by another name', 'administration of US }', 'administration of USA }', 'unresolved-reference: USA'],
  ['the types of a party', '{ type customs-administration of US', '{ type customs administration of US', null],
  ['a moment', 'requires entry }', 'requires JWP before }', null],
  [
    'a place behind a comma',
    'completed 2011\n    cites s\n',
    'completed 2011\n    cites s, "p. 4"\n',
    'invalid-source: "p. 4"',
  ],
])('one slip is one finding: %s', (_, right, wrong, finding) => {
  expect(RECORDS.split(right).length).toBe(2);
  const all = found(RECORDS.replace(right, wrong));
  // Where a syntax error sits is told elsewhere.
  expect(finding === null ? all.map((one) => one.replace(/:.*/s, '')).join() : all.join(', ')).toBe(
    finding ?? 'syntax',
  );
});
