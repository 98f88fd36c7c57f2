import { slipsBetween } from '../../spelling.ts';

/** The words of a closed list that are near to a word which is not in it, nearest first, at most three. */
export function nearestWords(word: string, list: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(2, Math.floor(word.length / 3));
  return list
    .map((known) => ({ known, far: howFar(wanted, known.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ known }) => known);
}

/** `customs` is near to `customs-administration`: one is the beginning or a part of the other. */
function howFar(wanted: string, known: string): number {
  const parts = known.split('-');
  if (wanted.length > 2 && (known.startsWith(wanted) || parts.includes(wanted))) return 1;
  return slipsBetween(wanted, known);
}
