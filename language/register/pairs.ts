import type { Agreement } from '../records/model.ts';
import { Outline } from '../records/outline.ts';
import type { Ask } from './ask.ts';
import { type Key, keyOf } from './keys.ts';
import { atoms, atomsOf, sidesOf, sidesOfNames } from './sides.ts';

/** Above this many sides an agreement is found by each of its sides, not by each pair of them: a convention of 180 would have 16,110. */
const MANY = 16;
const NONE: readonly never[] = [];

/** The key under which agreements of a kind between two atoms are found. */
export function pairKey(kind: string, a: string, b: string): Key {
  return a < b ? keyOf('between', kind, a, b) : keyOf('between', kind, b, a);
}

/** The key under which agreements of a kind with many sides are found by one of their atoms. */
export function manyKey(kind: string, atom: string): Key {
  return keyOf('between', kind, atom, '*');
}

/** The key under which agreements of which not all parties are known are found by an atom of those that are. */
export function partlyKey(kind: string, atom: string): Key {
  return keyOf('between', kind, atom, '?');
}

/** All keys under which the agreement is found; none where its kind or none of its parties is known. */
export function pairsOf(ask: Ask, agreement: Agreement | Outline): readonly Key[] {
  const kind = agreement.kind?.name;
  if (kind === undefined) return NONE;
  const sides = agreement instanceof Outline ? sidesOutlined(ask, agreement) : sidesOf(ask, agreement);
  if (!sides) return knownAtoms(ask, partiesOf(agreement)).map((atom) => partlyKey(kind, atom));
  if (sides.length > MANY) return sides.flatMap((side) => atoms(side).map((atom) => manyKey(kind, atom)));
  const keys: Key[] = [];
  for (let i = 1; i < sides.length; i++) {
    for (let j = 0; j < i; j++) cross(kind, sides[i] as Atoms, sides[j] as Atoms, keys);
  }
  return keys;
}

type Atoms = Parameters<typeof atoms>[0];

function sidesOutlined(ask: Ask, { parties }: Outline): readonly Atoms[] | undefined {
  return parties.length === 0
    ? undefined
    : sidesOfNames(
        ask,
        parties.map((name) => ({ name })),
      );
}

function partiesOf(agreement: Agreement | Outline): readonly string[] {
  if (agreement instanceof Outline) return agreement.parties;
  return agreement.between?.names.map(({ name }) => name) ?? NONE;
}

function knownAtoms(ask: Ask, parties: readonly string[]): readonly string[] {
  return [...new Set(parties.flatMap((name) => atomsOf(ask, name) ?? []))];
}

function cross(kind: string, side: Atoms, other: Atoms, into: Key[]): void {
  for (const a of atoms(side)) for (const b of atoms(other)) into.push(pairKey(kind, a, b));
}
