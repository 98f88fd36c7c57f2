const ONES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS = 'ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const WORDS: ReadonlyMap<string, number> = new Map([
  ...TENS.map((word, i) => [word, 10 * (i + 1)] as const),
  ...ONES.map((word, i) => [word, i + 1] as const),
  ['a', 1],
  ['an', 1],
]);

/** The number that an English word says, in whatever case: `three`, `ninety`, `a`; undefined where it says none. */
export function numberOf(word: string): number | undefined {
  return WORDS.get(word.toLowerCase());
}
