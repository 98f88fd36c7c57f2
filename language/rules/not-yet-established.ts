import { before } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord, Name } from '../records/model.ts';
import type { Ask, Named } from '../register/ask.ts';
import { RECURRENT } from '../register/moments.ts';
import { fits } from '../register/roles.ts';
import { calledIn } from '../register/sides.ts';
import type { Reporter, Rule } from './rule.ts';
import { agreementName } from './shared/clash.ts';
import { type KnownDate, knownDate } from './shared/dated.ts';
import { datingInScope } from './shared/orders.ts';
import { dateInWords, happened } from './shared/phrases.ts';

/** Parties, programs and ports that an agreement names on a day when there were none. */
export const notYetEstablished: Rule = {
  code: 'not-yet-established',
  category: 'dates',
  severity: 'information',
  sentence: 'An agreement names parties, programs and ports that existed on the day.',
  why: `Administrations are merged, renamed and divided, and a record made today is easily written with today’s names: an agreement of 1999 between CBP and
somebody, though CBP has existed since 2003. The predecessor is then the party, \`succeeds\` carries the agreement over to the successor, and
who looks for the predecessor’s agreements finds it.

It is information: the beginning of an administration may be the wrong date of the two, and a new port may be agreed on before it is built. The
day is that of the signature, or that of the event that names the party or port. Where the two dates leave it open nothing is said.`,
  basis:
    'U.S. Customs and Border Protection was formed on 2003-03-01 of the U.S. Customs Service and parts of other agencies, and CTPAT began in November 2001; agreements of the United States on customs matters are older than both.',
  rejected: [
    {
      says: 'A party that was formed later, and one that was dissolved before.',
      text: `party CBP { type customs-administration of US since 2003-03-01 }
party GDR-Customs { type customs-administration of DE until 1990-10-02 }
agreement US-DE-Cooperation : Customs-Cooperation {
    between »CBP« and »GDR-Customs«
    signed 1999
}`,
    },
    {
      says: 'A program and a port; each event names its port on its own day.',
      text: `program CTPAT { type AEO run by US since 2001-11 }
port TangerMed { locode MAPTM since 2007-07 }
agreement US-MA-CSI : CSI {
    between US and MA
    signed 2000-05
    recognizes »CTPAT«
    operational 2006 at »TangerMed«
    operational 2008 at TangerMed
}`,
    },
    {
      says: 'The signatory acted for an administration that did not exist.',
      text: `party CBP { type customs-administration of US since 2003-03-01 }
agreement US-JO-CMAA : CMAA {
    between US and JO
    signed 2002 by "N. N." of »CBP«
}`,
    },
  ],
  accepted: [
    {
      says: 'The predecessor is the party, and its successor carries the agreement on.',
      text: `party US-Customs-Service { type customs-administration of US until 2003-02-28 }
party CBP { type customs-administration of US since 2003-03-01 succeeds US-Customs-Service }
agreement US-DE-Cooperation : Customs-Cooperation {
    between US-Customs-Service and DE
    signed 1999
}`,
    },
    {
      says: 'The year may hold both days; a party that joined later is judged by its own signature.',
      text: `party CBP { type customs-administration of US since 2003-03-01 }
party KH-Customs { type customs-administration of KH since 2010 }
agreement Cooperation-2003 : Customs-Cooperation {
    between CBP, BR and KH-Customs
    signed 2003
    signed 2015 for KH-Customs
}`,
    },
    {
      says: 'Without a date of signature nobody can tell.',
      text: `program CTPAT { type AEO run by US since 2001-11 }
agreement US-CA-MRA : MRA {
    between US and CA
    recognizes CTPAT
}`,
    },
  ],
  checks: { agreement: check },
};

/** A name, and the day on which the agreement uses it; and what happened that day. */
interface Use {
  readonly name: Name;
  readonly day: KnownDate['date'];
  readonly event: EventWord;
}

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  const uses: Use[] = [];
  findAtSignature(agreement, ask, uses);
  for (const event of agreement.events) if (counts(agreement, event)) findAtEvent(event, ask, uses);
  if (uses.length === 0) return;
  const done = new Set<string>();
  for (const use of uses) {
    const key = `${use.name.name} ${use.day.min} ${use.day.max}`;
    if (done.has(key)) continue;
    done.add(key);
    checkUse(agreement, use, ask, report);
  }
}

/** Not where another claim of the event, for the same parties, is preferred. */
function counts({ events }: Agreement, claim: EventRecord): boolean {
  if (claim.preferred || RECURRENT.includes(claim.event)) return true;
  const scope = (one: EventRecord): string => one.parties.map((p) => p.name).join(' ');
  return !events.some((one) => one.preferred && one.event === claim.event && scope(one) === scope(claim));
}

function findAtSignature(agreement: Agreement, ask: Ask, into: Use[]): void {
  const { between, ports, recognizes, under } = agreement;
  if (between) for (const name of between.names) addAtSignature(agreement, name, name.name, ask, into);
  for (const lists of [ports, recognizes, under]) {
    for (const { names } of lists) for (const name of names) addAtSignature(agreement, name, undefined, ask, into);
  }
}

function addAtSignature(agreement: Agreement, name: Name, party: string | undefined, ask: Ask, into: Use[]): void {
  if (!isLimited(name, ask)) return;
  const day = datingInScope(ask, agreement, 'signed', party)?.date;
  if (day) into.push({ name, day, event: 'signed' });
}

function findAtEvent({ event, when, negated, ports, parties, signatories }: EventRecord, ask: Ask, into: Use[]): void {
  const day = when?.date;
  if (!day || negated) return;
  for (const name of ports) if (isLimited(name, ask)) into.push({ name, day, event });
  for (const name of parties) if (isLimited(name, ask)) into.push({ name, day, event });
  for (const { party } of signatories) if (party && isLimited(party, ask)) into.push({ name: party, day, event });
}

/** Whether what the name means has a beginning or an end. */
function isLimited({ name }: Name, ask: Ask): boolean {
  const found = ask.lookup(name);
  if (!found || found.type === 'agreement' || found.type === 'source') return false;
  return (found.since ?? found.until) !== undefined;
}

function checkUse(agreement: Agreement, { name, day, event }: Use, ask: Ask, report: Reporter): void {
  const found = ask.lookup(name.name);
  if (!found || !('since' in found) || !fits(name.role, found)) return;
  const since = knownDate(found, 'since', found.since);
  const until = knownDate(found, 'until', found.until);
  const isEarly = since !== undefined && before(day, since.date) === 'certain';
  const isLate = until && before(until.date, day) === 'certain';
  const limit = isEarly ? since : isLate ? until : undefined;
  if (!limit) return;
  const began = isEarly
    ? `has existed only since ${dateInWords(limit.date)}`
    : `existed only until ${dateInWords(limit.date)}`;
  report({
    start: name.start,
    end: name.end,
    doubtful: day.doubtful || limit.date.doubtful,
    message: `${agreementName(agreement)} ${happened(event, day)}, but ${name.name} ${began}. ${wayOut(found, isEarly)}`,
    subjects: [...calledIn(ask, agreement, name.name), agreement.name.name],
    related: [{ ...ask.place(found, limit), message: `${describe(found)} ${began}.` }],
  });
}

function wayOut(found: Named, isEarly: boolean): string {
  if (found.type === 'port' || found.type === 'program') return 'One of the dates may be wrong.';
  return isEarly ? 'Was the party a predecessor of it?' : 'Was the party a successor of it?';
}

function describe(found: Named): string {
  return `The ${found.type} ${found.name.name}`;
}
