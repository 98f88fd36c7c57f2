/** Numbers that all threads see and add to: how many files of each sort have been handed out. */
export type Counts = Int32Array<SharedArrayBuffer>;

const SORTS = ['others', 'agreements'] as const;

/** So many files that follow each other go to one thread: records that concern each other stand together. */
const PACK = 32;

/** Counts that are all 0. */
export function newCounts(): Counts {
  return new Int32Array(new SharedArrayBuffer(SORTS.length * Int32Array.BYTES_PER_ELEMENT));
}

/** How many files of a sort have been handed out, to all threads. */
export function handedOut(counts: Counts, sort: (typeof SORTS)[number]): number {
  return Atomics.load(counts, SORTS.indexOf(sort));
}

/** The files that no other thread has taken, pack by pack, so that whoever is faster does more. All threads must have the same list. */
export function* share<T>(files: readonly T[], counts: Counts, sort: (typeof SORTS)[number]): Iterable<T> {
  for (;;) {
    const from = Atomics.add(counts, SORTS.indexOf(sort), PACK);
    if (from >= files.length) return;
    yield* files.slice(from, from + PACK);
  }
}
