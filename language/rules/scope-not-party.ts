import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { areScoped } from '../register/chronology.ts';
import { isRepeated } from '../register/known.ts';
import { atomsOf, isPartyOf } from '../register/sides.ts';
import type { Rule } from './rule.ts';
import { replace } from './shared/fixes.ts';
import { someInWords } from './shared/phrases.ts';

/** `for` names someone who is no party. */
export const scopeNotParty: Rule = {
  code: 'scope-not-party',
  category: 'parties',
  severity: 'error',
  sentence: '`for` names parties of the agreement.',
  why: `An event \`for\` some parties overrides the general one for them alone: an arrangement of ten is in force for each from a
day of its own. Where it names somebody else it overrides nothing, and the party that was meant keeps a wrong date without
anybody noticing.

A party may be named by the jurisdiction it acts for; another agency of that jurisdiction is no party.`,
  basis:
    'A treaty enters into force for each state that has consented to it (Vienna Convention on the Law of Treaties, article 24), and a withdrawal concerns the state that withdraws (article 54).',
  mends: 'Name the party of the same jurisdiction, where there is one.',
  rejected: [
    {
      says: 'Viet Nam is no party of this arrangement.',
      text: `agreement Regional-MRA : Plurilateral-MRA {
    between SG, MY and TH
    signed 2023
    in force 2024 for SG, MY
    in force 2025 for »VN«
}`,
    },
    {
      says: 'ICE acts for the United States, but CBP is the party.',
      text: `party CBP { of US }
party ICE { of US }
agreement US-BR-CMAA : CMAA {
    between CBP and BR
    withdrawn 2020 for »ICE«
}`,
    },
  ],
  accepted: [
    {
      says: 'A party by its own name, or by its jurisdiction.',
      text: `party CBP { type customs-administration of US }
agreement Regional-MRA : Plurilateral-MRA {
    between CBP, MY and TH
    in force 2024 for US
    in force 2025 for MY
    not in force 2025 for TH
}`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      if (!areScoped(agreement.events) || !areKnown(ask, agreement)) return;
      for (const name of agreement.events.flatMap((event) => event.parties)) {
        if (!atomsOf(ask, name.name) || isPartyOf(ask, agreement, name.name)) continue;
        const parties = agreement.between?.names ?? [];
        report({
          start: name.start,
          end: name.end,
          subjects: [name.name, ...(atomsOf(ask, name.name) ?? [])],
          message: `${name.name} is no party of ${agreement.name.name}, which is between ${someInWords(parties.map((p) => p.name))}. Name one of these, or add ${name.name} to \`between\`.`,
          fixes: () =>
            parties
              .filter((p) => sharesAtom(ask, p.name, name.name))
              .map((p) => replace(`Write ${p.name}`, agreement.uri, name, p.name, { preferred: true })),
        });
      }
    },
  },
};

/** Whether all parties are known: where one is not, it may be the one that `for` names. */
function areKnown(ask: Ask, agreement: Agreement): boolean {
  const names = agreement.between?.names ?? [];
  if (agreement.between?.isCutShort || isRepeated(agreement, 'between')) return false;
  return names.length > 0 && names.every((n) => atomsOf(ask, n.name));
}

function sharesAtom(ask: Ask, a: string, b: string): boolean {
  return (atomsOf(ask, a) ?? []).some((atom) => atomsOf(ask, b)?.includes(atom));
}
