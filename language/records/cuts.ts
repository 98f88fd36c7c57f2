import { grammar } from '../generated/tables.ts';
import { KIND, wordOfKind } from '../syntax/kinds.ts';
import { nameOf } from '../syntax/leaves.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { TextEdit } from './model.ts';

const NONE: readonly never[] = [];

/**
 * The offsets behind which a statement was cut short: what follows there could not be read, so that the statement may be known only in part.
 * An error that was read as if mended cuts nothing short.
 */
export function cutsOf({ text, tokens, problems }: Parsed): readonly number[] {
  const cuts = [] as number[];
  const unseen = new Set(tokens.faults.filter(({ is }) => is === 'invisible').map(({ start }) => start));
  for (const { start, fix, isLost } of problems) {
    if (unseen.has(start) || (!isLost && fix?.edits.some(isReadAsMended))) continue;
    let end = start;
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
    cuts.push(end);
  }
  return cuts;
}

/** The names on the rest of the lines that were cut short, each once. */
export function lostNames(parsed: Parsed): readonly string[] {
  if (parsed.problems.length === 0) return NONE;
  const { tokens } = parsed;
  const lost = new Set<string>();
  let at = 0;
  for (const cut of cutsOf(parsed)) {
    const first = tokens.from(cut);
    // An earlier cut on the same line has taken all of it.
    if (first < at) continue;
    at = first;
    for (let isFirst = true; at < tokens.count && (isFirst || !tokens.beginsLine(at)); at++) {
      if (tokens.kind(at) === KIND.name) lost.add(nameOf(tokens, at));
      isFirst = false;
    }
  }
  return [...lost];
}

/** The words of the language. */
const words = new Set(grammar.kinds.map((_, kind) => wordOfKind(kind)));

/** What the parser puts in by itself: something that is missing, a separator, a misspelt word of the language. */
function isReadAsMended({ start, end, newText }: TextEdit): boolean {
  return newText !== '' && (start === end || newText === ',' || words.has(newText));
}
