import type { Agreement, Declaration, Name, Obligation, Role } from '../records/model.ts';
import type { Reporter, Rule } from './rule.ts';
import { remove } from './shared/fixes.ts';
import { statementOf } from './shared/phrases.ts';

/** The same name twice in one list of parties. */
export const duplicateParty: Rule = {
  code: 'duplicate-party',
  category: 'parties',
  severity: 'error',
  sentence: 'A list of parties names each party once.',
  why: `A name that stands twice is most often a slip for another one: lists are copied from press releases, and the second
party is the one that was forgotten. Counting it as written would give an agreement of a party with itself.

It concerns every list in which parties or jurisdictions may stand: \`between\`, \`for\`, \`run by\`, \`partners\`, \`members\`, the bearers
of an obligation. Two people who sign for one party are no list of parties.`,
  basis: 'Nobody is party to an agreement twice: every treaty collection lists each participant once.',
  mends: 'Take the later one out of the list.',
  rejected: [
    {
      says: 'The second party was to be Brazil’s.',
      text: 'agreement US-BR-MRA : MRA { between US and »US« }',
    },
    {
      says: 'Any list of parties counts, not only `between`.',
      text: `party CBP { of US }
program CTPAT { run by CBP, »CBP« }
jurisdiction Benelux { members BE, NL, LU and »BE« }`,
    },
  ],
  accepted: [
    { says: 'Each is named once.', text: 'agreement US-BR-MRA : MRA { between US and BR }' },
    {
      says: 'Two people sign for one party.',
      text: `party CBP { type customs-administration of US }
agreement US-BR-MRA : MRA {
    between CBP and BR
    signed 2022-09-16 by "Troy Miller" of CBP, "Jane Roe" of CBP
}`,
    },
  ],
  checks: {
    declaration: (declaration, _ask, report) => {
      for (const list of listsOf(declaration)) {
        if (!isInOrder(list)) checkList(declaration, list, report);
      }
    },
  },
};

function checkList(declaration: Declaration, list: readonly Name[], report: Reporter): void {
  list.forEach((name, i) => {
    const first = list.find((n) => n.name === name.name) as Name;
    if (first === name) return;
    const before = list[i - 1] as Name;
    report({
      start: name.start,
      end: name.end,
      subjects: [name.name],
      message: `${name.name} stands twice in this list of ${statementOf(name.role)}. Take one out, or name the other party that was meant.`,
      related: [
        { uri: declaration.uri, start: first.start, end: first.end, message: `${name.name} stands here first.` },
      ],
      fixes: () => [
        remove(
          `Take the second ${name.name} out`,
          declaration.uri,
          { start: before.end, end: name.end },
          { safe: true, preferred: true },
        ),
      ],
    });
  });
}

const IN_LISTS: ReadonlySet<Role> = new Set<Role>([
  'between',
  'for',
  'of',
  'part-of',
  'succeeds',
  'succeeded-by',
  'members',
  'run-by',
  'partners',
  'beneficiaries',
  'bearer',
  'toward',
]);

/** Whether the list is none of parties or jurisdictions, or as nearly always has each name once. */
function isInOrder(list: readonly Name[]): boolean {
  if (list.length < 2 || !IN_LISTS.has((list[0] as Name).role)) return true;
  if (list.length === 2) return list[0]?.name !== list[1]?.name;
  return new Set(list.map(({ name }) => name)).size === list.length;
}

/** Every list of names in the declaration that may be one of parties or jurisdictions. */
function listsOf(declaration: Declaration): readonly (readonly Name[])[] {
  const lists = (...all: readonly (readonly { readonly names: readonly Name[] }[])[]): readonly (readonly Name[])[] =>
    all.flatMap((some) => some.map((list) => list.names));
  switch (declaration.type) {
    case 'agreement':
      return inAgreement(declaration);
    case 'party':
      return lists(declaration.of, declaration.partOf, declaration.succeeds);
    case 'program':
      return [
        declaration.runBy?.names ?? [],
        ...lists(declaration.partners, declaration.beneficiaries),
        ...declaration.obligations.flatMap(ofObligation),
      ];
    case 'port':
      return lists(declaration.of);
    case 'jurisdiction':
      return lists(declaration.members, declaration.partOf, declaration.succeededBy);
    case 'source':
    case 'kind':
      return [];
  }
}

function inAgreement({ between, events, obligations }: Agreement): readonly (readonly Name[])[] {
  const found = between ? [between.names] : [];
  for (const { parties } of events) if (parties.length > 1) found.push(parties);
  for (const { bearers, toward } of obligations) {
    if (bearers.length > 1) found.push(bearers);
    if (toward.length > 1) found.push(toward);
  }
  return found;
}

function ofObligation({ bearers, toward }: Obligation): readonly (readonly Name[])[] {
  return [bearers, toward];
}
