/** The months as English, Spanish, French, German and Portuguese write them; small letters without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero', 'janvier', 'januar', 'janner', 'janeiro'],
  ['february', 'febrero', 'fevrier', 'februar', 'fevereiro'],
  ['march', 'marzo', 'mars', 'marz', 'maerz', 'marco'],
  ['april', 'abril', 'avril'],
  ['may', 'mayo', 'mai', 'maio'],
  ['june', 'junio', 'juin', 'juni', 'junho'],
  ['july', 'julio', 'juillet', 'juli', 'julho'],
  ['august', 'agosto', 'aout'],
  ['september', 'septiembre', 'setiembre', 'septembre', 'setembro'],
  ['october', 'octubre', 'octobre', 'oktober', 'outubro'],
  ['november', 'noviembre', 'novembre', 'novembro'],
  ['december', 'diciembre', 'decembre', 'dezember', 'dezembro'],
];

const SHORTEST_ABBREVIATION = 3;

/** The English name of a month 1–12; empty for any other number. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1]?.[0] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * The month 1–12 that a word in small letters without accents names or abbreviates to three letters or more; nothing
 * where it names none or, like the French "jui", several.
 */
export function monthOf(word: string): number | undefined {
  if (word.length < SHORTEST_ABBREVIATION) {
    return undefined;
  }
  const months = MONTHS.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []));
  return months.length === 1 ? months[0] : undefined;
}
