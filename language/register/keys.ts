/**
 * What an answer depends on is named by a key, and kept as a 32-bit hash of it: two keys with one hash only make findings be asked for once
 * more than needed.
 */
export type Key = number;

/** The sorts of key, and what their parts are. */
export type KeySort =
  | 'name' // NAME: the declarations of that name
  | 'kind' // NAME: the kinds of that name
  | 'users' // ROLE, NAME: who uses the name in that role
  | 'used' // NAME: whether anything uses the name
  | 'locode' // LOCODE: the ports with it
  | 'between' // KIND, PAIR: agreements of the kind between the two
  | 'all-names' // nothing: which names there are at all
  | 'file' // URI: where in the file things stand
  | 'evidence'; // URI: what is on disk

/** The hash of a key (FNV-1a over the UTF-16 units). */
export function keyOf(sort: KeySort, a = '', b = ''): Key {
  return mix(mix(mix(0x811c9dc5, sort), a), b);
}

function mix(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ 0x1f, 0x01000193);
}

/** Whether a sorted list of keys and a set of keys share one. */
export function meets(sorted: Int32Array, keys: ReadonlySet<Key>): boolean {
  if (keys.size * 16 > sorted.length) {
    for (const key of sorted) if (keys.has(key)) return true;
    return false;
  }
  for (const key of keys) if (holds(sorted, key)) return true;
  return false;
}

function holds(sorted: Int32Array, key: Key): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as number;
    if (found === key) return true;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
