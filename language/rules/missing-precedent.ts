import type { Fix } from '../findings.ts';
import type { Agreement } from '../records/model.ts';
import type { Ask, InBrief } from '../register/ask.ts';
import { isSame } from '../register/known.ts';
import { inOrder } from '../register/lists.ts';
import { type Demanded, demandedPrecedents, isLate } from '../register/precedence.ts';
import { type Side, sideName, sidesOf } from '../register/sides.ts';
import type { Report, Rule } from './rule.ts';
import { demandPlace, demands, reached, severityOfDemand, withArticle } from './shared/demands.ts';
import { addStatement, insert } from './shared/fixes.ts';
import { inWords, someInWords } from './shared/phrases.ts';

/** No agreement of the demanded kind between these sides is recorded. */
export const missingPrecedent: Rule = {
  code: 'missing-precedent',
  category: 'precedents',
  severity: 'by the kind',
  sentence: 'The agreements that a kind demands before this one are recorded.',
  why: `Customs agreements build on each other. Mutual recognition is prepared by a joint work plan, and information about a trader is
exchanged on the ground of a mutual assistance agreement: where the earlier step is not on record, either the record has a gap, or
something unusual happened that is worth a sentence.

A precedent counts when it serves the same sides: between other agencies of the same jurisdictions, between more sides than these,
between their predecessors, or by a union of which they were members on the day it was signed. A plurilateral agreement is also
served when every pair of its sides is. The demand is due once the moment it names, or a later one, is recorded; an agreement that
is still being negotiated demands nothing.`,
  basis:
    'In the language’s examples every joint work plan comes before its mutual recognition arrangement, but only 5 of the 18 arrangements of the United States have a recorded plan: expected, not required. A mutual assistance agreement is later than the arrangement in none, and not on record for some: mentioned.',
  mends:
    'Write the record of one, or waive the finding with the reason. An agreement between many may also follow one of that kind between some of them, if that was not made later, and say why.',
  rejected: [
    {
      says: 'An MRA expects a JWP before signature.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
agreement US-BR-CMAA : CMAA { between US and BR signed 2002 }
agreement US-BR-MRA : »MRA« "Mutual Recognition Arrangement with Brazil" {
    between CBP and RFB
    signed 2022-09-16
}`,
    },
    {
      says: 'A plan with Uruguay is no plan with Brazil.',
      text: `agreement US-BR-CMAA : CMAA { between US and BR signed 2002 }
agreement US-UY-JWP : JWP { between US and UY signed 2014 }
agreement US-BR-MRA : »MRA« { between US and BR signed 2022-09-16 }`,
    },
    {
      says: 'One pair of the three has no plan.',
      text: `kind Regional specializes Arrangement { requires JWP before signature }
agreement SG-MY-JWP : JWP { between SG and MY signed 2018 }
agreement SG-TH-JWP : JWP { between SG and TH signed 2018 }
agreement Region : »Regional« { between SG, MY and TH signed 2023 }`,
    },
    {
      says: 'The United Kingdom had left the union when the union’s agreement was signed.',
      text: `agreement US-EU-Cooperation : Customs-Cooperation { between US and EU signed 2021 }
agreement US-GB-CSI : »CSI« { between US and GB signed 2022 }`,
    },
  ],
  accepted: [
    {
      says: 'The plan between the same two sides is on record: which of their agencies signed it does not matter.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
party DHS { type government-agency of US }
agreement US-BR-CMAA : CMAA { between US and BR signed 2002 }
agreement US-BR-JWP : JWP { between DHS and RFB signed 2014 }
agreement US-BR-MRA : MRA { between CBP and RFB signed 2022-09-16 }`,
    },
    {
      says: 'The union’s agreement serves a state that was its member then, and the waiver says what was looked for.',
      text: `agreement US-EU-CMAA : Customs-Cooperation { between US and EU signed 1997-05-28 }
agreement US-GB-MRA : MRA {
    between US and GB
    signed 2021-01-21
    waive missing-precedent of JWP because "Neither side's pages name a work plan"
}`,
    },
    {
      says: 'Three pairs, three plans.',
      text: `kind Regional specializes Arrangement { requires JWP before signature }
agreement SG-MY-JWP : JWP { between SG and MY signed 2018 }
agreement SG-TH-JWP : JWP { between SG and TH signed 2018 }
agreement MY-TH-JWP : JWP { between MY and TH signed 2019 }
agreement Region : Regional { between SG, MY and TH signed 2023 }`,
    },
    {
      says: 'What is not signed yet demands nothing yet.',
      text: 'agreement US-BR-MRA : MRA { between US and BR negotiated 2021 }',
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      for (const one of demandedPrecedents(ask, agreement)) {
        const missing = one.groups.filter((group) => group.precedents.length === 0 && !group.unsure);
        const first = missing[0];
        if (first) report(missingReport(ask, agreement, one, [first.sides, ...missing.slice(1).map((g) => g.sides)]));
      }
    },
  },
};

type Unserved = readonly [readonly Side[], ...(readonly Side[])[]];

function missingReport(ask: Ask, agreement: Agreement, demanded: Demanded, unserved: Unserved): Report {
  const { demand, due, groups } = demanded;
  const kind = demand.kind.name;
  const { start, end } = agreement.kind as { start: number; end: number };
  const all = new Set(unserved.flat());
  return {
    start,
    end,
    severity: severityOfDemand(demand),
    subjects: [kind, ...[...all].flatMap((side) => [...side.parties.map((p) => p.name), ...side.jurisdictions])],
    message: `${reached(agreement, due)}, but ${whatIsMissing(kind, unserved, groups.length)}; ${demands(agreement, demand)} one before ${demand.moment.name}. Record it, or waive this with the reason.`,
    related: [demandPlace(ask, demand)],
    fixes: () => [
      ...links(ask, agreement, demanded, unserved[0]),
      stub(ask, agreement, kind, unserved[0]),
      addStatement(
        `Waive missing-precedent of ${kind} here`,
        agreement,
        `waive missing-precedent of ${kind} because "No ${kind} is known: say where it was looked for"`,
      ),
    ],
  };
}

function whatIsMissing(kind: string, unserved: Unserved, groups: number): string {
  if (groups === 1) return `no ${kind} between ${between(unserved[0])} is recorded`;
  const pairs = unserved.map(between);
  return `no ${kind} is recorded ${pairs.length === 1 ? 'for one pair of its sides' : `for ${pairs.length} pairs of its sides`}: ${someInWords(pairs.map((p) => `between ${p}`))}`;
}

function between(sides: readonly Side[]): string {
  return inWords(sides.map(sideName));
}

/** Agreements of the kind between some of the sides: perhaps one of them prepared this one, though others are missing. */
function links(
  ask: Ask,
  agreement: Agreement,
  { demand, moment }: Demanded,
  unserved: readonly Side[],
): readonly Fix[] {
  const kind = demand.kind.name;
  const last = agreement.follows.at(-1)?.names.at(-1);
  return near(ask, agreement, kind, unserved)
    .filter((one) => !isLate(one, agreement, moment))
    .map(({ name: { name } }) => {
      const title = `Follow ${name}, ${withArticle(kind)} between some of its sides, and say why`;
      const reason = `waive missing-precedent of ${kind} because "It follows ${name}: say why that has other sides"`;
      if (!last) return addStatement(title, agreement, `follows ${name}\n    ${reason}`);
      const waive = addStatement(title, agreement, reason);
      return { ...waive, edits: [...waive.edits, ...insert(title, agreement.uri, last.end, `, ${name}`).edits] };
    });
}

/** More candidates than these are no help. */
const FEW = 3;

/** What shares one side alone is another matter: one side has agreements with half the world. */
function near(ask: Ask, agreement: Agreement, kind: string, unserved: readonly Side[]): readonly Agreement[] {
  const sides = sidesOf(ask, agreement) ?? [];
  if (sides.length < 3) return [];
  const named = new Set(agreement.follows.flatMap((list) => list.names.map((n) => n.name)));
  const bySide = new Map(sides.map((side) => [side.key, agreementsOf(ask, side, kind)]));
  const found = new Set<InBrief>();
  for (const { key } of unserved) {
    for (const one of bySide.get(key) ?? []) {
      const shared = [...bySide.values()].filter((all) => all.has(one)).length;
      if (shared > 1 && !isSame(one, agreement) && !named.has(one.name.name)) found.add(one);
    }
  }
  return found.size > FEW ? [] : inOrder(found).flatMap((one) => wholeOf(ask, one));
}

/** The agreements of the kind that name the side, by its parties or its jurisdictions. */
function agreementsOf(ask: Ask, side: Side, kind: string): ReadonlySet<InBrief> {
  const actors = new Set([...side.jurisdictions, ...side.parties.map((p) => p.name)]);
  const all = [...actors].flatMap((actor) => ask.agreementsOf(actor));
  return new Set(all.filter((one) => one.kind?.name === kind));
}

/** The agreement, unless its name is another's too: then nothing can follow it. */
function wholeOf(ask: Ask, { name }: InBrief): readonly Agreement[] {
  const whole = ask.lookup(name.name);
  return whole?.type === 'agreement' ? [whole] : [];
}

/** A record to be filled in, behind this one, which follows it. */
function stub(ask: Ask, agreement: Agreement, kind: string, sides: readonly Side[]): Fix {
  const name = freeName(ask, agreement, kind);
  const title = ask.kind(kind)?.title?.value;
  const parties = inWords([...new Set(sides.flatMap((side) => side.parties.map((p) => p.name)))]);
  const record = `\n\nagreement ${name} : ${kind}${title ? ` "${title.replaceAll('"', '\\"')}"` : ''} {\n    between ${parties}\n}`;
  const label = `Record ${withArticle(kind)} between ${between(sides)}`;
  const follow = addStatement(label, agreement, `follows ${name}`);
  const write = insert(label, agreement.uri, agreement.end, record);
  return { ...follow, preferred: true, edits: [...follow.edits, ...write.edits] };
}

/** `US-BR-JWP` for the plan before `US-BR-MRA`. */
function freeName(ask: Ask, agreement: Agreement, kind: string): string {
  const own = agreement.name.name || 'Agreement';
  const ending = `-${agreement.kind?.name ?? ''}`;
  const base = `${own.endsWith(ending) ? own.slice(0, -ending.length) : own}-${kind}`;
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`;
    if (ask.declared(name).length === 0) return name;
  }
}
