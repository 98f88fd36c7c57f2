import type { Rule } from './rule.ts';

/** An agreement without `between`. */
export const missingParties: Rule = {
  code: 'missing-parties',
  category: 'parties',
  severity: 'error',
  sentence: 'An agreement says between whom it is.',
  why: `An agreement is a relation. Without \`between\` nobody can be asked whether a precedent, a program or a port is
theirs: the record is found as a precedent only where another names it, its status is listed without parties, and every rule about parties is silent.

A jurisdiction may stand wherever a party may: where a source only says "the United States and Brazil",
\`between US and BR\` is the honest record.`,
  basis:
    'The law of treaties defines a treaty by its parties: Vienna Convention on the Law of Treaties, article 2 (1) (a) and (g).',
  rejected: [
    {
      says: 'The title names both, but titles are prose.',
      text: `agreement »US-BR-CMAA« : CMAA "Customs Mutual Assistance Agreement between the United States and Brazil" {
    signed 2002
}`,
    },
    { says: 'An agreement without a body has no parties either.', text: 'agreement »US-CV-CMAA« : CMAA' },
  ],
  accepted: [
    {
      says: 'The jurisdictions stand for themselves.',
      text: `agreement US-BR-CMAA : CMAA "Customs Mutual Assistance Agreement between the United States and Brazil" {
    between US and BR
    signed 2002
}`,
    },
  ],
  checks: {
    agreement: (agreement, _ask, report) => {
      const { between, name, isCutShort } = agreement;
      if (between || isCutShort || !name.name) return;
      const { start, end } = name;
      report({
        start,
        end,
        message: `${name.name} does not say between whom it is. Name its parties, or their jurisdictions: \`between US and BR\`.`,
      });
    },
  },
};
