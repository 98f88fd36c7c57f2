import type { Party, Port, Program, Source } from '../records/model.ts';
import type { Ask, InBrief } from '../register/ask.ts';
import { demandsOf } from '../register/kinds.ts';
import { isDoubled, isRepeated, kindOf } from '../register/known.ts';
import { actorsOf } from '../register/programs.ts';
import { sidesOfNames } from '../register/sides.ts';
import type { Reporter, Rule } from './rule.ts';
import { citesAny } from './shared/citing.ts';
import { remove } from './shared/fixes.ts';

/** Declarations that no record needs. */
export const unusedDeclaration: Rule = {
  code: 'unused-declaration',
  category: 'names',
  severity: 'hint',
  sentence: 'Every source, party, port and program is referred to, meets a demand, or has a source of its own.',
  why: `A source that nothing cites was read for something that is not recorded, or its citation was lost when a record was changed. A party, a port or
a program to which nothing refers is a leftover. It does no harm, so it is only shown faded. Where a name that nobody declared is near to its own,
it may be meant by that: then that name is reported, and this rule waits until it is mended.

A program meets a demand where the kind of an agreement asks each side for one of its type. What cites a source is a record in its own right, as in
a list of ports with where it is from. Agreements, kinds and jurisdictions are never reported: they are there for their own sake.`,
  basis:
    'The language’s own habit, shared with editors that fade what is not used. That a port or a program with a source of its own is left alone follows from the lists in which they are published: such a list may name ports and programs of which no agreement on record speaks.',
  mends: 'A suggestion to remove the declaration.',
  unnecessary: true,
  rejected: [
    {
      says: 'A source, a port, a program and a party that nothing refers to.',
      text: `source »cbp-list« { url "https://www.example.org/list" }
port »Santos« { locode BRSSZ }
program »OEA« { type AEO run by BR }
party »ICE« { type government-agency of US }
agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002 per "https://www.example.org/list"
}`,
    },
    {
      says: 'What refers only to itself.',
      text: `party »DHS« {
    type government-agency
    of US
    succeeds DHS
}`,
    },
  ],
  accepted: [
    {
      says: 'Each is referred to.',
      text: `source cbp-list { url "https://www.example.org/list" }
port Santos { locode BRSSZ }
party ICE { type government-agency of US }
program Watch { type operation run by ICE }
agreement US-BR-Cooperation : Cooperation {
    between ICE and BR
    under Watch
    operational 2002 at Santos per cbp-list
}`,
    },
    {
      says: 'The programs meet what a mutual recognition arrangement expects of each side.',
      text: `party CBP { type customs-administration of US }
program CTPAT { type AEO run by CBP }
program OEA { type AEO run by BR }
agreement US-BR-MRA : MRA {
    between US and BR
}`,
    },
    {
      says: 'A port that stands for itself, with its source.',
      text: `source csi-list { url "https://www.example.org/ports" }
port Santos {
    locode BRSSZ
    cites csi-list
}`,
    },
  ],
  checks: { source: check, party: check, port: check, program: check },
};

function check(declaration: Source | Party | Port | Program, ask: Ask, report: Reporter): void {
  const { name, isPartial, start, end } = declaration.name;
  if (!name || isPartial || citesAny(declaration) || ask.isUsed(name, 'names') || isDoubled(ask, declaration)) return;
  if (declaration.type === 'program' && meetsDemand(declaration, ask)) return;
  if (ask.mayBeMeant(declaration)) return;
  report({
    start,
    end,
    message: `Nothing refers to the ${declaration.type} ${name}, and it cites no source of its own. Use it, or remove it.`,
    subjects: [name],
    fixes: () => [remove(`Remove the ${declaration.type} ${name}`, declaration.uri, declaration)],
  });
}

/** Whether an agreement of one of its sides is of a kind that asks each side for a program of its type. */
function meetsDemand(program: Program, ask: Ask): boolean {
  const types = program.types.flatMap((list) => list.words.map((word) => word.name));
  if (!program.runBy || types.length === 0 || isRepeated(program, 'run by') || isRepeated(program, 'type'))
    return false;
  const kinds = new Map<string, boolean>();
  const asks = (agreement: InBrief): boolean => {
    const key = agreement.kind?.name ?? '';
    const known = kinds.get(key);
    if (known !== undefined) return known;
    const kind = kindOf(ask, agreement);
    const answer =
      kind !== undefined &&
      demandsOf(ask, kind).some((d) => d.about === 'program' && types.includes(d.programType.name));
    kinds.set(key, answer);
    return answer;
  };
  return agreementsOf(program.runBy, ask, asks);
}

/** Whether the sides that run the program have an agreement of which `asks` is true. */
function agreementsOf(runBy: NonNullable<Program['runBy']>, ask: Ask, asks: (agreement: InBrief) => boolean): boolean {
  const sides = runBy.names.flatMap((name) => sidesOfNames(ask, [name]) ?? []);
  const actors = new Set(sides.flatMap((side) => actorsOf(ask, side)));
  for (const actor of actors) {
    if (ask.agreementsOf(actor).some(asks)) return true;
  }
  return false;
}
