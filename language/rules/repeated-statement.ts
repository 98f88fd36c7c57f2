import type { Declaration, Repeated } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import type { Reporter, Rule } from './rule.ts';
import { remove } from './shared/fixes.ts';
import { capitalized, obligationName } from './shared/phrases.ts';

/** Statements that stand twice where they may stand once. */
export const repeatedStatement: Rule = {
  code: 'repeated-statement',
  category: 'form',
  sentence: 'A statement that may stand once in a body stands there once.',
  why: `A program begins once, a port has one LOCODE, an agreement is between one set of parties. Where such a statement is written twice, nobody can tell
which of the two counts, and to take the first or the last silently would make the answer depend on the order of lines. What is stated twice
counts as unknown, and no other rule builds on it until one of the two is gone.

What sources contradict each other about is another matter: an event may be claimed several times, each time with its source. Statements that
list, such as \`ports\`, \`follows\` or \`also\`, may repeat as well.`,
  basis:
    'Copying a record and changing it line by line is how most records are made, and leaves such doubles behind. That sources disagree on a date is told by claims of one event.',
  severity: 'error',
  mends: 'A suggestion to remove the later one; which of the two is right only the source can tell.',
  rejected: [
    {
      says: 'Two beginnings of one program.',
      text: `program CTPAT {
    type AEO
    run by US
    since 2001-11
    »since 2002-04«
}`,
    },
    {
      says: 'Parties stated twice, and an obligation with two deadlines.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    »between US and AR«
    obligation report : US must "report" {
        due 2020
        »due 90 days after signature«
    }
}`,
    },
    {
      says: 'Types in two statements.',
      text: `party ICE {
    type government-agency
    of US
    »type customs-administration«
}`,
    },
  ],
  accepted: [
    {
      says: 'One beginning, as vague as it must be.',
      text: `program CTPAT {
    type AEO
    run by US
    since 2001-11/2002-04
}`,
    },
    {
      says: 'All parties in one statement; one deadline.',
      text: `agreement US-BR-AR-JWP : Cooperation {
    between US, BR and AR
    obligation report : US must "report" {
        due 90 days after signature
    }
}`,
    },
    {
      says: 'One statement may hold several types; lists, claims and notes may repeat.',
      text: `party ICE {
    type government-agency, customs-administration
    of US
}
agreement US-UZ-CMAA : CMAA {
    between US and UZ
    signed 2024-09-13 per "https://www.example.org/gazeta" preferred
    signed 2024-08-13 per "https://www.example.org/hstoday"
    note "The visit was in September."
    note "The other page may mix up the months."
}`,
    },
  ],
  checks: { declaration: check },
};

function check(declaration: Declaration, ask: Ask, report: Reporter): void {
  const owner = declaration.name.name || 'This record';
  reportAll(declaration, declaration.repeated, owner, ask, report);
  if (!('obligations' in declaration)) return;
  for (const { name, repeated } of declaration.obligations) {
    if (repeated.length) reportAll(declaration, repeated, capitalized(obligationName({ name })), ask, report);
  }
}

function reportAll(
  declaration: Declaration,
  all: readonly Repeated[],
  owner: string,
  ask: Ask,
  report: Reporter,
): void {
  for (const { word, first, start, end } of all) {
    report({
      start,
      end,
      message: `${owner} states \`${word}\` already, and may state it once. Keep the one that the source bears out.`,
      subjects: [word, declaration.name.name],
      related: [{ ...ask.place(declaration, first), message: `\`${word}\` stands here first.` }],
      fixes: () => [remove(`Remove this \`${word}\``, declaration.uri, { start, end }, { preferred: true })],
    });
  }
}
