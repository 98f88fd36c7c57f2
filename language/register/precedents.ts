import type { Agreement } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { isOfKind, specializations } from './kinds.ts';
import { isDoubled, isSame, kindOf } from './known.ts';
import { isSlipOfCode } from './nearest.ts';
import { unknownRows } from './rows.ts';
import { atomsOf, type Side, servedThrough, serves, sidesOf } from './sides.ts';

/**
 * The agreements of a kind (or of one that specializes it), other than `except`, that serve all these sides. Those whose name is doubled are
 * left out.
 */
export function servingAgreements(
  ask: Ask,
  kind: string,
  sides: readonly Side[],
  except: Agreement,
): readonly Agreement[] {
  const all = candidates(ask, kind, sides);
  const serving = (one: Agreement): boolean => !isSame(one, except) && !isDoubled(ask, one) && serves(ask, one, sides);
  // Nearly always there is one, which serves.
  return all.every(serving) ? all : all.filter(serving);
}

/**
 * Whether some agreement of the kind may serve these sides though nobody can tell: its name is doubled, or one of its parties is not known
 * and may be meant for the side that it lacks. What is missing then need not be missing.
 */
export function mayBeServed(ask: Ask, kind: string, sides: readonly Side[], except: Agreement): boolean {
  return (
    candidates(ask, kind, sides).some(
      (one) => !isSame(one, except) && isDoubled(ask, one) && serves(ask, one, sides),
    ) || partlyKnown(ask, kind, sides).some((one) => !isSame(one, except) && mayServe(ask, one, sides))
  );
}

function partlyKnown(ask: Ask, kind: string, sides: readonly Side[]): readonly Agreement[] {
  const lists: (readonly Agreement[])[] = [];
  for (const name of specializations(ask, kind)) {
    for (const side of sides) {
      for (const atom of servedThrough(ask, side)) {
        const list = ask.agreementsPartlyKnown(name, atom);
        if (list.length > 0) lists.push(list);
      }
    }
  }
  return eachOnce(lists);
}

/** Whether each side may have its place in an agreement of which not all parties are known. */
function mayServe(ask: Ask, { between }: Agreement, sides: readonly Side[]): boolean {
  const names = between?.names ?? [];
  if (between?.isCutShort || unknownRows(ask, names).length > 0) return true;
  if (names.some((name) => mayActForAny(ask, name.name))) return true;
  const meant = names.map((name) => atomsOf(ask, name.name) ?? mayMean(ask, name.name));
  return sides.every((side) => {
    const through = servedThrough(ask, side);
    return meant.some((its) => its.some((atom) => through.includes(atom) || isSlip(atom, through)));
  });
}

/** Whether what a party acts for could not be read. */
function mayActForAny(ask: Ask, name: string): boolean {
  return ask.declared(name).some((one) => one.type === 'party' && one.isCutShort && one.of.length === 0);
}

/** Marks a name that nobody declared among atoms. */
const UNKNOWN = '?';

/** Whether it is a name that nobody declared and may be a slip for the code of a jurisdiction. */
function isSlip(atom: string, codes: readonly string[]): boolean {
  return atom.startsWith(UNKNOWN) && codes.some((code) => isSlipOfCode(atom.slice(UNKNOWN.length), code));
}

/**
 * The atoms that may be meant by a name which is not known: those of every declaration of it, or of the names that are near. With them is what
 * nobody declared, marked.
 */
function mayMean(ask: Ask, name: string): readonly string[] {
  const declared = ask.declared(name);
  if (declared.length === 0)
    return [UNKNOWN + name, ...ask.nearest(name, 'between').flatMap((near) => atomsOf(ask, near) ?? [])];
  return declared.flatMap((actor) => {
    if (actor.type !== 'party') return [actor.name.name];
    const of = actor.of.flatMap((list) => list.names.map((n) => n.name));
    return of.length === 0
      ? [`@${name}`]
      : of.flatMap((j) => (ask.lookup(j) ? [j] : [UNKNOWN + j, ...ask.nearest(j, 'of')]));
  });
}

function candidates(ask: Ask, kind: string, sides: readonly Side[]): readonly Agreement[] {
  const first = sides[0];
  const second = sides[1];
  if (!first || !second) return NONE;
  let found: readonly Agreement[] = NONE;
  let lists: (readonly Agreement[])[] | undefined;
  const ones = servedThrough(ask, first);
  const others = servedThrough(ask, second);
  for (const name of specializations(ask, kind)) {
    for (const a of ones) {
      for (const b of others) {
        const list = ask.agreementsBetween(name, a, b);
        if (list.length === 0) continue;
        if (lists) lists.push(list);
        else if (found.length > 0) lists = [found, list];
        else found = list;
      }
    }
  }
  return lists ? eachOnce(lists) : found;
}

/** What is in the lists, each once. */
function eachOnce(lists: readonly (readonly Agreement[])[]): readonly Agreement[] {
  const first = lists[0];
  if (!first) return NONE;
  return lists.length === 1 && first.length === 1 ? first : [...new Set(lists.flat())];
}

const NONE: readonly never[] = [];

/** Every pair of the sides. */
export function pairs(sides: readonly Side[]): readonly (readonly [Side, Side])[] {
  return sides.flatMap((a, i) => sides.slice(i + 1).map((b) => [a, b] as const));
}

/** The agreements that the agreement follows, as far as they are known, each with the names it is followed by. Itself is left out. */
export function followed(ask: Ask, agreement: Agreement): readonly Followed[] {
  if (agreement.follows.length === 0) return NONE;
  let found: Followed[] | undefined;
  for (const { names } of agreement.follows) {
    for (const name of names) {
      const precedent = ask.lookup(name.name);
      if (precedent?.type !== 'agreement' || isSame(precedent, agreement)) continue;
      if (!found) found = [{ name, precedent }];
      else if (!found.some((f) => f.precedent === precedent)) found.push({ name, precedent });
    }
  }
  return found ?? NONE;
}

/** An agreement that another follows, and where it is first named. */
export interface Followed {
  readonly name: Agreement['names'][number];
  readonly precedent: Agreement;
}

/** Whether `follows` names something that may be of the kind though nobody can tell: it is unknown itself, or its kind or a party is. */
export function mayFollow(ask: Ask, agreement: Agreement, kind: string): boolean {
  return agreement.follows.some(
    (list) => list.isCutShort || list.names.some(({ name }) => mayBeOfKind(ask, name, kind)),
  );
}

function mayBeOfKind(ask: Ask, name: string, kind: string): boolean {
  const named = ask.lookup(name);
  if (named?.type !== 'agreement' || !kindOf(ask, named)) return true;
  return sidesOf(ask, named) === undefined && isOfKind(ask, named.kind?.name ?? '', kind);
}
