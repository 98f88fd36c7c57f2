import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** Each thread holds an outline of all records: more threads than these cost more room than the time is worth. */
const MOST = 4;

/** How many threads share the work where nobody says. */
export function usualThreads(): number {
  return Math.min(MOST, availableParallelism());
}

/**
 * Keeps the engine from putting records that are looked at once where it keeps what lives long: it learns from the first reading, of which
 * much is kept, that such objects stay, and then takes half as long again to judge. No more than a hint to the engine, so nothing depends on it.
 */
export function expectShortLives(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
