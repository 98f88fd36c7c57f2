import { distance } from 'fastest-levenshtein';

/** By how many slips of the pen two words differ: letters too many, too few or wrong. Two neighbours that have changed places are one slip. */
export function slipsBetween(word: string, other: string): number {
  return isSwapped(word, other) ? 1 : distance(word, other);
}

function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length || word === other) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
}
