/**
 * Whether two pieces of plain data are equal, but for what stands under some keys, wherever these are. What is undefined is not the same as what
 * is not there.
 */
export function equalBut(leftOut: ReadonlySet<string>, a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  let more = 0;
  for (const key in a) {
    if (!(key in b)) return false;
    if (!leftOut.has(key) && !equalBut(leftOut, (a as Part)[key], (b as Part)[key])) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

type Part = Readonly<Record<string, unknown>>;
