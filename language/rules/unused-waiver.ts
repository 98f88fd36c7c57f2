import type { Rule } from './rule.ts';

/** A waiver that waives nothing. The engine, which alone knows what was silenced, reports it; hence no checks here. */
export const unusedWaiver: Rule = {
  code: 'unused-waiver',
  category: 'waivers',
  severity: 'warning',
  sentence: 'A waiver silences a finding.',
  why: `Records get better: the missing plan is found, the vague date becomes a day. The waiver that once explained the gap then explains
something that is not so any more, and would silence the next fault of the same sort unseen.

A waiver silences its rule in the declaration where it stands and in what is nested in that, and with \`of\` only what is about that
subject: one in the wrong place, or of the wrong subject, is unused too. \`syntax\` cannot be waived. Where a rule is turned off in the
project file its waivers are left alone. So are they where
something of their record could not be read, or names what nobody declared: what they silence may not be told for that alone.`,
  basis:
    'The language’s own habit, shared with linters that report suppressions which suppress nothing: waivers are listed with their reasons as part of the record.',
  mends: 'Take the waiver away.',
  rejected: [
    {
      says: 'The plan is on record.',
      text: `agreement US-BR-JWP : JWP { between US and BR signed 2014 }
agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022-09-16
    »waive missing-precedent of JWP because "No plan is known"«
}`,
    },
    {
      says: 'The plan is missing, but the waiver is about another kind.',
      text: `agreement US-BR-CMAA : CMAA { between US and BR signed 2002 }
agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022-09-16
    »waive missing-precedent of CMAA because "No plan is known"«
}`,
    },
  ],
  accepted: [
    {
      says: 'It silences the finding that it names.',
      text: `agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022-09-16
    waive missing-precedent of JWP because "No plan is known"
}`,
    },
    {
      says: 'The rule is off, so nobody can tell.',
      text: `agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002
    waive missing-source because "From the memory of a participant"
}`,
      settings: { 'missing-source': 'off' },
    },
  ],
  checks: {},
};
