import type { Agreement } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { specializations } from './kinds.ts';
import { atoms, type Side, servedThrough, serves } from './sides.ts';

/** The agreements of a kind (or of one that specializes it), other than `except`, that serve all these sides. */
export function servingAgreements(
  ask: Ask,
  kind: string,
  sides: readonly Side[],
  except: Agreement,
): readonly Agreement[] {
  const [first, second] = sides;
  if (!first || !second) return [];
  const found = new Set<Agreement>();
  for (const name of specializations(ask, kind)) {
    for (const a of servedThrough(ask, atoms(first)[0] as string)) {
      for (const b of servedThrough(ask, atoms(second)[0] as string)) {
        for (const one of ask.agreementsBetween(name, a, b)) {
          if (!isSame(one, except) && !found.has(one) && serves(ask, one, sides)) found.add(one);
        }
      }
    }
  }
  return [...found];
}

/** Every pair of the sides. */
export function pairs(sides: readonly Side[]): readonly (readonly [Side, Side])[] {
  return sides.flatMap((a, i) => sides.slice(i + 1).map((b) => [a, b] as const));
}

function isSame(a: Agreement, b: Agreement): boolean {
  return a.uri === b.uri && a.start === b.start;
}
