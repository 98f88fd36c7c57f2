import { isWithin } from '../uris.ts';

/** What is being looked for on the host: folders that are listed, documents whose project is sought, project files that are read. */
export class Searches {
  /** How often each is being looked for. */
  private readonly places = new Map<string, number>();

  /** Whether anything is being looked for. */
  get isAny(): boolean {
    return this.places.size > 0;
  }

  /** Whether just this is being looked for. */
  has(place: string): boolean {
    return this.places.has(place);
  }

  /** Whether the folder, or one that holds it, is being listed. */
  covers(folder: string): boolean {
    for (const place of this.places.keys()) if (isWithin(folder, place)) return true;
    return false;
  }

  /** Looks for something; until it is found, or is not, it counts as being looked for. */
  async during<T>(place: string, search: () => Promise<T>): Promise<T> {
    this.places.set(place, (this.places.get(place) ?? 0) + 1);
    try {
      return await search();
    } finally {
      const left = (this.places.get(place) ?? 1) - 1;
      if (left > 0) this.places.set(place, left);
      else this.places.delete(place);
    }
  }
}

/** Those who wait until something is so. */
export class Waiters {
  private waiting: { readonly isSo: () => boolean; readonly resolve: () => void }[] = [];

  /** Resolves when it is so: at once, or at the `check` that finds it so. */
  until(isSo: () => boolean): Promise<void> {
    if (isSo()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ isSo, resolve }));
  }

  /** Something has changed that they may wait for. */
  check(): void {
    const over = this.waiting.filter(({ isSo }) => isSo());
    this.waiting = this.waiting.filter((waiter) => !over.includes(waiter));
    for (const { resolve } of over) resolve();
  }
}
