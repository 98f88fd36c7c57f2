import { equalBut } from '../equal.ts';
import { extract } from '../records/extract.ts';
import type { Parsed } from '../syntax/parse.ts';

/** Properties that tell where something stands, or what else stands on its line: formatting changes these. */
const PLACES = new Set(['start', 'end', 'lineStarts', 'length', 'edits', 'lost']);

/** Why a text does not say the same as another, in a few words; undefined where it does. */
export function difference(before: Parsed, after: Parsed): string | undefined {
  if (!sameComments(before, after)) return 'a comment would change';
  if (before.problems.length !== after.problems.length) return 'the number of syntax errors would change';
  if (!equalBut(PLACES, extract(before, ''), extract(after, ''))) return 'a record would change';
  return undefined;
}

function sameComments(before: Parsed, after: Parsed): boolean {
  const written = ({ text, tokens }: Parsed) => tokens.comments.map(({ start, end }) => text.slice(start, end));
  return equalBut(PLACES, written(before), written(after));
}
