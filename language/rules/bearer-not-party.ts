import type { Agreement, Name } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { dateOf } from '../register/chronology.ts';
import { atomsOf, covers, isPartyOf, type Side, sideName, sidesOf, sidesOfNames } from '../register/sides.ts';
import type { Rule } from './rule.ts';
import { someInWords } from './shared/phrases.ts';

/** An obligation binds someone who is no party. */
export const bearerNotParty: Rule = {
  code: 'bearer-not-party',
  category: 'obligations',
  severity: 'error',
  sentence: 'An obligation of an agreement binds its parties, or who acts for one of its sides.',
  why: `An agreement binds those who made it. Where an obligation names somebody else, the duty is filed under a body that owes
nothing, and whoever asks what a party still has to do does not find it.

Another agency of a side may bear it, and so may a member of a union that is a side, or the successor of a party. The obligations of
a program are not looked at: a program may bind its partners.`,
  basis:
    'A treaty creates no obligations for a third state without its consent (Vienna Convention on the Law of Treaties, article 34). Agreements of the European Union bind its member states as well (Treaty on the Functioning of the European Union, article 216 (2)).',
  rejected: [
    {
      says: 'Uruguay’s administration is no party of the plan with Brazil.',
      text: `party CBP { of US }
party RFB { of BR }
party DNA { of UY }
agreement US-BR-JWP : JWP {
    between CBP and RFB
    obligation compare : CBP and »DNA« must "compare the criteria of their programs"
}`,
    },
  ],
  accepted: [
    {
      says: 'A party, and an agency that acts for the other side.',
      text: `party CBP { of US }
party RFB { of BR }
party ICE { of US }
agreement US-BR-CMAA : CMAA {
    between CBP and RFB
    obligation assist : ICE and RFB must "give evidence on request"
    obligation report : US must "report every year"
}`,
    },
    {
      says: 'A member of the union.',
      text: `party Douane { of FR }
agreement US-EU-CMAA : Customs-Cooperation {
    between US and EU
    signed 1997-05-28
    obligation assist : Douane must "assist on request"
}`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      if (agreement.obligations.length === 0) return;
      const sides = sidesOf(ask, agreement);
      if (!sides) return;
      for (const { bearers, name: obligation } of agreement.obligations) {
        for (const name of bearers) {
          if (isBound(ask, agreement, sides, name) || !atomsOf(ask, name.name)) continue;
          report({
            start: name.start,
            end: name.end,
            subjects: [name.name, ...(atomsOf(ask, name.name) ?? [])],
            message: `The obligation ${obligation.name} binds ${name.name}, who is no party of ${agreement.name.name} and acts for none: it is between ${someInWords(sides.map(sideName))}. Name the party that owes it.`,
          });
        }
      }
    },
  },
};

function isBound(ask: Ask, agreement: Agreement, sides: readonly Side[], name: Name): boolean {
  if (isPartyOf(ask, agreement, name.name)) return true;
  const own = atomsOf(ask, name.name) ?? [];
  if (sides.some((side) => side.jurisdictions.some((j) => own.includes(j)))) return true;
  const signed = dateOf(agreement, 'signed');
  const bearer = sidesOfNames(ask, [name])?.[0];
  return bearer !== undefined && sides.some((side) => covers(ask, side, bearer, signed));
}
