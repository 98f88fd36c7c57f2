import type { FileRecords, Flaw } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { rowAround, unknownRowsIn } from '../register/rows.ts';
import type { Reporter, Rule } from './rule.ts';
import { reportFlaws } from './shared/flaws.ts';

/** What stands in a file and is no text of the language. */
export const syntax: Rule = {
  code: 'syntax',
  category: 'form',
  sentence: 'Everything in a file is written as the language has it; the message says what was expected.',
  why: `What cannot be read cannot be checked. An error costs the statement it is in and nothing else: the rest of
the file is read, and every other rule looks at it as usual, so that one slip of the pen does not hide what else is wrong.

The message names what may stand at that place, in the words of the language. Many slips have one plain mend, which is offered: a missing
comma, a typographic quote, a statement's misspelt first word, a title that stands before the kind.`,
  basis: 'The grammar of the language; [the language reference](../language.md) describes it statement by statement.',
  severity: 'error',
  mends:
    'The mend that the error suggests, where there is a plain one. It is safe: it changes the spelling, never what is meant. Between words of which one is no declared name a comma is a suggestion, for they may be one name.',
  rejected: [
    {
      says: 'The kind of an agreement follows a colon.',
      text: `agreement »US-BR-Cooperation Cooperation« {
    between US and BR
    signed 2015 per "https://www.example.org/signed"
}`,
    },
    {
      says: 'A statement begins with one of the words of its body; the statements around it are read.',
      text: `port Santos {
    locode BRSSZ
    »situated« "on the coast"
    mode sea
}`,
    },
    {
      says: 'A waiver without a reason is none: the reasons are part of the record.',
      text: `agreement US-BR-Cooperation : Cooperation {
    between US and BR
    waive missing-source»«
}`,
    },
  ],
  accepted: [
    {
      says: 'The header in its order: name, kind, title.',
      text: `agreement US-BR-Cooperation : Cooperation "Cooperation of customs" {
    between US and BR
    signed 2015 per "https://www.example.org/signed"
}`,
    },
    {
      says: 'What the language has no statement for stands in a note.',
      text: `port Santos {
    locode BRSSZ
    note "On the coast of São Paulo"
    mode sea
}`,
    },
    {
      says: 'The waiver says why.',
      text: `agreement US-BR-Cooperation : Cooperation {
    between US and BR
    waive missing-source because "Known from an interview that may not be cited"
}`,
    },
  ],
  checks: { file: check },
};

function check(file: FileRecords, ask: Ask, report: Reporter): void {
  const rows = unknownRowsIn(file, ask);
  // A comma makes two names of what may be one.
  const isGuess = (flaw: Flaw): boolean => rows.length > 0 && rowAround(rows, flaw) !== undefined;
  reportFlaws(file, 'syntax', report, isGuess);
}
