import type { Agreement } from '../records/model.ts';
import type { Outline } from '../records/outline.ts';
import type { Ask } from './ask.ts';
import { type Key, keyOf } from './keys.ts';
import { atoms, atomsOf, type Side, sidesOf, sidesOfNames } from './sides.ts';

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

/** The key under which all agreements of a kind with many sides are found. */
export function anyManyKey(kind: string): Key {
  return keyOf('between', kind, '*');
}

/** The key under which agreements of which not all parties are known are found by an atom of those that are. */
export function partlyKey(kind: string, atom: string): Key {
  return keyOf('between', kind, atom, '?');
}

/** All keys under which the agreement is found; none where its kind or none of its parties is known. */
export function pairsOf(ask: Ask, agreement: Agreement): readonly Key[] {
  const kind = agreement.kind?.name;
  if (kind === undefined) return NONE;
  const keys: Key[] = [];
  giveKeys(ask, { kind, parties: agreement.between?.names ?? NONE, sides: sidesOf(ask, agreement) }, (key) =>
    keys.push(key),
  );
  return keys;
}

/**
 * Gives all keys of many agreements in outline. Of those between the same parties, which stand together, the sides are looked for once.
 */
export function pairOutlines(ask: Ask, outlines: Iterable<Outline>, give: (key: Key, outline: Outline) => void): void {
  let parties: readonly Called[] = NONE;
  let [list, sides]: [readonly string[], readonly Atoms[] | undefined] = [NONE, undefined];
  for (const outline of outlines) {
    const kind = outline.ofKind;
    if (kind === undefined || outline.parties.length === 0) continue;
    if (outline.parties !== list) {
      list = outline.parties;
      parties = list.map((name) => ({ name }));
      sides = sidesOfNames(ask, parties);
    }
    giveKeys(ask, { kind, parties, sides }, (key) => give(key, outline));
  }
}

type Atoms = Pick<Side, 'key' | 'jurisdictions'>;
interface Called {
  readonly name: string;
}

/** What an agreement is found by; its sides are undefined where not all of its parties are known. */
interface Found {
  readonly kind: string;
  readonly parties: readonly Called[];
  readonly sides: readonly Atoms[] | undefined;
}

type Give = (key: Key) => void;

function giveKeys(ask: Ask, { kind, parties, sides }: Found, give: Give): void {
  if (!sides) givePartly(ask, kind, parties, give);
  else if (sides.length > MANY) giveMany(kind, sides, give);
  else {
    for (let i = 1; i < sides.length; i++) {
      for (let j = 0; j < i; j++) cross(kind, sides[i] as Atoms, sides[j] as Atoms, give);
    }
  }
}

function giveMany(kind: string, sides: readonly Atoms[], give: Give): void {
  give(anyManyKey(kind));
  for (const side of sides) for (const atom of atoms(side)) give(manyKey(kind, atom));
}

function givePartly(ask: Ask, kind: string, parties: readonly Called[], give: Give): void {
  const known = new Set(parties.flatMap(({ name }) => atomsOf(ask, name) ?? []));
  for (const atom of known) give(partlyKey(kind, atom));
}

function cross(kind: string, side: Atoms, other: Atoms, give: Give): void {
  for (const a of atoms(side)) for (const b of atoms(other)) give(pairKey(kind, a, b));
}
