import type { Parsed } from '../syntax/parse.ts';
import type { TextEdit } from './model.ts';

/**
 * The offsets behind which a statement was cut short: what follows there could not be read, so that the statement may be known only in part.
 * An error that was read as if mended cuts nothing short.
 */
export function cutsOf({ text, tokens, problems }: Parsed): readonly number[] {
  const cuts = [] as number[];
  const unseen = new Set(tokens.faults.filter(({ is }) => is === 'invisible').map(({ start }) => start));
  for (const { start, fix } of problems) {
    if (unseen.has(start) || fix?.edits.some(isReadAsMended)) continue;
    let end = start;
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
    cuts.push(end);
  }
  return cuts;
}

/** What the parser puts in by itself: something that is missing, a separator, a misspelt word of the language. */
function isReadAsMended({ start, end, newText }: TextEdit): boolean {
  return newText !== '' && (start === end || newText === ',' || /^[a-z ]+$/.test(newText));
}
