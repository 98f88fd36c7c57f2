import { countFirst } from '../sorted.ts';

/** What has its place in a file. */
export interface Placed {
  readonly uri: string;
  /** UTF-16 offset. */
  readonly start: number;
}

const NONE: readonly never[] = [];

/**
 * Declarations by a key, those of one key in the order of files and places, so that answers do not depend on the order in which files came.
 * Under most keys there is one: it stands in the table itself, since a list of its own would cost more than all the rest.
 */
export class Lists<K, T extends Placed> {
  private readonly lists = new Map<K, T | T[]>();
  /** The keys of more than one: few, so that it takes little to see that there is but one. */
  private readonly several = new Set<K>();

  /** Puts a declaration into the list under that key, once. */
  add(key: K, value: T): void {
    const known = this.lists.get(key);
    if (known === undefined) this.lists.set(key, value);
    else if (Array.isArray(known)) {
      insert(known, value);
      if (known.length === 2) this.several.add(key);
    } else if (known !== value) {
      this.lists.set(key, isBefore(known, value) ? [known, value] : [value, known]);
      this.several.add(key);
    }
  }

  /** To be called when something was taken away. */
  private recount(key: K): void {
    const rest = this.lists.get(key);
    if (!Array.isArray(rest) || rest.length < 2) this.several.delete(key);
  }

  /** Whether there is more than one under that key. */
  hasSeveral(key: K): boolean {
    return this.several.size > 0 && this.several.has(key);
  }

  /** Whether anything is under that key. */
  has(key: K): boolean {
    return this.lists.has(key);
  }

  /** What is under that key. */
  get(key: K): readonly T[] {
    const known = this.lists.get(key);
    if (known === undefined) return NONE;
    return Array.isArray(known) ? known : [known];
  }

  /** Takes a file's declarations out of the list under that key. */
  drop(key: K, uri: string): void {
    const known = this.lists.get(key);
    if (known === undefined) return;
    if (Array.isArray(known)) {
      // The lists are in order: a file's part is found without looking at the rest, of which there may be very much.
      const first = countFirst(known.length, (i) => (known[i] as T).uri < uri);
      let end = first;
      while (known[end]?.uri === uri) end++;
      known.splice(first, end - first);
    }
    if (Array.isArray(known) ? known.length === 0 : known.uri === uri) this.lists.delete(key);
    this.recount(key);
  }

  /** Takes one declaration out of the list under that key. */
  remove(key: K, value: T): void {
    const rest = this.get(key).filter((one) => one !== value);
    if (rest.length) this.lists.set(key, rest);
    else this.lists.delete(key);
    this.recount(key);
  }

  /** The keys under which there is something. */
  keys(): Iterable<K> {
    return this.lists.keys();
  }

  /** All that is under any key. */
  *values(): Iterable<T> {
    for (const list of this.lists.values()) {
      if (Array.isArray(list)) yield* list;
      else yield list;
    }
  }
}

function insert<T extends Placed>(list: T[], value: T): void {
  const last = list.at(-1);
  if (last === value) return;
  if (!last || isBefore(last, value)) {
    list.push(value);
    return;
  }
  const at = countFirst(list.length, (i) => isBefore(list[i] as T, value));
  if (list[at] !== value) list.splice(at, 0, value);
}

/** Whether the one stands before the other, in the order of files and places. */
export function isBefore(a: Placed, b: Placed): boolean {
  return a.uri === b.uri ? a.start < b.start : a.uri < b.uri;
}

/** In the order of files and places. */
export function inOrder<T extends Placed>(all: Iterable<T>): readonly T[] {
  return [...all].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}
