import type { Parsed } from '../syntax/parse.ts';

/**
 * The offsets behind which a statement was cut short: what follows on the same line could not be read, so that it may be known only in part.
 * An error with a mend that keeps what was written cuts nothing short, since it was read as if mended.
 */
export function cutsOf({ text, problems }: Parsed): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (const { start, fix } of problems) {
    if (fix?.edits.some((edit) => edit.newText !== '')) continue;
    let end = start;
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
    cuts.add(end);
  }
  return cuts;
}
