import type { Declaration, Name, Obligation, Word } from '../language/records/model.ts';
import type { Ask } from '../language/register/ask.ts';
import type { Spot } from './context.ts';
import { type NameAt, nameAt, obligationsOf, targetsOf } from './names.ts';
import { isAboutKinds } from './waiving.ts';

/** The name at a place as it is meant there: a waiver's subject may be the name of an obligation of its record. */
export function meantAt({ document, ask, offset }: Spot): NameAt | undefined {
  const found = nameAt(document.records, offset);
  if (found?.is !== 'use') return found;
  const { declaration, span } = found;
  const obligation = obligationMeant(ask, declaration, span);
  return obligation ? { is: 'obligation', span, declaration, obligation } : found;
}

/**
 * The obligation that a name in use means, the first where several have its name; undefined where it means none. What is declared by the name
 * is meant before an obligation.
 */
export function obligationMeant(ask: Ask, declaration: Declaration, use: Name): Obligation | undefined {
  if (use.role !== 'waiver-subject') return undefined;
  const obligation = obligationsOf(declaration).find(({ name }) => name.name === use.name);
  if (!obligation || targetsOf(ask, use).length > 0 || isAboutKinds(declaration, use)) return undefined;
  return obligation;
}

/** The places of an obligation's name, all in its record. */
export interface ObligationPlaces {
  /** Its headers: several where the record gives the name more than once. */
  readonly declared: readonly Word[];
  /** The subjects of waivers that mean it. */
  readonly uses: readonly Name[];
}

/** Where the name of an obligation stands. */
export function placesOf(ask: Ask, declaration: Declaration, name: string): ObligationPlaces {
  return {
    declared: obligationsOf(declaration).flatMap((o) => (o.name.name === name ? [o.name] : [])),
    uses: declaration.names.filter((use) => use.name === name && obligationMeant(ask, declaration, use)),
  };
}
