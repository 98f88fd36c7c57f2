import type { Declaration, FileRecords, Name, Obligation, Role, Span, Word } from '../language/records/model.ts';
import type { Ask } from '../language/register/ask.ts';
import { fits, namespacesOf, TARGETS } from '../language/register/roles.ts';

/** The names of kinds, and all others: they never meet. */
export type Namespace = 'kinds' | 'names';

/** What a name at a place is: one in use, one that is declared there, or an obligation's. */
export type NameAt = { readonly declaration: Declaration } & (
  | { readonly is: 'use'; readonly span: Name }
  | { readonly is: 'declaration'; readonly span: Word }
  | { readonly is: 'obligation'; readonly span: Word; readonly obligation: Obligation }
);

/** The name at an offset, or right before it; undefined where there is none. */
export function nameAt(records: FileRecords, offset: number): NameAt | undefined {
  const declaration = declarationAt(records, offset);
  if (!declaration) return undefined;
  const touches = ({ start, end }: Span) => start <= offset && offset <= end && end > start;
  if (touches(declaration.name)) return { is: 'declaration', span: declaration.name, declaration };
  const use = declaration.names.find(touches);
  if (use) return { is: 'use', span: use, declaration };
  const obligation = obligationsOf(declaration).find(({ name }) => touches(name));
  return obligation && { is: 'obligation', span: obligation.name, declaration, obligation };
}

/** The declaration that an offset lies in, or right behind. */
export function declarationAt(records: FileRecords, offset: number): Declaration | undefined {
  return records.declarations.find(({ start, end }) => start <= offset && offset <= end);
}

/** The obligations of an agreement or a program. */
export function obligationsOf(declaration: Declaration): readonly Obligation[] {
  return declaration.type === 'agreement' || declaration.type === 'program' ? declaration.obligations : [];
}

/** What a name in use refers to: what fits its role, or else whatever is declared by that name. Empty: nothing is. */
export function targetsOf(ask: Ask, { name, role }: Name): readonly Declaration[] {
  const found = namespacesOf(role).flatMap((space) => declaredIn(ask, space, name));
  const fitting = found.filter((declaration) => fits(role, declaration));
  return fitting.length ? fitting : found;
}

/** Everything declared by a name. */
export function declaredIn(ask: Ask, namespace: Namespace, name: string): readonly Declaration[] {
  return namespace === 'kinds' ? ask.kindsNamed(name) : ask.declared(name);
}

/** The namespace that a declaration's name is in. */
export function namespaceOf(declaration: Declaration): Namespace {
  return declaration.type === 'kind' ? 'kinds' : 'names';
}

/** A name in use, and the file it stands in. */
export interface Use {
  readonly uri: string;
  readonly name: Name;
}

const ROLES = Object.keys(TARGETS) as readonly Role[];

/** Where a name of a namespace is used, by file and place. */
export function usesOf(ask: Ask, namespace: Namespace, name: string): readonly Use[] {
  const uses = new Map<Name, Use>();
  for (const role of ROLES) {
    if (!namespacesOf(role).includes(namespace)) continue;
    for (const { uri, names } of ask.users(role, name)) {
      for (const use of names) if (use.name === name && use.role === role) uses.set(use, { uri, name: use });
    }
  }
  return [...uses.values()].sort((a, b) => compare(a.uri, b.uri) || a.name.start - b.name.start);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
