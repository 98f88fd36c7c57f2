import { before, rangeDate } from '../dates/index.ts';
import type { Agreement, EventWord, Obligation } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { type Dating, restsOnDoubt, undisputed } from '../register/chronology.ts';
import { ENDS, eventOf, isMoment } from '../register/moments.ts';
import { endings } from '../status/index.ts';
import type { Reporter, Rule } from './rule.ts';
import { agreementName, ClashReporter, relatedEvent } from './shared/clash.ts';
import { validDate } from './shared/dated.ts';
import { accounts, datingInScope, ownDating, tooLate } from './shared/orders.ts';
import { capitalized, dateInWords, happened, obligationName } from './shared/phrases.ts';

/** Something that happened to an agreement which was no more. */
export const eventAfterEnd: Rule = {
  code: 'event-after-end',
  category: 'dates',
  severity: 'warning',
  sentence: 'Nothing happens to an agreement after it has ended.',
  why: `An agreement that has expired, was terminated or was left takes effect no more: it cannot enter into force, be resumed or completed, and nothing
is fulfilled under it. Where a record says so, the end is the date of something else (the notice, not its effect), the agreement was
prolonged without a word in the record, or the event belongs to the agreement that took its place.

An end \`for\` some parties is an end for these alone, until fewer than two sides are left. An end before the signature is left to \`date-order\`. An obligation whose deadline counts
from the end, such as the return of documents, may be fulfilled after it.`,
  basis:
    'Article 70 of the Vienna Convention on the Law of Treaties: with its termination a treaty releases the parties from performing it further. A notice of termination usually takes effect months after it is given, and both dates are found in sources.',
  rejected: [
    {
      says: 'Resumed after it was terminated.',
      text: `agreement US-BR-Cooperation : Cooperation {
    between US and BR
    signed 2005
    suspended 2010
    terminated 2012-03
    resumed »2014«
}`,
    },
    {
      says: 'Work at a port began, and an obligation was fulfilled, after it had expired.',
      text: `port Santos { locode BRSSZ }
agreement US-BR-CSI : CSI {
    between US and BR
    signed 2005
    expires 2010-12-31
    operational »2011-02« at Santos
    obligation equip : US must "provide the scanners" { fulfilled »2012« }
}`,
    },
    {
      says: 'It entered into force for a party that had left it.',
      text: `agreement Cooperation-2001 : Customs-Cooperation {
    between US, BR and KH
    signed 2001
    withdrawn 2004 for KH
    in force 2003
    in force »2006« for KH
}`,
    },
  ],
  accepted: [
    {
      says: 'Suspended, resumed, and terminated after that.',
      text: `agreement US-BR-Cooperation : Cooperation {
    between US and BR
    signed 2005
    suspended 2010
    resumed 2011
    terminated 2012-03
}`,
    },
    {
      says: 'The year of the end may hold the event, and an obligation may run from the end.',
      text: `port Santos { locode BRSSZ }
agreement US-BR-CSI : CSI {
    between US and BR
    signed 2005
    expires 2010
    operational 2010-09-22 at Santos
    obligation return : US must "return the scanners" {
        due 6 months after expiry
        fulfilled 2011-03
    }
}`,
    },
    {
      says: 'One party left; for the others it went on.',
      text: `agreement Cooperation-2001 : Customs-Cooperation {
    between US, BR and KH
    signed 2001
    withdrawn 2004 for KH
    in force 2006
}`,
    },
  ],
  checks: { agreement: check },
};

const AFFECTED: readonly EventWord[] = [
  'ratified',
  'provisional',
  'in force',
  'operational',
  'completed',
  'suspended',
  'resumed',
];

/** An end of the agreement, for all or for one party. */
interface End {
  readonly event: EventWord;
  readonly told: Dating;
}

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  if (!agreement.events.some((event) => !event.negated && ENDS.includes(event.event))) return;
  const clash = new ClashReporter(agreement, ask, report);
  for (const event of AFFECTED) {
    for (const { party, dating } of accounts(ask, agreement, event)) {
      for (const end of endsOf(ask, agreement, party)) {
        const clashes = tooLate(dating, end.told);
        if (clashes.length === 0) continue;
        const related = relatedEvent(ask, agreement, end.event, end.told);
        clash.tell(
          clashes,
          { party, related },
          (what) => `${what}, after it ${happened(end.event, end.told.date)}. ${WAY_OUT}`,
        );
      }
    }
  }
  checkOutcomes(agreement, ask, report);
}

const WAY_OUT =
  'Check which of the two dates is right, and whether the event belongs to an agreement that took its place.';

/** The ends that hold in the scope; one certainly before the signature is no end that anything could follow. */
function endsOf(ask: Ask, agreement: Agreement, party: string | undefined): readonly End[] {
  const signed = datingInScope(ask, agreement, 'signed', party);
  const own = ENDS.flatMap((event) => {
    const told = ownDating(ask, agreement, event, party);
    return told ? [{ event, told }] : [];
  });
  const all = party === undefined ? [...own, ...byLeaving(ask, agreement)] : own;
  return all.filter(({ told }) => !(signed && before(told.date, signed.date) === 'certain'));
}

/** That so many sides have left the agreement that it has ended for all. */
function byLeaving(ask: Ask, agreement: Agreement): readonly End[] {
  return endings({ ask, agreement, scope: undefined }).flatMap(({ event, date, claims, min, max }) => {
    if (!date || claims.some((claim) => claim.parties.length === 0)) return [];
    const exact = date.min === min && date.max === max ? date : rangeDate(min, max, date.doubtful);
    return [{ event, told: { date: exact, claims, rivals: false } }];
  });
}

function checkOutcomes(agreement: Agreement, ask: Ask, report: Reporter): void {
  const ofAll = endsOf(ask, agreement, undefined);
  for (const obligation of agreement.obligations) {
    if (countsFromEnd(obligation)) continue;
    const [bearer] = obligation.bearers;
    const alone = obligation.bearers.length === 1 ? bearer?.name : undefined;
    // Whoever alone is bound may have left before it ended for all.
    const ends = alone === undefined ? ofAll : [...ofAll, ...endsOf(ask, agreement, alone)];
    for (const outcome of obligation.outcomes) {
      const when = validDate(outcome.when);
      const end = when && ends.find(({ told }) => before(told.date, when.date) === 'certain');
      if (!end) continue;
      const name = agreementName(agreement);
      report({
        start: when.start,
        end: when.end,
        doubtful: restsOnDoubt(undisputed(when.date), end.told, (done, ended) => before(ended, done) === 'certain'),
        message: `${capitalized(obligationName(obligation))} was ${outcome.outcome} ${dateInWords(when.date)}, after ${name} ${happened(end.event, end.told.date)}${ofAll.includes(end) ? '' : `, as is told for ${alone}`}. ${WAY_OUT}`,
        subjects: [obligation.name.name, name],
        related: [relatedEvent(ask, agreement, end.event, end.told)],
      });
    }
  }
}

function countsFromEnd({ due }: Obligation): boolean {
  const moment = due?.moment?.name;
  return moment !== undefined && isMoment(moment) && ENDS.includes(eventOf(moment));
}
