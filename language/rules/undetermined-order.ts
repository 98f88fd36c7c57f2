import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { type OrderFault, orderFaults, type Verdict } from '../register/precedence.ts';
import { relatedTo, subjectsOf } from './precedent-order.ts';
import type { Report, Rule } from './rule.ts';
import { happened, inWords } from './shared/phrases.ts';

/** The dates do not tell whether a precedent came first. */
export const undeterminedOrder: Rule = {
  code: 'undetermined-order',
  category: 'precedents',
  severity: 'information',
  sentence: 'The dates tell whether a precedent came first.',
  why: `A date as vague as its source is the honest one, and never a fault. But where it leaves open whether the precedent came
first, nobody has checked the order: a more precise source would settle it. The same holds for a precedent that has no date of
signature at all.

Nothing is reported where another precedent surely came in time.`,
  basis:
    'Some signatures are known only to the month or the year, or only within bounds, as the language’s examples show: then the order cannot always be told.',
  rejected: [
    {
      says: 'Both happened in 2014, and either may have been first.',
      text: `agreement US-UY-JWP : JWP { between US and UY signed 2014 }
agreement US-UY-MRA : »MRA« { between US and UY signed 2014-06 }`,
    },
    {
      says: 'A precedent without a date; it is named, so the finding is on its name.',
      text: `agreement US-UY-JWP : JWP { between US and UY }
agreement US-UY-MRA : MRA { between US and UY signed 2022-07-19 follows »US-UY-JWP« }`,
    },
    {
      says: 'Signed in time, but perhaps completed later.',
      text: `agreement US-UY-JWP : JWP { between US and UY signed 2014 completed 2022 }
agreement US-UY-MRA : »MRA« { between US and UY signed 2022-07-19 }`,
    },
  ],
  accepted: [
    {
      says: 'A month settles it.',
      text: `agreement US-UY-JWP : JWP { between US and UY signed 2014-03 }
agreement US-UY-MRA : MRA { between US and UY signed 2014-06 }`,
    },
    {
      says: 'Another plan surely came first.',
      text: `agreement Plan-1 : JWP { between US and UY signed 2012 }
agreement Plan-2 : JWP { between US and UY signed 2014 }
agreement US-UY-MRA : MRA { between US and UY signed 2014-06 }`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      for (const fault of orderFaults(ask, agreement)) {
        if (fault.order !== 'late') report(openReport(ask, agreement, fault));
      }
    },
  },
};

function openReport(ask: Ask, agreement: Agreement, fault: OrderFault): Report {
  const { start, end } = fault.named ?? (agreement.kind as { start: number; end: number });
  const { event, by } = fault.verdicts[0] as Verdict;
  const itself = `${agreement.name.name} ${happened(event, by.date)}`;
  return {
    start,
    end,
    subjects: subjectsOf(fault),
    message: `${itself}, and ${inWords(fault.verdicts.map(vague))}: the dates do not tell which came first. ${fault.order === 'undated' ? 'A date of signature would.' : 'A more precise date would.'}`,
    related: relatedTo(ask, fault),
  };
}

function vague({ precedent, decided }: Verdict): string {
  const name = precedent.name.name;
  return decided ? `${name} ${happened(decided.event, decided.date)}` : `${name} states no day of signature`;
}
