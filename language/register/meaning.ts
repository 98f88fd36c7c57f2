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
  return areSame({ ...a, names: undefined }, { ...b, names: undefined });
}

type Part = Readonly<Record<string, unknown>>;

function areSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => areSame(one, b[i]));
  for (const key in a) if (!SILENT.has(key) && !areSame((a as Part)[key], (b as Part)[key])) return false;
  for (const key in b) if (!(key in a) && !SILENT.has(key) && (b as Part)[key] !== undefined) return false;
  return true;
}
