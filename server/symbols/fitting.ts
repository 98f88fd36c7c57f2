import type { Entry } from './entries.ts';

/** What is looked for. */
export interface Sought {
  readonly whole: string;
  readonly words: readonly string[];
  /** Its letters and digits, each by itself. */
  readonly letters: readonly string[];
}

/** Reads what somebody looks for: without case, words parted by white space. */
export function seeking(query: string): Sought {
  const whole = query.trim().toLowerCase().normalize('NFC');
  return { whole, words: whole.split(/\s+/), letters: [...whole.replaceAll(/[-_\s]/g, '')] };
}

/**
 * How well an entry fits what is looked for, 0 best: its name is that, begins so, has a part that begins so, holds it; its name and title hold
 * all words; its name has the letters in this order. Undefined where it does not.
 */
export function fits({ name, also }: Entry, { whole, words, letters }: Sought): number | undefined {
  // Most names do not even have the letters, which is soon told.
  const hasLetters = hasInOrder(name, letters);
  if (hasLetters && (whole === '' || name === whole)) return 0;
  if (hasLetters && name.startsWith(whole)) return 1;
  if (hasLetters && (name.includes(`-${whole}`) || name.includes(`_${whole}`))) return 2;
  if (hasLetters && (name.includes(whole) || name.replaceAll('-', '').includes(whole))) return 3;
  if (words.every((word) => also.includes(word) || name.includes(word))) return 4;
  return hasLetters && letters.length > 1 ? 5 : undefined;
}

function hasInOrder(name: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The fittest of many, without sorting all of them: of one rank the shorter names first, of which what was typed is more. */
export class Fittest<T extends Pick<Entry, 'name'>> {
  private readonly most: number;
  private kept: { readonly rank: number; readonly entry: T }[] = [];
  private worst = Number.POSITIVE_INFINITY;

  /** Keeps that many. */
  constructor(most: number) {
    this.most = most;
  }

  /** Takes one in; the lower the rank the better. */
  add(rank: number, entry: T): void {
    if (rank > this.worst) return;
    this.kept.push({ rank, entry });
    if (this.kept.length >= 8 * this.most) this.cut();
  }

  /** The fittest in order. */
  values(): readonly T[] {
    this.cut();
    return this.kept.map(({ entry }) => entry);
  }

  private cut(): void {
    this.kept.sort((a, b) => a.rank - b.rank || compare(a.entry.name, b.entry.name));
    this.kept.length = Math.min(this.kept.length, this.most);
    if (this.kept.length === this.most) this.worst = this.kept.at(-1)?.rank ?? this.worst;
  }
}

function compare(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
