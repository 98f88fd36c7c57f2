/** Numbers that all threads see and add to, by their places in {@link COUNTED}. */
export type Counts = Int32Array<SharedArrayBuffer>;

/** What is counted: what has been handed out to be read and to be judged, and what has been done. */
const COUNTED = ['to read', 'to judge', 'read', 'judged'] as const;
export type Counted = (typeof COUNTED)[number];

/** So many that follow each other go to one thread: records that concern each other stand together. */
const PACK = 32;

/** Counts that are all 0. */
export function newCounts(): Counts {
  return new Int32Array(new SharedArrayBuffer(COUNTED.length * Int32Array.BYTES_PER_ELEMENT));
}

/** How many were counted so far, by all threads. */
export function counted(counts: Counts, what: Counted): number {
  return Atomics.load(counts, COUNTED.indexOf(what));
}

/** Counts one more. */
export function count(counts: Counts, what: Counted): void {
  Atomics.add(counts, COUNTED.indexOf(what), 1);
}

/** The items that no other thread has taken, pack by pack, so that whoever is faster does more. All threads must have the same items. */
export function* share<T>(items: readonly T[], counts: Counts, what: 'to read' | 'to judge'): Iterable<T> {
  for (;;) {
    const from = Atomics.add(counts, COUNTED.indexOf(what), PACK);
    if (from >= items.length) return;
    yield* items.slice(from, from + PACK);
  }
}
