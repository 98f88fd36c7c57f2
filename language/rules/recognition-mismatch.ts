import type { Agreement, Program } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { dateOf } from '../register/chronology.ts';
import { runnersOf } from '../register/programs.ts';
import { atoms, covers, type Side, sideName, sidesOf, sidesOfNames } from '../register/sides.ts';
import type { Rule } from './rule.ts';
import { inWords, someInWords } from './shared/phrases.ts';

/** A recognized program that no side runs. */
export const recognitionMismatch: Rule = {
  code: 'recognition-mismatch',
  category: 'programs',
  severity: 'warning',
  sentence: 'A program that an agreement recognizes is run by one of its sides.',
  why: `Mutual recognition is of the other side’s program: a program of a third country in that place is a slip between two programs
of one name (\`OEA\` is what half of Latin America calls its own), or the program’s \`run by\` is wrong.

Any party of a side may run it, and so may a union or a predecessor that stands for the side.`,
  basis:
    'Each mutual recognition arrangement names the programs of its own sides: CTPAT on one, the partner’s program on the other.',
  rejected: [
    {
      says: 'Uruguay’s program in the arrangement with Brazil.',
      text: `program CTPAT { type AEO run by US }
program OEA-BR { type AEO run by BR }
program OEC-UY { type AEO run by UY }
agreement US-BR-MRA : MRA {
    between US and BR
    recognizes CTPAT and »OEC-UY«
}`,
    },
  ],
  accepted: [
    {
      says: 'A program of each side, run by whichever of its parties.',
      text: `party CBP { type customs-administration of US }
party DHS { type customs-administration of US }
program CTPAT { type AEO run by CBP }
program OEA-BR { type AEO run by BR }
agreement US-BR-MRA : MRA { between DHS and BR recognizes CTPAT and OEA-BR }`,
    },
    {
      says: 'The union runs the program of its members.',
      text: `program EU-AEO { type AEO run by EU }
agreement US-FR-Trial : Arrangement { between US and FR signed 2008 recognizes EU-AEO }`,
    },
    {
      says: 'Who runs the program is not recorded: nothing says that it is another’s.',
      text: `program Golden-List { type AEO }
agreement US-JO-MRA : MRA { between US and JO recognizes Golden-List }`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      if (agreement.recognizes.length === 0) return;
      const sides = sidesOf(ask, agreement);
      if (!sides) return;
      for (const name of agreement.recognizes.flatMap((list) => list.names)) {
        const program = ask.lookup(name.name);
        if (program?.type !== 'program' || isRunByParty(agreement, program)) continue;
        const runners = runnersOf(ask, program);
        if (!runners?.length || isRunBySome(ask, agreement, program, sides)) continue;
        report({
          start: name.start,
          end: name.end,
          subjects: [name.name, ...runners],
          message: `${agreement.name.name} recognizes ${name.name}, but that is run by ${inWords(runners)}, no side of an agreement between ${someInWords(sides.map(sideName))}. Name the side’s own program, or mend who runs ${name.name}.`,
          related: [
            {
              ...ask.place(program, program.runBy ?? program.name),
              message: `${name.name} is run by ${inWords(runners)}.`,
            },
          ],
        });
      }
    },
  },
};

/** Whether one of those who run it is named in `between`, as nearly always. */
function isRunByParty({ between }: Agreement, { runBy }: Program): boolean {
  if (!between || !runBy) return false;
  for (const party of between.names) {
    for (const runner of runBy.names) if (party.name === runner.name) return true;
  }
  return false;
}

function isRunBySome(ask: Ask, agreement: Agreement, program: Program, sides: readonly Side[]): boolean {
  const runners = sidesOfNames(ask, program.runBy?.names ?? []) ?? [];
  const signed = dateOf(agreement, 'signed');
  return runners.some((runner) =>
    sides.some((side) => atoms(runner).some((atom) => atoms(side).includes(atom)) || covers(ask, runner, side, signed)),
  );
}
