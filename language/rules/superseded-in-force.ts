import { type AgreementDate, before as isBefore } from '../dates/index.ts';
import type { Fix } from '../findings.ts';
import type { Agreement, Declaration } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { claims, dating, isRecorded, madeOn } from '../register/chronology.ts';
import { isDoubled, isSame } from '../register/known.ts';
import { endings } from '../status/index.ts';
import type { Reporter, Rule } from './rule.ts';
import { addStatement } from './shared/fixes.ts';
import { someInWords } from './shared/phrases.ts';

/** Agreements that were replaced, and whose end nobody recorded. */
export const supersededInForce: Rule = {
  code: 'superseded-in-force',
  category: 'order',
  severity: 'warning',
  sentence: 'An agreement that was superseded has its end recorded.',
  why: `Being superseded ends nothing by itself: two agreements of the same parties may be in force side by side, and a new one may replace parts of the old
one only. So the status of the old agreement stays what its own events say, and without an end it is shown as in force for ever. The new
agreement’s last articles, or the announcement, usually say what becomes of the old one.

An agreement that was completed needs no end; of many parties some may leave it, which ends nothing for the others. One that replaces another takes effect once it is in force: while it is known not to be, by a
\`not in force\` or a date ahead, the old one goes on and nothing is reported. A reference that points to a later agreement, or in a circle, is left to \`supersedes-order\`
and \`cyclic-order\`.`,
  basis:
    'Article 59 of the Vienna Convention on the Law of Treaties has a later treaty end an earlier one only where the parties so intend. The United States and Paraguay replaced their agreement of 2002 by that of 2020-07-13, and the announcement does not say on which day the old one ended.',
  mends:
    'A suggestion to add `terminated` with the day on which the new agreement entered into force, or with `unknown` where that is not recorded or contradicts the old one’s own record.',
  rejected: [
    {
      says: 'Replaced, and in force by its own record; the finding sits on the old one’s name.',
      text: `agreement »US-PY-CMAA-2002« : CMAA {
    between US and PY
    signed 2002
}
agreement US-PY-CMAA-2020 : CMAA {
    between US and PY
    signed 2020-07-13
    in force 2020-07-13
    supersedes US-PY-CMAA-2002
}`,
    },
    {
      says: 'That it had not ended by a day is no end.',
      text: `--- old.agreement
agreement »US-BR-Cooperation« : Cooperation {
    between US and BR
    in force 1990
    not terminated 2010
}
--- new.agreement
agreement US-BR-Cooperation-2011 : Cooperation {
    between US and BR
    signed 2011
    supersedes US-BR-Cooperation
}`,
    },
  ],
  accepted: [
    {
      says: 'The end as exactly as it is known.',
      text: `agreement US-PY-CMAA-2002 : CMAA {
    between US and PY
    signed 2002
    terminated 2020-07-13/..
}
agreement US-PY-CMAA-2020 : CMAA {
    between US and PY
    signed 2020-07-13
    supersedes US-PY-CMAA-2002
}`,
    },
    {
      says: 'The new one is signed and not in force yet; a work plan was completed before the next one.',
      text: `agreement US-BR-CMAA-2002 : CMAA {
    between US and BR
    in force 2005
}
agreement US-BR-CMAA-2024 : CMAA {
    between US and BR
    signed 2024-10-08
    not in force 2024-12
    supersedes US-BR-CMAA-2002
}
agreement US-DO-JWP-1 : JWP { between US and DO signed 2015 completed 2017 }
agreement US-DO-JWP-2 : JWP { between US and DO signed 2018 supersedes US-DO-JWP-1 }`,
    },
    {
      says: 'Both are meant to be in force, and the waiver says where that stands.',
      text: `agreement US-BR-Cooperation : Cooperation {
    between US and BR
    in force 1990
    waive superseded-in-force because "Article 3 of the new one replaces the articles on ports only"
}
agreement US-BR-Cooperation-2011 : Cooperation {
    between US and BR
    signed 2011
    supersedes US-BR-Cooperation
}`,
    },
  ],
  checks: { agreement: check },
};

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  const { name } = agreement.name;
  const users = name ? ask.users('supersedes', name) : [];
  if (users.length > 0 && !isDone(agreement, ask) && !isDoubled(ask, agreement))
    checkUsers(agreement, users, ask, report);
}

function checkUsers(agreement: Agreement, users: readonly Declaration[], ask: Ask, report: Reporter): void {
  const { name, start, end } = agreement.name;
  const later = users.filter(
    (d): d is Agreement =>
      d.type === 'agreement' &&
      !isSame(d, agreement) &&
      !isDoubled(ask, d) &&
      mayApply(d, ask) &&
      mayFollow(d, agreement),
  );
  if (later.length === 0) return;
  const names = later.map((d) => d.name.name || 'an agreement without a name');
  report({
    start,
    end,
    message: `${name} is superseded by ${someInWords(names)}, but its end is not recorded, so it counts as going on. Say how it ended: \`terminated DATE\`, or \`terminated unknown\`.`,
    subjects: [name, ...names],
    also: later,
    related: later.slice(0, 5).map((d) => ({ ...ask.place(d), message: `${d.name.name} supersedes ${name}.` })),
    fixes: () => [terminate(agreement, later)],
  });
}

/** Whether it has ended or was completed, whenever that was: of many parties some may leave it, and it goes on between the others. */
function isDone(agreement: Agreement, ask: Ask): boolean {
  return isRecorded(agreement, 'completed') || endings({ ask, agreement, scope: undefined }).length > 0;
}

/** Whether the one may have taken the place of the other: else the reference is at fault, which other rules tell. */
function mayFollow(later: Agreement, agreement: Agreement): boolean {
  if (agreement.supersedes.some((list) => list.names.some(({ name }) => name === later.name.name))) return false;
  const [made, before] = [madeOn(later), madeOn(agreement)];
  return !made || !before || isBefore(made.told.date, before.told.date) !== 'certain';
}

/** Whether the later agreement may have taken effect by the as-of day. */
function mayApply(later: Agreement, ask: Ask): boolean {
  const entered = claims(later, 'in force');
  const made = dating(later, 'signed')?.date;
  if (made && made.min > ask.asOf) return false;
  if (entered.length) {
    const date = dating(later, 'in force')?.date;
    return !date || date.min <= ask.asOf;
  }
  return !later.events.some((e) => e.negated && e.event === 'in force' && e.parties.length === 0);
}

/** Whether nothing that the agreement records contradicts that it ended then: no event is later, and no `not` says otherwise. */
function mayEnd({ events }: Agreement, date: AgreementDate): boolean {
  return events.every(({ event, negated, when }) => {
    if (!when?.date || (negated && event !== 'terminated')) return true;
    return isBefore(date, when.date) !== 'certain';
  });
}

function terminate(agreement: Agreement, later: readonly Agreement[]): Fix {
  const dates = later.flatMap((d) => dating(d, 'in force')?.date ?? []);
  const first = dates.filter((date) => mayEnd(agreement, date)).toSorted((a, b) => a.min - b.min)[0];
  const text = first?.text ?? 'unknown';
  const reason = first ? 'the new agreement’s entry into force' : 'nobody says when';
  return addStatement(`Add \`terminated ${text}\` (${reason})`, agreement, `terminated ${text}`, { preferred: true });
}
