import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LIBRARY } from '../../language/library.ts';
import { RULES } from '../../language/rules/index.ts';
import { parse } from '../../language/syntax/parse.ts';
import { declaration } from '../support/declarations.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;

/** The texts of all files of the examples, by their names. */
export const exampleTexts: ReadonlyMap<string, string> = new Map(
  readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.agreement'))
    .sort()
    .map((name) => [name, readFileSync(join(EXAMPLES, name), 'utf8')]),
);

/** The texts of the rules' examples, without the marks of findings. */
export const ruleTexts: ReadonlyMap<string, string> = new Map(
  RULES.flatMap(({ code, rejected, accepted }) =>
    [...rejected, ...accepted].flatMap(({ text }, index) =>
      filesIn(text).map((file, at): [string, string] => [`${code} ${index}.${at}`, file]),
    ),
  ),
);

/** Declarations with every statement of the language. */
const RICH = [
  'agreement ^port : MRA "A title" { between US, BR, FR and ^kind name pt "Um título" also "x" number "TIAS 13029" binding no }',
  'agreement A { signed 2015-06 in "Rome" at Santos, LeHavre and Norfolk for US and BR by "A" of CBP, "B" of RFB and "C" per s1 "p. 4", "https://example.org/a" preferred { note "x" cites s2 "p. 1" } }',
  'agreement A { not in   force 2025-04 for KH in force 16/09/2022 per s1 operational June 2015 at Santos signed the 16th of September }',
  'agreement A { figure "members" at least 122 over 2016/2024 per s1 figure "officers" 562 description """\n      two\n        lines\n    """ waive missing-precedent of JWP because "so" }',
  'agreement A { obligation o : CBP, RFB must not "act" toward US at Santos { from 2012 until ../2015 due 90 days after signature every 6 months if "so" fulfilled 2014 per s1 breached 2015 } obligation p : US may "x" }',
  'source s "S" { publisher CBP published 2009 retrieved 2010-01 url "https://example.org" file "a/b.pdf" sha256 "00ff" } source t',
  'jurisdiction XU "Union" { type customs-union members AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK, AA, BB and CC from 1958-01-01 to 2020-01-31 succeeded by CZ, SK from 1993 }',
  'program P "P" { type AEO, operation run by CBP partners US and BR beneficiaries FR ports Santos since 2001 per s1 until 2004 }',
  'port Q "Q" { locode MAPTM of MA located 35.8898, -5.5013 mode sea, rail }',
  'kind K specializes MRA "K" { binding yes requires parties 2 to 4 of type state, jurisdiction expects program of type AEO run by each party mentions JWP before entry }',
  'party U { type state, industry of US, BR part of DHS succeeds V and W since 2003 } party V {} party W { }',
  'agreement A { description "“quoted” \\"text\\"" note “typographic” }',
];

const declarations: readonly string[] = [
  ...RICH,
  ...pieces([...exampleTexts.values(), ...LIBRARY.values(), ...ruleTexts.values()]),
];

function filesIn(text: string): string[] {
  return text.replaceAll(/[»«]/g, '').split(/^--- .*\n/m);
}

/** Cuts texts before lines that begin a declaration. */
function pieces(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/^(?=(?:agreement|source|party|program|port|jurisdiction|kind) )/m))
    .filter((text) => text.length < 3000);
}

const QUIET = ['', ' ', ' ', ' ', '  ', '\t', '\n', '\n    ', '\n\n\n'];
const COMMENTS = [
  ' // c\n',
  '\n// own line\n',
  ' /* b */ ',
  '/**/',
  '\n  /* two\n     lines */\n',
  '\n/* b */ ',
  '/* b */\n',
  '\n\n   // far\n\n\n',
];

interface Noise {
  /** Of 100 gaps, how many are made anew. */
  readonly share: number;
  readonly comments: boolean;
  readonly newline: string;
  readonly mark: boolean;
  readonly choices: readonly number[];
}

const noise: fc.Arbitrary<Noise> = fc.record({
  share: fc.constantFrom(0, 2, 10, 50, 100),
  comments: fc.boolean(),
  newline: fc.constantFrom('\n', '\n', '\r\n'),
  mark: fc.boolean(),
  choices: fc.array(fc.nat(99), { minLength: 20, maxLength: 60 }),
});

/** Texts of several declarations, good ones and bad ones, written as nobody should. */
export const noisyText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.oneof(fc.constantFrom(...declarations), declaration), { minLength: 1, maxLength: 4 }), noise)
  .map(([texts, how]) => disturbed(texts.join('\n'), how));

/** A text with other white space, and more comments, between its tokens. */
function disturbed(text: string, { share, comments, newline, mark, choices }: Noise): string {
  const { tokens } = parse(text);
  const gaps = comments ? [...QUIET, ...COMMENTS] : QUIET;
  let turn = 0;
  const next = () => choices[turn++ % choices.length] ?? 0;
  let made = '';
  let end = 0;
  for (let token = 0; token <= tokens.count; token++) {
    const old = text.slice(end, tokens.start(token));
    const gap = next() < share ? (gaps[(next() * 7 + turn) % gaps.length] ?? '') : '';
    made += (gap === '' ? old : gap) + (token < tokens.count ? tokens.text(token) : '');
    end = tokens.end(token);
  }
  return (mark ? '\uFEFF' : '') + made.replaceAll(/\r?\n/g, newline);
}
