import type { Agreement, Declaration, Demand, Kind, Obligation, Program, Word } from '../records/model.ts';
import { MOMENT_NAMES } from '../register/moments.ts';
import {
  DEMAND_WORDS,
  DEMANDED_PARTY_TYPES,
  JURISDICTION_TYPES,
  MODES,
  PARTY_TYPES,
  PROGRAM_TYPES,
} from '../vocabulary.ts';
import type { Reporter, Rule } from './rule.ts';
import { replace } from './shared/fixes.ts';
import { nearestWords } from './shared/nearest-word.ts';
import { inWords } from './shared/phrases.ts';

/** Words that are not in the closed list they are taken from. */
export const unknownType: Rule = {
  code: 'unknown-type',
  category: 'names',
  sentence: 'Types, modes, moments and what a kind demands are words of the language’s closed lists.',
  why: `The rules decide by these words: an arrangement on mutual recognition asks for a program of type \`AEO\` on each side, a demand on parties for customs
administrations. A word of one’s own would match nothing, and the demand would seem unmet, or met, for no reason in the record. The lists are
short and closed, so that records of different hands can be compared.

What is not in the list counts as unknown. What a list cannot say belongs in \`description\` or \`note\`.`,
  basis:
    'The lists follow the sources: AEO is the term of the WCO’s SAFE Framework of Standards, the modes are those of the UN/LOCODE’s functions, and not every party of an agreement is a state: the EU, Hong Kong, AIT and TECRO are none.',
  severity: 'error',
  mends: 'Suggestions: the words of the list that are nearest to what is written.',
  rejected: [
    {
      says: 'Types of a party, a program and a jurisdiction, and a port’s mode.',
      text: `party CBP { type »customs«, government-agency of US }
program CTPAT { type »aeo« run by CBP }
jurisdiction AN "Netherlands Antilles" { type »colony« }
port Santos { locode BRSSZ mode »maritime« }`,
    },
    {
      says: 'What a kind demands: a type of party, a program’s type, a moment, and a statement.',
      text: `kind Own-MRA {
    requires parties 2 of type customs-administration, »ministry«
    expects program of type »OEA« run by each party
    expects JWP before »signing«
    mentions »articles«
}`,
    },
    {
      says: 'The moment from which a deadline counts.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    obligation report : US must "report" { due 90 days after »enforcement« }
}`,
    },
  ],
  accepted: [
    {
      says: 'Words of the lists.',
      text: `party CBP { type customs-administration, government-agency of US }
program CTPAT { type AEO run by CBP }
jurisdiction AN "Netherlands Antilles" { type former }
port Santos { locode BRSSZ mode sea, rail }`,
    },
    {
      says: 'Demands in the language’s words; `jurisdiction` asks that one stands there itself.',
      text: `kind Own-MRA {
    requires parties 2 of type customs-administration, jurisdiction
    expects program of type AEO run by each party
    expects JWP before signature
    mentions obligations
    mentions entry
}`,
    },
    {
      says: 'A deadline counts from a moment.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    obligation report : US must "report" { due 90 days after entry }
}`,
    },
  ],
  checks: { declaration: check },
};

/** A closed list, and what a word of it is. */
interface List {
  readonly what: string;
  readonly words: readonly string[];
}

const PARTIES: List = { what: 'type of party', words: Object.keys(PARTY_TYPES) };
const DEMANDED_PARTIES: List = { what: 'type of party that can be demanded', words: Object.keys(DEMANDED_PARTY_TYPES) };
const PROGRAMS: List = { what: 'type of program', words: Object.keys(PROGRAM_TYPES) };
const JURISDICTIONS: List = { what: 'type of jurisdiction', words: Object.keys(JURISDICTION_TYPES) };
const PORT_MODES: List = { what: 'mode of a port', words: Object.keys(MODES) };
const MOMENTS: List = { what: 'moment', words: MOMENT_NAMES };
const DEMANDED: List = {
  what: 'statement or moment that can be demanded',
  words: [...Object.keys(DEMAND_WORDS), ...MOMENT_NAMES],
};

/** So many letters make a stem. */
const STEM = 4;

function check(declaration: Declaration, _ask: unknown, report: Reporter): void {
  for (const [word, list] of wordsOf(declaration)) {
    if (!list.words.includes(word.name)) reportWord(declaration, word, list, report);
  }
}

function wordsOf(declaration: Declaration): readonly (readonly [Word, List])[] {
  switch (declaration.type) {
    case 'party':
      return all(declaration.types, PARTIES);
    case 'jurisdiction':
      return all(declaration.types, JURISDICTIONS);
    case 'port':
      return all(declaration.modes, PORT_MODES);
    case 'program':
      return [...all(declaration.types, PROGRAMS), ...deadlines(declaration)];
    case 'agreement':
      return deadlines(declaration);
    case 'kind':
      return demanded(declaration);
    case 'source':
      return [];
  }
}

function all(statements: readonly { readonly words: readonly Word[] }[], list: List): (readonly [Word, List])[] {
  return statements.flatMap(({ words }) => inList(words, list));
}

function inList(words: readonly Word[], list: List): readonly (readonly [Word, List])[] {
  return words.flatMap((word, i) => (isUnparted(word, words[i + 1]) ? [] : [[word, list] as const]));
}

/** Whether nothing parts it from the word before or behind it, which is a syntax error: `customs administration` may be meant as one. */
function isUnparted(word: Word, next: Word | undefined): boolean {
  return word.isUnparted === true || next?.isUnparted === true;
}

function deadlines({ obligations }: Agreement | Program): readonly (readonly [Word, List])[] {
  if (obligations.length === 0) return NONE;
  return obligations.flatMap(({ due }: Obligation) => (due?.moment ? [[due.moment, MOMENTS] as const] : []));
}

const NONE: readonly never[] = [];

function demanded({ demands }: Kind): readonly (readonly [Word, List])[] {
  return demands.flatMap(wordsOfDemand);
}

function wordsOfDemand(demand: Demand): readonly (readonly [Word, List])[] {
  switch (demand.about) {
    case 'parties':
      return inList(demand.types, DEMANDED_PARTIES);
    case 'program':
      return [[demand.programType, PROGRAMS]];
    case 'precedent':
      return [[demand.moment, MOMENTS]];
    case 'statement':
      return [[demand.word, DEMANDED]];
  }
}

/** The nearest words by spelling, or else those of one stem: `signing` is `signature`. */
function nearWords(word: string, words: readonly string[]): readonly string[] {
  const near = nearestWords(word, words);
  return near.length ? near : words.filter((other) => other.slice(0, STEM) === word.slice(0, STEM).toLowerCase());
}

function reportWord(declaration: Declaration, word: Word, { what, words }: List, report: Reporter): void {
  const near = nearWords(word.name, words);
  const meant = near.length ? ` Did you mean ${inWords(near, 'or')}?` : '';
  report({
    start: word.start,
    end: word.end,
    message: `\`${word.name}\` is no ${what}.${meant} Known are ${inWords(words)}.`,
    subjects: [word.name, declaration.name.name],
    fixes: () =>
      near.map((other) =>
        replace(`Change to ${other}`, declaration.uri, word, other, { preferred: near.length === 1 }),
      ),
  });
}
