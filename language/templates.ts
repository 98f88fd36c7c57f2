import type { Kind } from './records/model.ts';
import type { Ask } from './register/ask.ts';
import { demandsOf, type HeldDemand } from './register/kinds.ts';
import { eventOf, isMoment } from './register/moments.ts';
import { inWords } from './rules/shared/phrases.ts';

/** What is to be filled in; written as it stands where nobody fills it in. */
export interface Slot {
  readonly slot: string;
}

/** A statement with places to fill in, in the order of the text. */
export type Line = readonly (string | Slot)[];

/** What is to be filled in. */
export function slot(text: string): Slot {
  return { slot: text };
}

/** The line with its slots as they stand. */
export function plain(line: Line): string {
  return line.map((part) => (typeof part === 'string' ? part : part.slot)).join('');
}

/** The statements of an agreement of a kind, with all that the kind demands, in the order in which records are written. */
export function agreementLines(ask: Ask, kind: Kind, day: string): readonly Line[] {
  const demands = demandsOf(ask, kind);
  const count = demands.find((d) => d.about === 'party-count');
  const precedents = demands.flatMap((d) => (d.about === 'precedent' ? [d.kind.name] : []));
  const words = demands.flatMap((d) => (d.about === 'statement' ? [d.word.name] : []));
  const hasProgram = demands.some((d) => d.about === 'program');
  const moments = words.filter((word) => isMoment(word) && word !== 'signature');
  return [
    ['between ', ...list('PARTY', Math.min(Math.max(count?.min || 2, 2), 4))],
    ['signed ', slot(day), ' per ', slot('SOURCE')],
    ...moments.flatMap((word) => lineFor(word) ?? []),
    ...(precedents.length ? [['follows ', ...listOf(precedents)]] : []),
    ...(hasProgram ? [['recognizes ', ...list('PROGRAM', 2)]] : []),
    ...words.filter((word) => !isMoment(word) && word !== 'sources').flatMap((word) => lineFor(word) ?? []),
  ];
}

/**
 * The statement that states what a demand's word asks for: `ports`, `obligations`, `sources`, `programs`, or a moment. Undefined for a word
 * that asks for nothing.
 */
export function lineFor(word: string, party = 'PARTY'): readonly [Line] | undefined {
  const line = isMoment(word) ? [`${eventOf(word)} `, slot('unknown')] : STATEMENTS[word]?.(party);
  return line && [line];
}

const STATEMENTS: Readonly<Record<string, (party: string) => Line>> = {
  ports: () => ['ports ', slot('PORT')],
  programs: () => ['recognizes ', slot('PROGRAM')],
  sources: () => ['cites ', slot('SOURCE')],
  obligations: (party) => ['obligation ', slot('NAME'), ' : ', slot(party), ' must "', slot('what'), '"'],
};

/** In a line what an agreement of a kind has: `2 parties, ports, JWP before signature`. */
export function demandsInWords(ask: Ask, kind: Kind): string {
  const demands = demandsOf(ask, kind).flatMap((demand): readonly string[] => {
    if (demand.about === 'party-types') return [];
    if (demand.about !== 'party-count') return [demandInWords(demand)];
    return isCountKnown(demand) ? [`${countInWords(demand.min, demand.max)} parties`] : [];
  });
  return demands.join(', ');
}

/** What is demanded, in a few words: `JWP before signature`. */
export function demandInWords(demand: HeldDemand): string {
  switch (demand.about) {
    case 'party-count':
      return isCountKnown(demand) ? `parties ${countInWords(demand.min, demand.max)}` : 'parties of an unknown number';
    case 'party-types':
      return `parties of type ${inWords(
        demand.types.map((t) => t.name),
        'or',
      )}`;
    case 'program':
      return `${demand.programType.name} programs`;
    case 'precedent':
      return `${demand.kind.name} before ${demand.moment.name}`;
    case 'statement':
      return demand.word.name;
  }
}

function isCountKnown({ min }: { readonly min: number }): boolean {
  return !Number.isNaN(min);
}

function countInWords(min: number, max: number): string {
  if (min === max) return String(min);
  return max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
}

function list(word: string, count: number): Line {
  return listOf(Array.from({ length: count }, () => word));
}

/** `A`, `A and B`, `A, B and C`, each to be filled in. */
function listOf(words: readonly string[]): Line {
  return words.flatMap((word, i) => {
    const joint = i === 0 ? [] : [i === words.length - 1 ? ' and ' : ', '];
    return [...joint, slot(word)];
  });
}
