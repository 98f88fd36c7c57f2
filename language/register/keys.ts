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
  | 'between' // KIND, ATOM, ATOM: agreements of the kind between the two; see `pairs.ts`
  | 'all-names' // nothing: which names there are at all
  | 'undeclared' // nothing: which names are used that nobody declared
  | 'file' // URI: where in the file things stand
  | 'evidence'; // URI: what is on disk

/** The hash of a key (FNV-1a over the UTF-16 units). */
export function keyOf(sort: KeySort, a = '', b = '', c = ''): Key {
  return mix(mix(mix(SEEDS[sort], a), b), c);
}

/** What each sort's hash begins with: keys are made by the million. */
const SEEDS: Readonly<Record<KeySort, number>> = {
  name: seedOf('name'),
  kind: seedOf('kind'),
  users: seedOf('users'),
  used: seedOf('used'),
  locode: seedOf('locode'),
  between: seedOf('between'),
  'all-names': seedOf('all-names'),
  undeclared: seedOf('undeclared'),
  file: seedOf('file'),
  evidence: seedOf('evidence'),
};

function seedOf(sort: KeySort): number {
  return mix(0x811c9dc5, sort);
}

function mix(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ 0x1f, 0x01000193);
}
