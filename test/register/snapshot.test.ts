import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { dayOf } from '../../language/dates/index.ts';
import { grammar } from '../../language/generated/tables.ts';
import { type Judgement, Project, type Standard } from '../../language/project.ts';
import { extract } from '../../language/records/extract.ts';
import { NAME_ROLES } from '../../language/records/name-roles.ts';
import { outline, type Use } from '../../language/records/outline.ts';
import { Snapshot } from '../../language/snapshot.ts';
import { parse } from '../../language/syntax/parse.ts';
import type { Step } from '../../language/syntax/steps.ts';
import { fileText } from '../support/declarations.ts';

const standard: Standard = { asOf: dayOf(2026, 1, 1), rules: {} };

function uriOf(i: number): string {
  return `file:///p/${i}.agreement`;
}

function textsOf(texts: readonly string[]): { text: (uri: string) => string | undefined } {
  const byUri = new Map(texts.map((text, i) => [uriOf(i), text]));
  return { text: (uri) => byUri.get(uri) };
}

/** All that a user sees of what was judged: everything is judged before the first fix is asked for. */
function picture(judged: readonly Judgement[]): unknown {
  return judged.map(({ findings, waived }) => ({
    findings: findings.map((f) => ({ ...f, fixes: f.fixes() })),
    waived: waived.map((w) => ({ ...w, finding: { ...w.finding, fixes: w.finding.fixes() } })),
  }));
}

function wholeProject(texts: readonly string[]): unknown {
  const project = new Project(standard);
  for (const [i, text] of texts.entries()) project.put(uriOf(i), text);
  return picture(texts.map((_, i) => project.judge(uriOf(i))));
}

function snapshot(texts: readonly string[]): unknown {
  const all = snapshotOf(...texts);
  return picture(texts.map((_, i) => all.judge(uriOf(i))));
}

const files = fc.array(fileText, { minLength: 1, maxLength: 24 });
const often = { numRuns: Number(process.env['FC_RUNS'] ?? 150) };

test('a snapshot, which keeps no agreement whole, finds what a project finds', () => {
  fc.assert(
    fc.property(files, (texts) => {
      expect(snapshot(texts)).toEqual(wholeProject(texts));
    }),
    often,
  );
});

test('a snapshot finds precedents among those with many sides, and misses them only where there are none', () => {
  const states = [
    'AT',
    'BE',
    'BG',
    'CY',
    'CZ',
    'DE',
    'DK',
    'EE',
    'ES',
    'FI',
    'FR',
    'GR',
    'HR',
    'HU',
    'IE',
    'IT',
    'LT',
    'LU',
  ];
  const wide = `agreement Wide : Customs-Cooperation { between ${states.join(', ')} signed 1999 }`;
  const texts = [
    wide,
    wide.replace('Wide', 'Wider'),
    'agreement In : CSI { between AT and BE signed 2005 }',
    'agreement Out : CSI { between AT and US signed 2005 }',
  ];
  expect(snapshot(texts)).toEqual(wholeProject(texts));
  const missing = texts.map((_, i) => codesOf(snapshotOf(...texts).judge(uriOf(i))).includes('missing-precedent'));
  expect(missing).toEqual([false, false, false, true]);
});

test('an agreement may have the name of its kind', () => {
  const texts = [
    'agreement JWP : JWP { between US and BR signed 2010 }',
    'agreement CMAA : CMAA { between US and BR signed 2001 }',
    'agreement MRA : MRA { between US and BR signed 2012 }',
  ];
  expect(snapshot(texts)).toEqual(wholeProject(texts));
  expect(codesOf(snapshotOf(...texts).judge(uriOf(2)))).not.toContain('missing-precedent');
});

function codesOf({ findings }: Judgement): readonly string[] {
  return findings.map(({ code }) => code);
}

/** The names that each declaration uses, sorted: as its outline knows them, and as its whole record does. */
function namesUsed(text: string): { readonly outlined: unknown; readonly whole: unknown } {
  const parsed = parse(text);
  const plain = (uses: readonly Use[]): readonly string[] => uses.map(({ role, name }) => `${role} ${name}`).sort();
  return {
    outlined: outline(parsed, uriOf(0)).uses.map(plain),
    whole: extract(parsed, uriOf(0)).declarations.map(({ names }) => plain(names)),
  };
}

test('an outline knows every name that the whole record uses', () => {
  fc.assert(
    fc.property(fileText, (text) => {
      fc.pre(parse(text).problems.length === 0);
      const { outlined, whole } = namesUsed(text);
      expect(outlined).toEqual(whole);
    }),
    often,
  );
});

test.each(globSync('examples/**/*.agreement'))('an outline knows every name that is used in %s', (file) => {
  const { outlined, whole } = namesUsed(readFileSync(file, 'utf8'));
  expect(outlined).toEqual(whole);
});

test('wherever an agreement may use a name, its outline knows it', () => {
  const text = `agreement A : JWP "A" {
    between US and BR
    signed 2015 at Santos for US by "N. N." of CBP per s1, s2 {
        cites s3
        figure "members" 12 per s4
        waive missing-source of US because "so"
    }
    ports Santos
    follows B
    amends C
    supersedes D
    under E
    recognizes F
    cites s5
    obligation o : CBP must "act" toward RFB at Santos {
        until 2016 per s6
        fulfilled 2016 per s7
        cites s8
        waive missing-source of BR because "so"
    }
}
`;
  expect(parse(text).problems).toEqual([]);
  const { outlined, whole } = namesUsed(text);
  expect(outlined).toEqual(whole);
});

test('every reference in the grammar has a role', () => {
  const missing = Object.keys(grammar.create).flatMap((rule) =>
    referencesIn(grammar.rules[rule] as Step)
      .filter((property) => !NAME_ROLES[rule]?.[property])
      .map((p) => `${rule}.${p}`),
  );
  expect(missing).toEqual([]);
});

/** The properties of a rule of the grammar that refer to declarations. */
function referencesIn(step: Step): readonly string[] {
  switch (step.is) {
    case 'token':
      return step.type && step.property ? [step.property] : [];
    case 'fragment':
      return referencesIn(grammar.rules[step.rule] as Step);
    case 'choice':
      return step.options.flatMap(referencesIn);
    case 'sequence':
      return step.steps.flatMap(referencesIn);
    case 'optional':
    case 'repeat':
      return referencesIn(step.step);
    default:
      return [];
  }
}

function snapshotOf(...texts: readonly string[]): Snapshot {
  const snapshot = new Snapshot(standard, textsOf(texts));
  for (const [i, text] of texts.entries()) snapshot.put(uriOf(i), text);
  return snapshot;
}

test('what is kept in outline is found whole', () => {
  const snapshot = snapshotOf('agreement A : JWP {\n    between US and BR\n    signed 2015\n}\n');
  const [agreement] = snapshot.file(uriOf(0))?.declarations ?? [];
  expect(agreement?.type === 'agreement' && agreement.events[0]?.when?.date?.text).toBe('2015');
  expect(snapshot.count(uriOf(0))).toBe(1);
});

test('every use of a name is found, in roles that only whole records tell too', () => {
  const ask = snapshotOf(
    'source press { published 2015 }\n',
    'agreement A : JWP { between US and BR signed 2015 per press }\n',
    'agreement B : MRA { between US and BR supersedes A follows A }\n',
  ).ask();
  for (const [role, name] of [
    ['cites', 'press'],
    ['between', 'BR'],
    ['kind', 'JWP'],
    ['supersedes', 'A'],
    ['follows', 'A'],
  ] as const) {
    const users = ask.users(role, name).map((user) => user.name.name);
    expect([role, users]).toEqual([role, role === 'between' ? ['A', 'B'] : [name === 'A' ? 'B' : 'A']]);
  }
  expect(ask.agreementsOf('US').map((one) => one.name.name)).toEqual(['A', 'B']);
});

test('an agreement is near by its title too', () => {
  const ask = snapshotOf('agreement US-BR-JWP : JWP "The \\"Plan\\" of Brasilia" { between US and BR }\n').ask();
  expect(ask.nearest('the-"plan"-of-brasilia', 'follows')).toEqual(['US-BR-JWP']);
  expect(ask.nearest('US-BR-JPW', 'follows')).toEqual(['US-BR-JWP']);
});
