import type { AgreementDate } from '../dates/index.ts';
import type { Agreement, Name } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { dateOf } from '../register/chronology.ts';
import { jurisdictionsOfPort } from '../register/locodes.ts';
import { type Side, sideName, sidesOf, standIns } from '../register/sides.ts';
import type { Rule } from './rule.ts';
import { inWords, someInWords } from './shared/phrases.ts';

/** A port in a country that is no side's. */
export const portOutsideParties: Rule = {
  code: 'port-outside-parties',
  category: 'ports',
  severity: 'warning',
  sentence: 'The ports of an agreement lie in its sides’ jurisdictions.',
  why: `Officers work in a partner’s ports because the partner agreed to it: a port in a third country is a slip between ports of one
name, or the agreement that covers it is another one.

A side’s jurisdictions are meant with those that were their members and parts on the day of signature: a port in France lies in the
European Union, one in Puerto Rico in the United States, one in the United Kingdom lay in the Union until 2020-01-31.`,
  basis:
    'The name Manzanillo alone is ambiguous: MXZLO, PAMIT and DOMAN are three ports of three partners. Container security declarations are made host by host, even within the European Union.',
  rejected: [
    {
      says: 'The Manzanillo of Panama in the declaration of the Dominican Republic.',
      text: `port Manzanillo-PA { locode PAMIT }
agreement US-DO-CSI : CSI {
    between US and DO
    ports »Manzanillo-PA«
}`,
    },
    {
      says: 'The United Kingdom was no member any more.',
      text: `port Felixstowe { locode GBFXT }
agreement US-EU-CSI : CSI {
    between US and EU
    signed 2021
    operational 2021 at »Felixstowe«
}`,
    },
  ],
  accepted: [
    {
      says: 'A member’s port, and a port in a territory that is part of a member.',
      text: `port LeHavre { locode FRLEH }
port Pointe-a-Pitre { locode GPPTP }
port Felixstowe { locode GBFXT }
agreement US-EU-CSI : CSI {
    between US and EU
    signed 2004
    ports LeHavre, Pointe-a-Pitre and Felixstowe
}`,
    },
    {
      says: 'Where the port lies is not recorded.',
      text: `port Somewhere { mode sea }
agreement US-DO-CSI : CSI { between US and DO ports Somewhere }`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      const names = portsOf(agreement);
      const sides = names.length ? sidesOf(ask, agreement) : undefined;
      if (!sides) return;
      for (const name of names) {
        const port = ask.lookup(name.name);
        const lies = whereItLies(ask, name.name);
        if (!port || !lies || isInside(ask, lies, sides, agreement)) continue;
        report({
          start: name.start,
          end: name.end,
          subjects: [name.name, ...lies],
          message: `${name.name} lies in ${inWords(lies)}, but ${agreement.name.name} is between ${someInWords(sides.map(sideName))}. Name the port that was meant, or mend where ${name.name} lies.`,
          related: [{ ...ask.place(port), message: `${name.name} is declared here, in ${inWords(lies)}.` }],
        });
      }
    },
  },
};

/** The ports that the agreement, its events and its obligations name, each where it is named first. */
function portsOf({ ports, events, obligations }: Agreement): readonly Name[] {
  let all: readonly Name[] = NONE;
  for (const list of ports) all = joined(all, list.names);
  for (const event of events) all = joined(all, event.ports);
  for (const obligation of obligations) all = joined(all, obligation.ports);
  return all.length < 2 ? all : all.filter((name, i) => all.findIndex((n) => n.name === name.name) === i);
}

const NONE: readonly never[] = [];

function joined(some: readonly Name[], more: readonly Name[]): readonly Name[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more];
}

/** The jurisdictions in which the port of that name lies, as far as they are known. */
function whereItLies(ask: Ask, name: string): readonly string[] | undefined {
  return ask.remember('where a port lies', name, findWhere);
}

function findWhere(ask: Ask, name: string): readonly string[] | undefined {
  const port = ask.lookup(name);
  return port?.type === 'port' ? jurisdictionsOfPort(ask, port) : undefined;
}

function isInside(ask: Ask, jurisdictions: readonly string[], sides: readonly Side[], agreement: Agreement): boolean {
  // Nearly always it lies in a side’s own.
  for (const { jurisdictions: own } of sides) if (jurisdictions.some((j) => own.includes(j))) return true;
  const signed = dateOf(agreement, 'signed');
  return jurisdictions.some((j) => isWithin(ask, j, sides, signed));
}

/** Whether a jurisdiction is a side's own, or lies in it: as a member on the day of signature, as a part, or as a successor. */
function isWithin(ask: Ask, jurisdiction: string, sides: readonly Side[], signed: AgreementDate | undefined): boolean {
  const held = new Set(sides.flatMap((side) => side.jurisdictions));
  const found = [jurisdiction];
  for (let i = 0; i < found.length; i++) {
    const next = found[i] as string;
    if (held.has(next)) return true;
    const above = ask.lookup(next);
    const wholes = above?.type === 'jurisdiction' ? above.partOf.flatMap((list) => list.names.map((n) => n.name)) : [];
    for (const other of [...standIns(ask, next, signed), ...wholes]) if (!found.includes(other)) found.push(other);
  }
  return false;
}
