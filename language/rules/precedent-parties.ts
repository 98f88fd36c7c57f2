import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { followed, pairs } from '../register/precedents.ts';
import { type Side, serves, sideName, sidesOf } from '../register/sides.ts';
import type { Rule } from './rule.ts';
import { someInWords } from './shared/phrases.ts';

/** `follows` names an agreement between others. */
export const precedentParties: Rule = {
  code: 'precedent-parties',
  category: 'precedents',
  severity: 'warning',
  sentence: 'What an agreement follows is between the same sides.',
  why: `\`follows\` says that one agreement prepared another, and that is a matter between the same sides. One between others is most
often a neighbour in the list that was picked instead: plans and arrangements of one series have names that differ by a country
code.

An agreement serves the same sides also by other agencies, between more sides, through a union or through predecessors. One of
many sides may follow agreements between some of them.`,
  basis:
    'All recorded work plans of the United States led to an arrangement with the very administration that signed the plan.',
  rejected: [
    {
      says: 'The plan with Uruguay, picked instead of the one with Brazil.',
      text: `agreement US-UY-JWP : JWP { between US and UY signed 2014 }
agreement US-BR-MRA : MRA { between US and BR signed 2022-09-16 follows »US-UY-JWP« }`,
    },
    {
      says: 'An agreement with one member does not serve the union.',
      text: `agreement US-FR-CMAA : CMAA { between US and FR signed 1990 }
agreement US-EU-MRA : MRA { between US and EU signed 2012-05-04 follows »US-FR-CMAA« }`,
    },
  ],
  accepted: [
    {
      says: 'Other agencies of the same jurisdictions.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
agreement US-BR-JWP : JWP { between US and BR signed 2014 }
agreement US-BR-MRA : MRA { between CBP and RFB signed 2022-09-16 follows US-BR-JWP }`,
    },
    {
      says: 'The union’s agreement serves its members.',
      text: `agreement US-EU-CMAA : Customs-Cooperation { between US and EU signed 1997-05-28 }
agreement US-FR-CSI : CSI { between US and FR signed 2002-06-28 follows US-EU-CMAA }`,
    },
    {
      says: 'An agreement of many follows those of some.',
      text: `agreement SG-MY-MRA : MRA { between SG and MY signed 2018 }
agreement Region : Plurilateral-MRA { between SG, MY and TH signed 2023 follows SG-MY-MRA }`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      if (agreement.follows.length === 0) return;
      const sides = sidesOf(ask, agreement);
      if (!sides) return;
      for (const { name, precedent } of followed(ask, agreement)) {
        const others = sidesOf(ask, precedent);
        if (!others || servesSome(ask, precedent, sides)) continue;
        report({
          start: name.start,
          end: name.end,
          subjects: [name.name, ...(precedent.kind ? [precedent.kind.name] : [])],
          message: `${agreement.name.name} follows ${name.name}, but ${name.name} is between ${listed(others)}, and ${agreement.name.name} between ${listed(sides)}. Name the agreement that was meant, or mend the parties.`,
          related: [
            {
              ...ask.place(precedent, precedent.between ?? precedent.name),
              message: `${name.name} is between ${listed(others)}.`,
            },
          ],
        });
      }
    },
  },
};

function servesSome(ask: Ask, precedent: Agreement, sides: readonly Side[]): boolean {
  if (serves(ask, precedent, sides)) return true;
  return sides.length > 2 && pairs(sides).some((pair) => serves(ask, precedent, pair));
}

function listed(sides: readonly Side[]): string {
  return someInWords(sides.map(sideName));
}
