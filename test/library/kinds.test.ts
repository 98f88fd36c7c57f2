import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../language/records/extract.ts';
import type { Demand, Kind } from '../../language/records/model.ts';
import { parse } from '../../language/syntax/parse.ts';

const FILE = new URL('../../language/library/kinds.agreement', import.meta.url);
const RECORDS = extract(parse(readFileSync(FILE, 'utf8')), FILE.href);
const KINDS = RECORDS.declarations.filter((d): d is Kind => d.type === 'kind');

/** What each kind demands, and of what kind it is a narrower one. */
const DEMANDS: Readonly<Record<string, readonly string[]>> = {
  Arrangement: [],
  CMAA: ['requires parties 2', 'mentions entry'],
  'Customs-Cooperation < CMAA': ['requires parties 2 or more'],
  CSI: ['requires parties 2', 'expects ports', 'mentions CMAA before signature'],
  JWP: ['requires parties 2', 'mentions obligations', 'mentions completion'],
  MRA: [
    'requires parties 2 of type customs-administration, representative-office, jurisdiction',
    'expects program of type AEO',
    'expects JWP before signature',
    'mentions CMAA before signature',
  ],
  'Plurilateral-MRA < MRA': ['requires parties 3 or more'],
  'Letter-of-Intent': ['requires parties 2 or more'],
  Preclearance: ['requires parties 2 or more'],
  'Cultural-Property': ['requires parties 2 or more'],
  Training: ['requires parties 2 or more'],
  Cooperation: ['requires parties 2 or more'],
  Convention: ['mentions entry'],
};

function sentence(demand: Demand): string {
  switch (demand.about) {
    case 'parties': {
      const number = demand.max === demand.min ? `${demand.min}` : `${demand.min} or more`;
      const types = demand.types.map((t) => t.name).join(', ');
      return `${demand.strength} parties ${number}${types ? ` of type ${types}` : ''}`;
    }
    case 'program':
      return `${demand.strength} program of type ${demand.programType.name}`;
    case 'precedent':
      return `${demand.strength} ${demand.kind.name} before ${demand.moment.name}`;
    case 'statement':
      return `${demand.strength} ${demand.word.name}`;
  }
}

/** The words by which a note names the demand whose strength it explains. */
function subject(demand: Demand): RegExp {
  switch (demand.about) {
    case 'parties':
      return /^parties/;
    case 'program':
      return /program/i;
    case 'precedent':
      return new RegExp(`^${demand.kind.name} before`);
    case 'statement':
      return new RegExp(`^${demand.word.name} (is|are)`);
  }
}

describe('the library’s kinds', () => {
  it('are read without a flaw', () => {
    expect(RECORDS.flaws).toEqual([]);
  });

  it('demand what the language says', () => {
    const found = KINDS.map((k) => [
      k.base ? `${k.name.name} < ${k.base.name}` : k.name.name,
      k.demands.map((d) => sentence(d)),
    ]);
    expect(Object.fromEntries(found)).toEqual(DEMANDS);
  });

  it.each(KINDS.map((k) => [k.name.name, k] as const))(
    '%s has a description, a source, and the reason of each demand',
    (_, kind) => {
      expect(kind.common.descriptions).not.toEqual([]);
      expect(kind.common.cites).not.toEqual([]);
      const notes = kind.common.notes.map((n) => n.value);
      const unexplained = kind.demands.filter((d) => !notes.some((n) => subject(d).test(n)));
      expect(unexplained.map(sentence)).toEqual([]);
    },
  );
});
