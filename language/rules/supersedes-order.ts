import { before } from '../dates/index.ts';
import type { Agreement, Name } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { madeOn, restsOnDoubt } from '../register/chronology.ts';
import { isSame } from '../register/known.ts';
import type { Reporter, Rule } from './rule.ts';
import { agreementName, relatedEvent } from './shared/clash.ts';
import { happened } from './shared/phrases.ts';

/** Agreements that replace or amend what came after them. */
export const supersedesOrder: Rule = {
  code: 'supersedes-order',
  category: 'order',
  severity: 'warning',
  sentence: 'An agreement supersedes or amends only what is older than itself.',
  why: `The later agreement replaces or changes the earlier. Where the record has it the other way round, the two were exchanged, one of the two dates is
wrong, or another agreement of the same parties is meant, as there often are several of one title.

The day of an agreement is that of its signature, or of its adoption where it is not signed. Only what is certain is reported: agreements of the
same year may have come in either order.`,
  basis:
    'Articles 30, 39 to 41 and 59 of the Vienna Convention on the Law of Treaties: a later treaty prevails over, amends or ends an earlier one. The customs mutual assistance agreement of the United States with Paraguay of 2020-07-13 replaced that of 2002.',
  rejected: [
    {
      says: 'The agreement of 2002 supersedes that of 2020.',
      text: `agreement US-PY-CMAA-2002 : CMAA {
    between US and PY
    signed 2002
    supersedes »US-PY-CMAA-2020«
}
agreement US-PY-CMAA-2020 : CMAA {
    between US and PY
    signed 2020-07-13
}`,
    },
    {
      says: 'A protocol amends a convention that was adopted after it.',
      text: `agreement Kyoto-Protocol : Convention {
    between US, JP and EU
    signed 1971
    amends »Kyoto-Convention«
}
agreement Kyoto-Convention : Convention {
    between US, JP and EU
    adopted 1973-05-18
}`,
    },
  ],
  accepted: [
    {
      says: 'The later supersedes the earlier.',
      text: `agreement US-PY-CMAA-2002 : CMAA {
    between US and PY
    signed 2002
    terminated 2020
}
agreement US-PY-CMAA-2020 : CMAA {
    between US and PY
    signed 2020-07-13
    supersedes US-PY-CMAA-2002
}`,
    },
    {
      says: 'Both of one year, and one without a date: nothing is certain.',
      text: `agreement First : Cooperation {
    between US and BR
    signed 2015
    amends Second, Third
}
agreement Second : Cooperation {
    between US and BR
    signed 2015-11
}
agreement Third : Cooperation {
    between US and BR
}`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      if (agreement.supersedes.length + agreement.amends.length === 0) return;
      const own = madeOn(agreement);
      if (!own) return;
      for (const list of [...agreement.supersedes, ...agreement.amends]) {
        for (const name of list.names) checkOne(agreement, own, name, ask, report);
      }
    },
  },
};

function checkOne(
  agreement: Agreement,
  own: NonNullable<ReturnType<typeof madeOn>>,
  name: Name,
  ask: Ask,
  report: Reporter,
): void {
  const other = ask.lookup(name.name);
  if (other?.type !== 'agreement' || isSame(other, agreement)) return;
  const its = madeOn(other);
  if (!its || before(own.told.date, its.told.date) !== 'certain') return;
  const verb = name.role === 'amends' ? 'amends' : 'supersedes';
  report({
    start: name.start,
    end: name.end,
    doubtful: restsOnDoubt(own.told, its.told, (date, other) => before(date, other) === 'certain'),
    message: `${agreementName(agreement)} ${verb} ${name.name}, but ${happened(own.event, own.told.date)}, before ${name.name} ${happened(its.event, its.told.date)}. Are the two exchanged, or is one of the dates wrong?`,
    subjects: [name.name, agreement.name.name],
    also: [other],
    related: [relatedEvent(ask, other, its.event, its.told)],
  });
}
