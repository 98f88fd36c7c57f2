import type { Parsed } from '../syntax/parse.ts';

/**
 * The offsets behind which a statement was cut short: what follows there could not be read, so that the statement may be known only in part.
 * An error with a mend that keeps what was written cuts nothing short, since it was read as if mended.
 */
export function cutsOf({ text, problems }: Parsed): readonly number[] {
  const cuts = [] as number[];
  for (const { start, fix } of problems) {
    if (fix?.edits.some((edit) => edit.newText !== '')) continue;
    let end = start;
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
    cuts.push(end);
  }
  return cuts;
}
