import type { Declaration, DeclarationType, Role } from '../records/model.ts';

const ACTOR: readonly DeclarationType[] = ['party', 'jurisdiction'];
const AGREEMENT: readonly DeclarationType[] = ['agreement'];
const JURISDICTION: readonly DeclarationType[] = ['jurisdiction'];
const KIND: readonly DeclarationType[] = ['kind'];
const PORT: readonly DeclarationType[] = ['port'];
const PROGRAM: readonly DeclarationType[] = ['program'];

/** What a name in each role must be declared as. */
export const TARGETS: Readonly<Record<Role, readonly DeclarationType[]>> = {
  kind: KIND,
  base: KIND,
  'demanded-kind': KIND,
  between: ACTOR,
  for: ACTOR,
  signatory: ACTOR,
  at: PORT,
  ports: PORT,
  follows: AGREEMENT,
  amends: AGREEMENT,
  supersedes: AGREEMENT,
  under: ['program', 'agreement'],
  recognizes: PROGRAM,
  of: JURISDICTION,
  'part-of': ACTOR,
  succeeds: ACTOR,
  'succeeded-by': ACTOR,
  members: JURISDICTION,
  'run-by': ACTOR,
  partners: ACTOR,
  beneficiaries: ACTOR,
  bearer: ACTOR,
  toward: ACTOR,
  publisher: ACTOR,
  cites: ['source'],
  'waiver-subject': ['agreement', 'party', 'jurisdiction', 'port', 'program', 'source', 'kind'],
};

const KINDS = ['kinds'] as const;
const NAMES = ['names'] as const;
const BOTH = ['names', 'kinds'] as const;

/** The namespaces a name in that role is looked up in; a waiver's subject may be of either. */
export function namespacesOf(role: Role): readonly ('kinds' | 'names')[] {
  if (role === 'waiver-subject') return BOTH;
  return TARGETS[role] === KIND ? KINDS : NAMES;
}

const ARTICLES: Readonly<Record<DeclarationType, string>> = {
  agreement: 'an agreement',
  source: 'a source',
  party: 'a party',
  program: 'a program',
  port: 'a port',
  jurisdiction: 'a jurisdiction',
  kind: 'a kind',
};

/** `an agreement`, `a port` …: what a declaration is, with its article. */
export function aType(type: DeclarationType): string {
  return ARTICLES[type];
}

/**
 * What a name in that role must be declared as within a declaration of type `user` (undefined: of any): a party is part of a party or of a
 * jurisdiction, but a jurisdiction of jurisdictions alone.
 */
export function targetsIn(role: Role, user: DeclarationType | undefined): readonly DeclarationType[] {
  return role === 'part-of' && user === 'jurisdiction' ? JURISDICTION : TARGETS[role];
}

/** Whether the declaration may stand in that role. */
export function fits(role: Role, declaration: Pick<Declaration, 'type'>): boolean {
  return TARGETS[role].includes(declaration.type);
}
