import type { Declaration, Word } from '../records/model.ts';
import { waiversIn } from '../records/waivers.ts';
import type { Report, Rule } from './rule.ts';
import { replace } from './shared/fixes.ts';
import { nearestWords } from './shared/nearest-word.ts';

/** A waiver of a rule that does not exist. */
export const unknownRule: Rule = {
  code: 'unknown-rule',
  category: 'waivers',
  severity: 'warning',
  sentence: 'A waiver names a rule that exists.',
  why: `A waiver is part of the record: it says that someone looked, and why the finding may stand. One that names no rule silences nothing,
and the reason stays without the finding it answers. Mostly it is a slip of the pen.`,
  basis:
    'The language’s own habit: every finding shows the code that a waiver names, and `agreement rules` lists them all.',
  mends: 'The nearest codes.',
  rejected: [
    {
      says: 'The code is `missing-precedent`.',
      text: `agreement US-CA-MRA : MRA {
    between US and CA
    waive »missing-precedents« of JWP because "CBP's list shows no work plan for Canada"
}`,
    },
  ],
  accepted: [
    {
      says: 'The code as the finding shows it.',
      text: `agreement US-CA-MRA : MRA {
    between US and CA
    signed 2008-06
    waive missing-precedent of JWP because "CBP's list shows no work plan for Canada"
}`,
    },
  ],
  checks: {
    declaration: (declaration, ask, report) => {
      for (const { rule } of waiversIn(declaration)) {
        if (!ask.ruleCodes.includes(rule.name)) report(unknown(declaration, rule, ask.ruleCodes));
      }
    },
  },
};

function unknown(declaration: Declaration, rule: Word, codes: readonly string[]): Report {
  const near = (): readonly string[] => nearestWords(rule.name, codes);
  const [nearest] = near();
  const hint = nearest ? ` Did you mean ${nearest}?` : ' `agreement rules` lists them all.';
  return {
    start: rule.start,
    end: rule.end,
    subjects: [rule.name],
    message: `There is no rule ${rule.name}, so this waiver silences nothing.${hint}`,
    fixes: () =>
      near().map((code, _, all) =>
        replace(`Write ${code}`, declaration.uri, rule, code, { preferred: all.length === 1 }),
      ),
  };
}
