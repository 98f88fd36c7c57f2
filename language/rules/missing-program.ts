import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { demandsAbout, type HeldDemand } from '../register/kinds.ts';
import { runsProgram } from '../register/programs.ts';
import { type Side, sideName, sidesOf } from '../register/sides.ts';
import { isWordOf, PROGRAM_TYPES } from '../vocabulary.ts';
import type { Report, Rule } from './rule.ts';
import { demandPlace, demands, sentence, severityOfDemand, withArticle } from './shared/demands.ts';
import { addStatement, insert } from './shared/fixes.ts';
import { inWords } from './shared/phrases.ts';

type ProgramDemand = Extract<HeldDemand, { readonly about: 'program' }>;

/** A side has no program of the type that the kind demands of each. */
export const missingProgram: Rule = {
  code: 'missing-program',
  category: 'programs',
  severity: 'by the kind',
  sentence: 'Each side of an agreement runs a program of the type that its kind demands.',
  why: `What is mutually recognised are the validations of two programs. A side without one has nothing to be recognised, so either its
program is missing from the records, or it is there under another body: then its \`run by\` does not lead to this side.

The program may be run by any party of the side: a customs administration’s program serves an arrangement that its ministry
signed.`,
  basis:
    'In all mutual recognition arrangements of the United States both programs were there before the arrangement; in the regional one of ASEAN some started later, which is why the kind expects a program and does not require it.',
  mends: 'Write the record of a program that the side runs, or waive the finding with the reason.',
  rejected: [
    {
      says: 'Nothing is recorded that Brazil’s administration runs.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
program CTPAT "Customs Trade Partnership Against Terrorism" { type AEO run by CBP }
agreement US-BR-MRA : MRA {
    between CBP and »RFB«
    signed 2022-09-16
}`,
    },
    {
      says: 'A program of another type is none of authorized economic operators. One finding for each side.',
      text: `program CSI { type container-security run by US }
agreement US-BR-MRA : MRA { between »US« and »BR« }`,
    },
  ],
  accepted: [
    {
      says: 'Each side has its program; whichever of its agencies runs it.',
      text: `party CBP { type customs-administration of US }
party DHS { type customs-administration of US }
party RFB { type customs-administration of BR }
program CTPAT "Customs Trade Partnership Against Terrorism" { type AEO run by CBP }
program OEA "Operador Econômico Autorizado" { type AEO run by RFB }
agreement US-BR-MRA : MRA { between DHS and BR }`,
    },
    {
      says: 'The waiver names the side.',
      text: `program CTPAT { type AEO run by US }
agreement US-LA-MRA : MRA {
    between US and LA
    waive missing-program of LA because "The program starts with the arrangement"
}`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      const all = demandsAbout(ask, agreement, 'program');
      const sides = all.length ? sidesOf(ask, agreement) : undefined;
      if (!sides) return;
      for (const demand of all) {
        for (const side of sides) {
          if (isMissing(ask, agreement, side, demand)) report(missing(ask, agreement, demand, side));
        }
      }
    },
  },
};

/** Whether the side surely has none; of a word that is no type of program nobody can tell. */
function isMissing(ask: Ask, agreement: Agreement, side: Side, { programType: { name } }: ProgramDemand): boolean {
  return runsProgram(ask, agreement, side, name) === 'no' && isWordOf(PROGRAM_TYPES, name);
}

function missing(ask: Ask, agreement: Agreement, demand: ProgramDemand, side: Side): Report {
  const type = demand.programType.name;
  const party = side.parties[0] as Side['parties'][number];
  const names = [...new Set(side.parties.map((p) => p.name))];
  return {
    start: party.start,
    end: party.end,
    severity: severityOfDemand(demand),
    subjects: [...names, ...side.jurisdictions],
    message: `${sentence(demands(agreement, demand))} ${withArticle(type)} program of each party, but none that ${whose(side)} runs is recorded. Record it, or waive this with the reason.`,
    related: [demandPlace(ask, demand)],
    fixes: () => [
      {
        ...insert(
          `Record ${withArticle(type)} program run by ${party.name}`,
          agreement.uri,
          agreement.end,
          `\n\nprogram ${freeName(ask, `${party.name}-${type}`)} {\n    type ${type}\n    run by ${party.name}\n}`,
        ),
        preferred: true,
      },
      addStatement(
        `Waive missing-program of ${party.name} here`,
        agreement,
        `waive missing-program of ${party.name} because "No ${type} program of ${party.name} is known: say where it was looked for"`,
      ),
    ],
  };
}

/** `RFB, or another party of BR,`: who might run the program. */
function whose(side: Side): string {
  const names = new Set(side.parties.map((p) => p.name));
  const others = side.jurisdictions.filter((j) => !names.has(j));
  return others.length ? `${sideName(side)} or another party of ${inWords(others)}` : sideName(side);
}

function freeName(ask: Ask, base: string): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`;
    if (ask.declared(name).length === 0) return name;
  }
}
