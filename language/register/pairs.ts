import type { Agreement } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { atoms, atomsOf, type Side, sidesOf } from './sides.ts';

/** Above this many sides an agreement is found by each of its sides, not by each pair of them: a convention of 180 would have 16,110. */
const MANY = 16;

/** The key under which agreements of a kind between two atoms are found. */
export function pairKey(kind: string, a: string, b: string): string {
  return a < b ? `${kind} ${a} ${b}` : `${kind} ${b} ${a}`;
}

/** The key under which agreements of a kind with many sides are found by one of their atoms. */
export function manyKey(kind: string, atom: string): string {
  return `${kind} ${atom} *`;
}

/** The key under which agreements of which not all parties are known are found by an atom of those that are. */
export function partlyKey(kind: string, atom: string): string {
  return `${kind} ${atom} ?`;
}

/** All keys under which the agreement is found; none where its kind or none of its parties is known. */
export function pairsOf(ask: Ask, agreement: Agreement): readonly string[] {
  const kind = agreement.kind?.name;
  const sides = kind === undefined ? undefined : sidesOf(ask, agreement);
  if (kind === undefined) return [];
  if (!sides) return knownAtoms(ask, agreement).map((atom) => partlyKey(kind, atom));
  if (sides.length > MANY) return sides.flatMap((side) => atoms(side).map((atom) => manyKey(kind, atom)));
  return sides.flatMap((side, i) => sides.slice(i + 1).flatMap((other) => crossing(kind, side, other)));
}

function knownAtoms(ask: Ask, { between }: Agreement): readonly string[] {
  return [...new Set(between?.names.flatMap((name) => atomsOf(ask, name.name) ?? []))];
}

function crossing(kind: string, side: Side, other: Side): readonly string[] {
  return atoms(side).flatMap((a) => atoms(other).map((b) => pairKey(kind, a, b)));
}
