import type { Agreement, Name } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { isRecorded } from '../register/chronology.ts';
import type { HeldDemand } from '../register/kinds.ts';
import { isRepeated, type Knowledge, statesType } from '../register/known.ts';
import { eventOf, isMoment } from '../register/moments.ts';
import { unknownRows } from '../register/rows.ts';
import { atomsOf, type Side, sidesOf, sidesOfNames } from '../register/sides.ts';
import { citesAny } from '../rules/shared/citing.ts';
import { DEMANDED_PARTY_TYPES, JURISDICTION_TYPES } from '../vocabulary.ts';

/** The sides that are known, and how many names are not: each may be a side of its own, or belong to another. */
export interface Count {
  readonly sides: readonly Side[];
  readonly unknown: number;
}

/**
 * The sides of an agreement, counted. Undefined where `between` is absent, empty, cut short or stated twice, or holds a name in several
 * words. A name that stands twice may be a slip for another, and counts as unknown.
 */
export function countSides(ask: Ask, agreement: Agreement): Count | undefined {
  const names = agreement.between?.names ?? [];
  if (names.length === 0 || agreement.between?.isCutShort || isRepeated(agreement, 'between')) return undefined;
  // How many they are is not known either.
  if (unknownRows(ask, names).length > 0) return undefined;
  const distinct = distinctParties(agreement);
  const all = distinct.length === names.length ? sidesOf(ask, agreement) : undefined;
  if (all) return { sides: all, unknown: 0 };
  const known = distinct.filter((name) => atomsOf(ask, name.name) !== undefined);
  return {
    sides: sidesOfNames(ask, known) ?? [],
    unknown: names.length - known.length,
  };
}

/** The names in `between`, each once. */
export function distinctParties({ between }: Agreement): readonly Name[] {
  const names = between?.names ?? NONE;
  if (names.length === 2 && names[0]?.name !== names[1]?.name) return names;
  return names.filter((name, i) => names.findIndex((n) => n.name === name.name) === i);
}

const NONE: readonly never[] = [];

/** Whether there are as many sides as are demanded. */
export function isOfNumber(
  { min, max }: Extract<HeldDemand, { readonly about: 'party-count' }>,
  { sides, unknown }: Count,
): Knowledge {
  if (sides.length > max || sides.length + unknown < min) return 'no';
  return sides.length >= min && sides.length + unknown <= max ? 'yes' : 'unknown';
}

/** Whether a party is of a type that is demanded. A demand with a word that is no type may mean this very one. */
export function isOfDemandedType(
  ask: Ask,
  { names: wanted }: Extract<HeldDemand, { readonly about: 'party-types' }>,
  name: string,
): Knowledge {
  if (!wanted.every((type) => TYPES_OF_PARTIES.has(type))) return 'unknown';
  const party = ask.lookup(name);
  if (party?.type === 'jurisdiction' && wanted.includes('jurisdiction')) return 'yes';
  return party?.type === 'jurisdiction' || party?.type === 'party' ? statesType(party, wanted) : 'unknown';
}

const TYPES_OF_PARTIES: ReadonlySet<string> = new Set(
  [DEMANDED_PARTY_TYPES, JURISDICTION_TYPES].flatMap((words) => Object.keys(words)),
);

/**
 * Whether the agreement states what a demand's word asks for; unknown where the word asks for nothing that is known. What is named but not
 * known may be it, and counts.
 */
export function isStated(
  ask: Ask,
  agreement: Agreement,
  { word }: Extract<HeldDemand, { readonly about: 'statement' }>,
): Knowledge {
  if (isMoment(word.name)) return isRecorded(agreement, eventOf(word.name)) ? 'yes' : 'no';
  const stated = STATED[word.name];
  if (!stated) return 'unknown';
  return stated(agreement, ask) ? 'yes' : 'no';
}

const STATED: Readonly<Record<string, (agreement: Agreement, ask: Ask) => boolean>> = {
  ports: ({ ports, events }) => ports.length > 0 || events.some((event) => event.ports.length > 0),
  obligations: ({ obligations }) => obligations.length > 0,
  sources: citesAny,
  programs: ({ recognizes, under }, ask) =>
    recognizes.length > 0 ||
    under.some((list) => list.names.some((n) => (ask.lookup(n.name)?.type ?? 'program') === 'program')),
};
