import type { Rule } from './rule.ts';
import { reportFlaws } from './shared/flaws.ts';

/** Dates that the calendar or EDTF does not have. */
export const invalidDate: Rule = {
  code: 'invalid-date',
  category: 'form',
  sentence: 'Every date is of the calendar, and written as EDTF has it.',
  why: `Dates are copied from press releases, treaty lists and letters, and each of these writes them in its own way. \`05/06/2015\` is a day of May
in Washington and a day of June in Brasília, and a record that keeps the text as it was pasted leaves the question to every later reader.
Here a date is written in EDTF, which has a form for each degree of knowledge: a day, a month, a year, a decade, an interval, a guess.

No other rule builds on a date that cannot be read; the rest of the statement counts. Each sensible reading is offered as a mend, and none is
ever more exact than the text was.`,
  basis:
    'EDTF is part of ISO 8601-2:2019. Of the signatures in the language’s examples most are known to the day, others to the month or the year, and some only within bounds.',
  severity: 'error',
  mends:
    'Each reading of what was pasted, in EDTF. It is safe where there is one reading and nothing else can be meant; a suggestion where there are several, where a century was completed, or where two dates were joined.',
  rejected: [
    {
      says: 'Day and month in numerals: two readings.',
      text: `agreement US-BR-CMAA : CMAA {
    between US and BR
    signed »05/06/2002« per "https://www.example.org/signed"
}`,
    },
    {
      says: 'Words where a date belongs are one error, and what follows on the next lines is read.',
      text: `agreement US-JO-CMAA : CMAA {
    between US and JO
    signed »9 December 2004«
    in force »shortly afterwards«
}`,
    },
    {
      says: 'A day that the calendar does not have.',
      text: `program CTPAT {
    type AEO
    run by US
    since »2001-11-31«
}`,
    },
  ],
  accepted: [
    {
      says: 'The reading that the source bears out.',
      text: `agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002-06-05 per "https://www.example.org/signed"
}`,
    },
    {
      says: 'What is known and no more: an entry into force not before the signature, in an interval with an open end.',
      text: `agreement US-JO-CMAA : CMAA {
    between US and JO
    signed 2004-12-09
    in force 2004-12-09/..
}`,
    },
    {
      says: 'A month where the day is not known, a doubtful year, a decade, and the word for what nobody says.',
      text: `program CTPAT {
    type AEO
    run by US
    since 2001-11
}

agreement US-MX-Training : Training {
    between US and MX
    negotiated 199X
    signed 2002?
    completed unknown
}`,
    },
  ],
  checks: { file: (file, _ask, report) => reportFlaws(file, 'invalid-date', report) },
};
