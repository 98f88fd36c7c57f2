import type { Key } from './keys.ts';

/** Room for this many notes at first, and no clearing up before there are as many that hold no more. */
const ROOM = 1024;

/**
 * What each file's judgement was made from, found by key: what a change touches is told without a look at the files it does not touch.
 * Notes are chained by key in flat arrays; those of a file that is noted anew stay where they are, void, until they outnumber the others.
 */
export class Dependencies {
  /** The latest note of each key; notes are counted from 1. */
  private heads = new Map<Key, number>();
  /** For each note the one before it of the same key (0: none), and whose it is: an index into `files`. */
  private before = new Int32Array(ROOM);
  private whose = new Int32Array(ROOM);
  private notes = 0;
  private voidNotes = 0;
  /** The files by their current index; an index that is no more any file's has none. */
  private files: ({ readonly uri: string; readonly keys: number } | undefined)[] = [];
  private readonly indexes = new Map<string, number>();

  /** How many files are noted. */
  get size(): number {
    return this.indexes.size;
  }

  /** Notes what a file depends on, and nothing else. */
  set(uri: string, keys: ReadonlySet<Key>): void {
    this.delete(uri);
    this.indexes.set(uri, this.files.length);
    this.files.push({ uri, keys: keys.size });
    this.makeRoom(this.notes + keys.size);
    for (const key of keys) this.note(key, this.files.length - 1);
  }

  /** Forgets what a file depends on. */
  delete(uri: string): void {
    const index = this.indexes.get(uri);
    if (index === undefined) return;
    this.indexes.delete(uri);
    this.voidNotes += this.files[index]?.keys ?? 0;
    this.files[index] = undefined;
    if (this.voidNotes > ROOM && this.voidNotes * 2 > this.notes) this.clearUp();
  }

  clear(): void {
    this.heads = new Map();
    this.before = new Int32Array(ROOM);
    this.whose = new Int32Array(ROOM);
    this.notes = 0;
    this.voidNotes = 0;
    this.files = [];
    this.indexes.clear();
  }

  /** The files that depend on one of the keys, each once. */
  of(keys: Iterable<Key>): ReadonlySet<string> {
    const found = new Set<string>();
    for (const key of keys) {
      for (let note = this.heads.get(key) ?? 0; note > 0; note = this.before[note] as number) {
        const file = this.files[this.whose[note] as number];
        if (file) found.add(file.uri);
      }
    }
    return found;
  }

  private note(key: Key, index: number): void {
    this.notes++;
    this.before[this.notes] = this.heads.get(key) ?? 0;
    this.whose[this.notes] = index;
    this.heads.set(key, this.notes);
  }

  private makeRoom(notes: number): void {
    if (notes < this.before.length) return;
    const size = Math.max(notes + 1, this.before.length * 2);
    this.before = grown(this.before, size);
    this.whose = grown(this.whose, size);
  }

  private clearUp(): void {
    const { heads, before, whose, files } = this;
    this.clear();
    for (const file of files) {
      if (!file) continue;
      this.indexes.set(file.uri, this.files.length);
      this.files.push(file);
    }
    const moved = files.map((file) => (file ? this.indexes.get(file.uri) : undefined));
    this.makeRoom(this.files.reduce((sum, file) => sum + (file?.keys ?? 0), 0));
    for (const [key, head] of heads) {
      for (let note = head; note > 0; note = before[note] as number) {
        const index = moved[whose[note] as number];
        if (index !== undefined) this.note(key, index);
      }
    }
  }
}

function grown(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(old);
  return larger;
}
