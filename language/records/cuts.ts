import { grammar } from '../generated/tables.ts';
import { KIND } from '../syntax/kinds.ts';
import { asCompared, nameOf } from '../syntax/leaves.ts';
import type { Parsed } from '../syntax/parse.ts';

const NONE: readonly never[] = [];

/**
 * The offsets behind which a statement was cut short: what follows there could not be read, so that the statement may be known only in part.
 * An error that was read as if mended cuts nothing short.
 */
export function cutsOf({ text, problems }: Parsed): readonly number[] {
  if (problems.length === 0) return NONE;
  const cuts = [] as number[];
  for (const { start, cuts: isCut } of problems) {
    if (!isCut) continue;
    let end = start;
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
    cuts.push(end);
  }
  return cuts;
}

const [NAME = ''] = grammar.terminals['NAME'] ?? [];
const names = new RegExp(NAME, 'gu');

/** The names on the rest of the lines that were cut short, each once. */
export function lostNames({ tokens }: Parsed, cuts: readonly number[]): readonly string[] {
  if (cuts.length === 0) return NONE;
  const lost = new Set<string>();
  let at = 0;
  for (const cut of cuts) {
    const first = tokens.from(cut);
    // An earlier cut on the same line has taken all of it.
    if (first < at) continue;
    at = first;
    for (let isFirst = true; at < tokens.count && (isFirst || !tokens.beginsLine(at)); at++) {
      if (tokens.kind(at) === KIND.name) lost.add(nameOf(tokens, at));
      else if (tokens.kind(at) === KIND.text && tokens.isUnclosed(at)) {
        // It may have taken the rest of its statement.
        for (const [name] of tokens.text(at).matchAll(names)) lost.add(asCompared(name));
      }
      isFirst = false;
    }
  }
  return [...lost];
}
