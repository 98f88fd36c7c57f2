import { slipsBetween } from '../spelling.ts';

/** Longer words are no misspelt keywords. */
const LONGEST = 20;

/** The candidate nearest to a word, when it is near enough to be meant (one letter in three wrong at most); of two as near, none. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const written = word.toLowerCase().replace(/[-_]/g, ' ');
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) > allowed(candidate)) continue;
    const far = Math.min(slipsBetween(written, candidate), slipsBetween(written, candidate.replace(' ', '')));
    if (far === least) best = undefined;
    if (far >= least) continue;
    least = far;
    best = candidate;
  }
  return best !== undefined && least <= allowed(best) ? best : undefined;
}

function allowed(candidate: string): number {
  return Math.max(1, Math.floor(candidate.length / 3));
}
