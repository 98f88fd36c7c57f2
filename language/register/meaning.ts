import { equalBut } from '../equal.ts';
import type { Declaration } from '../records/model.ts';

/** Places, and prose that no rule reads in another file: a change of these alone changes nobody else's findings. */
const SILENT = new Set([
  'start',
  'end',
  'first',
  'uri',
  'body',
  'scope',
  'descriptions',
  'notes',
  'translations',
  'what',
]);

/**
 * What a declaration says, as one text: equal for two declarations that say the same, wherever they stand in their file. Where it differs,
 * whoever depends on the declaration is judged anew.
 */
export function meaningOf(declaration: Declaration): string {
  // The names it uses stand in its statements too.
  return JSON.stringify({ ...declaration, names: undefined }, (key, value: unknown) => {
    if (SILENT.has(key)) return undefined;
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  });
}

/** Whether two declarations have one meaning: what `meaningOf` tells, many times faster. */
export function sayTheSame(a: Declaration, b: Declaration): boolean {
  return equalBut(SILENT, { ...a, names: undefined }, { ...b, names: undefined });
}
