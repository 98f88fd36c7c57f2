import type { Agreement } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { type Key, keyOf } from './keys.ts';
import { atoms, atomsOf, type Side, sidesOf } from './sides.ts';

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
export function pairsOf(ask: Ask, agreement: Agreement): readonly Key[] {
  const kind = agreement.kind?.name;
  if (kind === undefined) return NONE;
  const sides = sidesOf(ask, agreement);
  if (!sides) return knownAtoms(ask, agreement).map((atom) => partlyKey(kind, atom));
  if (sides.length > MANY) return sides.flatMap((side) => atoms(side).map((atom) => manyKey(kind, atom)));
  const keys: Key[] = [];
  for (let i = 1; i < sides.length; i++) {
    for (let j = 0; j < i; j++) cross(kind, sides[i] as Side, sides[j] as Side, keys);
  }
  return keys;
}

function knownAtoms(ask: Ask, { between }: Agreement): readonly string[] {
  return [...new Set(between?.names.flatMap((name) => atomsOf(ask, name.name) ?? []))];
}

function cross(kind: string, side: Side, other: Side, into: Key[]): void {
  for (const a of atoms(side)) for (const b of atoms(other)) into.push(pairKey(kind, a, b));
}
