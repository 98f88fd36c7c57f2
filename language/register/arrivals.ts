import { type Key, keyOf } from './keys.ts';

/** The key of answers that any agreement may change. */
export const ANY: Key = keyOf('all-names');

/**
 * When agreements arrived in a snapshot, by what they changed: so that a file may be judged as soon as it is read, and judged again only where
 * a later agreement concerns it. All else is there before the first file is judged; where it is not, nothing that was judged stands.
 */
export class Arrivals {
  private readonly last = new Map<Key, number>();
  private arrived = 0;
  private complete = false;
  private late = false;

  /** How many files have arrived. */
  get count(): number {
    return this.arrived;
  }

  /** A file arrives. */
  begin(): void {
    this.arrived++;
  }

  /** The file that arrives changes what is found under the key. */
  touch(key: Key): void {
    this.last.set(key, this.arrived);
  }

  /** Says that all but agreements are there. */
  close(): void {
    this.complete = true;
  }

  /** Something else than an agreement arrives. */
  other(): void {
    this.late ||= this.complete;
  }

  /** Whether answers under these keys are as they were when so many files had arrived. */
  stands(keys: Iterable<Key>, count: number): boolean {
    if (this.late) return false;
    for (const key of keys) {
      if (key === ANY ? this.arrived > count : (this.last.get(key) ?? 0) > count) return false;
    }
    return true;
  }
}
