import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expected, expectedAt } from '../../language/syntax/expected.ts';
import { parse } from '../../language/syntax/parse.ts';
import { broken, correct } from './corpus.ts';

/** What is expected at the `|` of a text. */
function at(marked: string): Expected {
  const offset = marked.indexOf('|');
  return expectedAt(parse(marked.slice(0, offset) + marked.slice(offset + 1)), offset);
}

/** In one line: words, names, kinds of values. */
function inWords({ words, names, text, date, number }: Expected): string {
  return [
    ...words,
    ...names.map(({ rule, property, type }) => `${rule}.${property}${type === undefined ? '' : `:${type}`}`),
    ...(text ? ['"text"'] : []),
    ...(date ? ['date'] : []),
    ...(number ? ['number'] : []),
  ].join(' ');
}

const declarations = 'agreement source party program port jurisdiction kind';

describe('after a whole part', () => {
  test.each([
    ['|', declarations],
    ['ag|', declarations],
    ['party A { of US }\n|', declarations],
    ['foo bar\n|', declarations],
    ['agreement |', 'Agreement.name'],
    ['agreement A |', `: { ${declarations} "text"`],
    ['agreement A : |', 'Agreement.kind:Kind'],
    ['agreement A : M|', 'Agreement.kind:Kind'],
    ['agreement A : M|RA "t" {\n}', 'Agreement.kind:Kind'],
    ['kind A specializes |', 'Kind.base:Kind'],
    ['party A { of |', 'Of.jurisdictions:Jurisdiction'],
    ['party A { of |\n type AEO }', 'Of.jurisdictions:Jurisdiction'],
    ['party A { type |', 'Type.values'],
    ['agreement A { between |', 'Between.parties:Actor'],
    ['agreement A { between CBP, |', 'and Between.parties:Actor'],
    ['agreement A { between CBP and |', 'Between.parties:Actor'],
    ['agreement A { signed |', 'date'],
    ['agreement A { signed 20|', 'date'],
    ['agreement A { signed 2015 in |', '"text"'],
    ['agreement A { signed 2015 at |', 'Event.ports:Port'],
    ['agreement A { signed 2015 for |', 'Event.parties:Actor'],
    ['agreement A { signed 2015 by "x" of |', 'Signatory.party:Actor'],
    ['agreement A { signed 2015 per |', 'Citation.source:Source "text"'],
    [
      'agreement A { not |',
      'negotiated adopted signed ratified provisional in force operational completed suspended resumed expires terminated withdrawn',
    ],
    ['agreement A { ports ^|', 'Ports.ports:Port'],
    ['agreement A { ports ^p|', 'Ports.ports:Port'],
    ['agreement A { ports ^|port }', 'Ports.ports:Port'],
    ['agreement A { ports |^port }', 'Ports.ports:Port'],
    ['agreement A {\n ^|\n}', ''],
    ['agreement A { signed 2015 ^|', ''],
    ['agreement A { in |', 'in force'],
    ['agreement A {\n signed 2015\n in |', 'in force'],
    ['agreement A {\n between US and BR in |', 'in force'],
    ['agreement A {\n not in |', 'in force'],
    ['agreement A {\n not in f|\n signed 2015 }', 'in force'],
    ['agreement A { signed 2015 in f|', '"text"'],
    ['agreement A { in force |', 'date'],
    ['agreement A { binding |', 'yes no'],
    ['agreement A { follows |', 'Follows.agreements:Agreement'],
    ['agreement A { under |', 'Under.frames:Frame'],
    ['agreement A { recognizes |', 'Recognizes.programs:Program'],
    ['agreement A { obligation |', 'Obligation.name'],
    ['agreement A { obligation o : |', 'Obligation.bearers:Actor'],
    ['agreement A { obligation o : X |', ', and must should may'],
    ['agreement A { obligation o : X must |', 'not "text"'],
    ['agreement A { obligation o : X must "y" { due 90 days |', 'after'],
    ['agreement A { obligation o : X must "y" { due 90 days after |', 'Due.moment'],
    ['agreement A { obligation o : X must "y" { every |', 'number'],
    ['agreement A { waive |', 'Waiver.rule'],
    ['agreement A { waive x |', 'of because'],
    ['agreement A { waive x of |', 'Waiver.subject:Declaration'],
    ['kind A { requires |', 'parties program Demand.word'],
    ['kind A { requires parties |', 'number'],
    ['kind A { requires program of type |', 'ProgramDemand.type'],
    ['kind A { requires program of type AEO |', 'run'],
    ['kind A { requires JWP before |', 'Demand.moment'],
    ['port A { located |', 'number'],
    ['port A { located 1 |', ','],
    ['port A { locode |', 'Locode.code'],
    ['party A { name |', 'no or to Translation.language'],
    ['party A { cites |', 'Citation.source:Source "text"'],
    ['source A { publisher |', 'Publisher.party:Actor "text"'],
    ['agreement A { signed 2015 in "a | b" }', ''],
    ['agreement A { signed 2015 in "a |', ''],
    ['party A // com|', ''],
    ['party A /* com | */', ''],
    ['// a\nparty A // com|', ''],
    ['// a\nparty A /* com | */', ''],
    ['// a\nagreement A { binding /* b */ |', 'yes no'],
    ['// a\n/* b */agreement A { binding | // c', 'yes no'],
    ['agreement A { binding /*/|', ''],
    ['agreement A { binding /**/|', 'yes no'],
  ])('%j: %s', (marked, expected) => {
    expect(inWords(at(marked))).toBe(expected);
  });
});

describe('where statements may stand', () => {
  test.each([
    [
      'agreement A {\n  |\n}',
      ['between', 'signed', 'in force', 'obligation', 'note', '}'],
      ['in', 'at', 'due', 'locode', 'agreement', '{'],
    ],
    ['agreement A {\n  sig|\n}', ['signed', 'between', '}'], ['agreement']],
    ['agreement A {\n  in f|\n}', ['in force'], ['in', 'signed']],
    ['agreement A {\n  in|\n}', ['in force', 'signed'], ['in']],
    ['agreement A {\n  not in|\n}', ['in force', 'signed'], ['in', 'not']],
    ['agreement A {\n  not in g|\n}', ['signed'], ['in']],
    ['party A {\n  in |\n}', ['since', '}'], ['in force']],
    ['agreement A {\n  not in\n f|\n}', ['in force', 'signed'], ['in']],
    ['agreement A {\n  foo bar\n  |\n}', ['signed', '}'], ['agreement']],
    ['agreement A {\n  signed 2015\n  |\n}', ['in', 'at', 'per', 'preferred', '{', 'signed', '}'], ['agreement', 'to']],
    ['agreement A {\n  signed 2015 at P\n  |\n}', [',', 'and', 'for', 'by', 'per', 'signed', '}'], ['in', 'at']],
    ['party A {\n  |', ['since', 'of', 'note', '}'], ['signed', 'locode', 'party']],
    ['agreement A {\n  signed 2015 {\n    |', ['note', 'cites', '}'], ['signed', 'party']],
    [
      'agreement A {\n  obligation o : X must "y" {\n    |',
      ['due', 'every', 'fulfilled', 'note', '}'],
      ['signed', 'party'],
    ],
    ['agreement A\n  between X\n  |', ['signed', 'and', '}'], ['{', 'party']],
    ['agreement A : MRA\n|', ['{', 'agreement'], ['signed', '}']],
  ])('%j', (marked, offered, withheld) => {
    const { words } = at(marked);
    expect(offered.filter((word) => !words.includes(word))).toEqual([]);
    expect(withheld.filter((word) => words.includes(word))).toEqual([]);
  });
});

describe('around the place', () => {
  test.each([
    ['agreement A { signed 2015 by "x" of |', 'File Agreement Event Signatory', '', false],
    ['agreement A {\n  sig|', 'File Agreement', 'sig', true],
    ['agreement A {\n  in f|', 'File Agreement', 'in f', true],
    ['agreement A {\n  in |', 'File Agreement', 'in ', true],
    ['agreement A {\n  not in f|', 'File Agreement Event', 'in f', false],
    ['agreement A { signed 2015 in |', 'File Agreement Event', '', false],
    ['agreement A {\n  signed 2015 in "x|y"\n}', 'File Agreement Event', '', false],
    ['agreement A {\n}\n\tpar|', 'File', 'par', true],
  ])('%j', (marked, path, prefix, beginsLine) => {
    const found = at(marked);
    expect([found.path.map((node) => node.$type).join(' '), found.prefix.text, found.beginsLine]).toEqual([
      path,
      prefix,
      beginsLine,
    ]);
  });
});

test('at every place of a correct text, what stands there is expected', () => {
  const texts = correct
    .filter(([name, text]) => !name.startsWith('dates as words') && text.length < 3000 && parse(text).tokens.count > 0)
    .map(([, text]) => text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), (text, pick) => {
      const parsed = parse(text);
      const { tokens } = parsed;
      const index = pick % tokens.count;
      const found = expectedAt(parsed, tokens.start(index));
      // Directly behind a word, that word is what is typed.
      fc.pre(found.prefix.text === '');
      const written = tokens.text(index).replace(/\s+/, ' ');
      const isName = /^[\p{L}_^]/u.test(written) && found.names.length > 0;
      expect(found.words.includes(written) || isName || found.text || found.date || found.number).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('at any place of any text it finds something or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...broken), fc.string()), fc.nat(), (text, pick) => {
      const offset = pick % (text.length + 1);
      const found = expectedAt(parse(text), offset);
      expect(found.prefix.end).toBe(offset);
      expect(found.prefix.start).toBeLessThanOrEqual(offset);
    }),
    { numRuns: 500 },
  );
});
