import type { Agreement, Jurisdiction, Name, Party } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { demandsAbout, type HeldDemand } from '../register/kinds.ts';
import { isRepeated } from '../register/known.ts';
import { distinctParties, isOfDemandedType } from '../status/demanded.ts';
import type { Report, Rule } from './rule.ts';
import { demandPlace, sentence, severityOfDemand, withArticle } from './shared/demands.ts';
import { inWords } from './shared/phrases.ts';

type TypesDemand = Extract<HeldDemand, { readonly about: 'party-types' }>;

/** A party is of no type that the kind allows. */
export const partyType: Rule = {
  code: 'party-type',
  category: 'parties',
  severity: 'by the kind',
  sentence: 'Each party of an agreement is of a type that its kind demands.',
  why: `Some things only certain bodies can do. A customs administration validates the members of a trusted-trader program, so
only it, an office that acts for it where states have no relations, or the jurisdiction itself can arrange that the validations
are recognised. A company or a ministry of tourism in that place is a slip, or the agreement is of another kind.

\`jurisdiction\` among the types means that a jurisdiction may stand in \`between\` itself.`,
  basis:
    'The WCO SAFE Framework speaks of mutual recognition between customs administrations. Not every party of a real customs agreement is a state: the European Union, Hong Kong, AIT and TECRO are none.',
  rejected: [
    {
      says: 'A carriers’ association cannot recognise validations.',
      text: `party CBP "U.S. Customs and Border Protection" { type customs-administration of US }
party Carriers "Association of Brazilian Carriers" { type industry of BR }
agreement US-BR-MRA : MRA {
    between CBP and »Carriers«
}`,
    },
    {
      says: 'A party that states no type is not known to be an administration.',
      text: `party RFB "Receita Federal" { of BR }
agreement US-BR-MRA : MRA { between US and »RFB« }`,
    },
    {
      says: 'Where a kind does not name `jurisdiction`, no jurisdiction may stand there itself.',
      text: `kind Agency-MoU { requires parties 2 of type government-agency, customs-administration }
party CBP { type customs-administration of US }
agreement M : Agency-MoU { between CBP and »BR« }`,
    },
  ],
  accepted: [
    {
      says: 'Two administrations.',
      text: `party CBP "U.S. Customs and Border Protection" { type customs-administration of US }
party RFB "Receita Federal" { type customs-administration, government-agency of BR }
agreement US-BR-MRA : MRA { between CBP and RFB }`,
    },
    {
      says: 'Offices that act where states have no relations, and a union that stands for itself.',
      text: `party AIT { type representative-office of US }
party TECRO { type representative-office of TW }
agreement US-TW-MRA : MRA { between AIT and TECRO }
agreement US-EU-MRA : MRA { between US and EU }`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      if (isRepeated(agreement, 'between')) return;
      for (const demand of demandsAbout(ask, agreement, 'party-types')) {
        for (const name of distinctParties(agreement)) checkParty(ask, agreement, demand, name, report);
      }
    },
  },
};

function checkParty(
  ask: Ask,
  agreement: Agreement,
  demand: TypesDemand,
  name: Name,
  report: (report: Report) => void,
): void {
  const party = ask.lookup(name.name);
  if (party?.type !== 'party' && party?.type !== 'jurisdiction') return;
  if (isOfDemandedType(ask, demand, name.name) !== 'no') return;
  report(unfit(ask, agreement, demand, { name, party }));
}

function unfit(
  ask: Ask,
  agreement: Agreement,
  demand: TypesDemand,
  { name, party }: { name: Name; party: Party | Jurisdiction },
): Report {
  const kind = withArticle(agreement.kind?.name ?? '');
  const wanted = inWords(
    demand.types.map(({ name: type }) => spoken(type)),
    'or',
  );
  const types = party.types.flatMap((list) => list.words.map((w) => w.name));
  const first = party.types[0];
  return {
    start: name.start,
    end: name.end,
    severity: severityOfDemand(demand),
    subjects: [name.name, ...(party.type === 'party' ? party.of.flatMap((l) => l.names.map((n) => n.name)) : [])],
    message: `${sentence(whatItIs(name.name, party, types))}, but each party of ${kind} ${MODAL[demand.strength]} ${wanted}. ${wayOut(party, types)}`,
    related: [
      { ...ask.place(party, first ?? party.name), message: `${name.name} is declared here.` },
      demandPlace(ask, demand),
    ],
  };
}

const MODAL = { requires: 'must be', expects: 'is expected to be', mentions: 'is usually' } as const;

function spoken(type: string): string {
  return type === 'jurisdiction' ? 'a jurisdiction itself' : withArticle(type);
}

function whatItIs(name: string, party: Party | Jurisdiction, types: readonly string[]): string {
  if (party.type === 'jurisdiction') return `${name} stands here as a jurisdiction`;
  return types.length ? `${name} is ${inWords(types.map(withArticle))}` : `${name} states no type`;
}

function wayOut(party: Party | Jurisdiction, types: readonly string[]): string {
  if (party.type === 'jurisdiction') return 'Name the party that acts for it.';
  return types.length ? 'Name another party, or mend its type.' : 'Say what it is: `type customs-administration`.';
}
