import type { Declaration } from '../records/model.ts';

/** Lists of declarations by a key, in the order of files and places, so that answers do not depend on the order in which files came. */

/** Puts a declaration into the list under that key, once. */
export function add<K, T extends Declaration>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  const last = list?.[list.length - 1];
  if (!list || !last) map.set(key, [value]);
  else if (last === value) return;
  else if (isBefore(last, value)) list.push(value);
  else insert(list, value);
}

/** Takes a file's declarations out of the list under that key. */
export function drop<K, T extends Declaration>(map: Map<K, T[]>, key: K, uri: string): void {
  const list = map.get(key);
  if (!list) return;
  // The lists are in order: a file's part is found without looking at the rest, of which there may be very much.
  const first = firstOf(list, uri);
  let end = first;
  while (list[end]?.uri === uri) end++;
  if (end - first === list.length) map.delete(key);
  else list.splice(first, end - first);
}

function insert<T extends Declaration>(list: T[], value: T): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(list[middle] as T, value)) low = middle + 1;
    else high = middle;
  }
  if (list[low] !== value) list.splice(low, 0, value);
}

/** Whether the one stands before the other, in the order of files and places. */
export function isBefore(a: Pick<Declaration, 'uri' | 'start'>, b: Pick<Declaration, 'uri' | 'start'>): boolean {
  return a.uri === b.uri ? a.start < b.start : a.uri < b.uri;
}

/** Where the declarations of a file begin in a list, or would. */
function firstOf(list: readonly Declaration[], uri: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Declaration).uri < uri) low = middle + 1;
    else high = middle;
  }
  return low;
}
