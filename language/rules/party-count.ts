import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { demandsAbout, type HeldDemand } from '../register/kinds.ts';
import { type Side, sideName } from '../register/sides.ts';
import { type Count, countSides, isOfNumber } from '../status/demanded.ts';
import type { Report, Rule } from './rule.ts';
import { demandPlace, severityOfDemand, withArticle } from './shared/demands.ts';
import { inWords, someInWords } from './shared/phrases.ts';

type CountDemand = Extract<HeldDemand, { readonly about: 'party-count' }>;

/** The number of sides is none that the kind allows. */
export const partyCount: Rule = {
  code: 'party-count',
  category: 'parties',
  severity: 'by the kind',
  sentence: 'An agreement has as many sides as its kind demands.',
  why: `What counts are sides, not names: the parties that act for the same jurisdictions are one side, however many of its
agencies sign. Three agencies of the United States and one of El Salvador make a bilateral agreement; CBP and ICE alone make
none.

A wrong number mostly means that the agreement is of another kind (a \`Plurilateral-MRA\`, a \`Customs-Cooperation\`), or that one
name in \`between\` belongs elsewhere: a witness, a depositary, an agency that only runs the program.`,
  basis:
    'Customs mutual assistance agreements of the United States are counted one partner at a time; mutual recognition is arranged by two administrations, or by a whole region in one document (WCO newsroom, July 2018). The customs agreement with El Salvador of 2024-10-08 has three signers and two sides.',
  rejected: [
    {
      says: 'CBP and ICE both act for the United States: that is one side.',
      text: `party CBP "U.S. Customs and Border Protection" { type customs-administration of US }
party ICE "U.S. Immigration and Customs Enforcement" { type government-agency of US }
agreement US-CMAA : CMAA {
    »between CBP and ICE«
    signed 2015
}`,
    },
    {
      says: 'A mutual recognition arrangement has two sides; with three it is a plurilateral one.',
      text: `agreement Pacific-MRA : MRA {
    »between US, JP and KR«
}`,
    },
    {
      says: 'And a plurilateral one has three or more.',
      text: `agreement Two-of-ASEAN : Plurilateral-MRA {
    »between SG and MY«
}`,
    },
  ],
  accepted: [
    {
      says: 'Three agencies sign for two sides.',
      text: `party CBP { type customs-administration of US }
party ICE { type government-agency of US }
party DGA-SV { type customs-administration of SV }
agreement US-SV-CMAA : CMAA {
    between CBP, ICE and DGA-SV
    signed 2024-10-08
}`,
    },
    {
      says: 'The kind that fits three sides.',
      text: 'agreement Pacific-MRA : Plurilateral-MRA { between US, JP and KR }',
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      const all = demandsAbout(ask, agreement, 'party-count');
      const count = all.length ? countSides(ask, agreement) : undefined;
      if (!count) return;
      for (const demand of all) {
        if (isOfNumber(demand, count) === 'no') report(unmet(ask, agreement, demand, count));
      }
    },
  },
};

function unmet(ask: Ask, agreement: Agreement, demand: CountDemand, { sides }: Count): Report {
  const { start, end } = agreement.between as { start: number; end: number };
  const kind = withArticle(agreement.kind?.name ?? '');
  const names = someInWords(sides.map(sideName));
  const has = `${agreement.name.name} has ${sides.length}: ${names}`;
  return {
    start,
    end,
    severity: severityOfDemand(demand),
    subjects: [...new Set(sides.flatMap((side) => [...side.parties.map((p) => p.name), ...side.jurisdictions]))],
    message: `${upper(kind)} is ${MODAL[demand.strength]} between ${countInWords(demand)}, but ${has}.${joint(sides)} Mend \`between\`, or the kind.`,
    related: [demandPlace(ask, demand)],
  };
}

const MODAL = { requires: 'always', expects: 'expected to be', mentions: 'usually' } as const;

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countInWords({ min, max }: CountDemand): string {
  if (max === Number.POSITIVE_INFINITY) return `${min} or more sides`;
  if (min !== max) return `${min} to ${max} sides`;
  return min === 1 ? '1 side' : `${min} sides`;
}

/** Which of the names are one side: ` CBP and ICE both act for US, and count as one.` */
function joint(sides: readonly Side[]): string {
  return sides
    .map((side) => ({ names: [...new Set(side.parties.map((p) => p.name))], jurisdictions: side.jurisdictions }))
    .filter(({ names }) => names.length > 1)
    .map(({ names, jurisdictions }) => ` ${inWords(names)} act for ${inWords(jurisdictions)} alike, and count as one.`)
    .join('');
}
