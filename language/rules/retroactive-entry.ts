import type { Agreement, EventWord } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import type { Reporter, Rule } from './rule.ts';
import { ClashReporter, relatedEvent } from './shared/clash.ts';
import { accounts, datingInScope, mayPrecedeSignature, tooEarly } from './shared/orders.ts';
import { happened } from './shared/phrases.ts';

/** An agreement that takes effect before it is signed. */
export const retroactiveEntry: Rule = {
  code: 'retroactive-entry',
  category: 'dates',
  severity: 'warning',
  sentence: 'An agreement takes effect no earlier than it is signed.',
  why: `Most agreements take effect on the day they are signed or later. One that is applied, in force or operational before that either says so itself
(a prolongation that closes a gap, a practice that was written down afterwards) or has a wrong date, often a month and a day that were
exchanged or the date of another agreement of the same parties. The text of the agreement tells which; a waiver with its article keeps the
answer on record.

It is a warning because treaties do it. Only what is impossible for every day of both dates is reported, for all parties and for each party
that \`for\` names; a state that joins later does not make the agreement’s own entry into force too early.`,
  basis:
    'It happens: in the language’s examples the ports of Canada are at work a month before the agreement on container security is signed. Articles 24, 25 and 28 of the Vienna Convention on the Law of Treaties leave it to the parties when a treaty takes effect, and whether it reaches back.',
  rejected: [
    {
      says: 'In force in the year before the signature.',
      text: `agreement US-CN-CMAA : CMAA {
    between US and CN
    signed 1999-04-09
    in force »1998«
}`,
    },
    {
      says: 'Work at a port began, and the agreement was applied provisionally, before anything was signed.',
      text: `port TangerMed { locode MAPTM }
agreement US-MA-CSI : CSI {
    between US and MA
    signed 2010
    provisional »2009-06«
    operational »2008-11-01« at TangerMed
    operational 2011 at TangerMed
}`,
    },
    {
      says: 'For one party: it entered into force for Cambodia before Cambodia had signed.',
      text: `agreement Cooperation-2011 : Customs-Cooperation {
    between US, BR and KH
    signed 2011
    signed 2015 for KH
    in force 2012
    in force »2013« for KH
}`,
    },
  ],
  accepted: [
    {
      says: 'Four years from signature to entry into force.',
      text: `agreement US-CN-CMAA : CMAA {
    between US and CN
    signed 1999-04-09
    in force 2003-04-10
}`,
    },
    {
      says: 'On the day of the signature, which may lie anywhere in the year.',
      text: `agreement US-CO-CMAA : CMAA {
    between US and CO
    signed 1999-09-21
    provisional 1999
    in force 1999-09-21
}`,
    },
    {
      says: 'A party that joins later; and a reach back that the text lays down.',
      text: `agreement Cooperation-2011 : Customs-Cooperation {
    between US, BR and KH
    signed 2011
    signed 2015 for KH
    in force 2012
}
agreement US-BR-Training : Training {
    between US and BR
    signed 2016-03
    in force 2016-01-01
    waive retroactive-entry because "Article 9 prolongs the agreement of 2011 without a gap"
}`,
    },
  ],
  checks: { agreement: check },
};

const EFFECTS: readonly EventWord[] = ['provisional', 'in force', 'operational'];

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  if (!mayPrecedeSignature(agreement, EFFECTS)) return;
  const clash = new ClashReporter(agreement, ask, report);
  for (const event of EFFECTS) {
    for (const { party, dating } of accounts(ask, agreement, event)) {
      const signed = datingInScope(ask, agreement, 'signed', party);
      const clashes = signed ? tooEarly(dating, signed) : [];
      if (!signed || clashes.length === 0) continue;
      const related = relatedEvent(ask, agreement, 'signed', signed);
      const late = happened('signed', signed.date);
      clash.tell(
        clashes,
        { party, related },
        (what) =>
          `${what}, before it ${late}. Check both dates; if its text reaches back, waive this with the article.`,
      );
    }
  }
}
