import type { Related, Severity } from '../../findings.ts';
import type { Agreement, EventWord, Strength } from '../../records/model.ts';
import type { Ask } from '../../register/ask.ts';
import { dating } from '../../register/chronology.ts';
import type { HeldDemand } from '../../register/kinds.ts';
import { happened } from './phrases.ts';

const SEVERITIES: Readonly<Record<Strength, Severity>> = {
  requires: 'error',
  expects: 'warning',
  mentions: 'information',
};

/** How grave it is that a demand is not met. */
export function severityOfDemand(demand: HeldDemand): Severity {
  return SEVERITIES[demand.strength];
}

/** Where the kind says what it demands, to be shown beside a finding. */
export function demandPlace(ask: Ask, demand: HeldDemand): Related {
  return { ...ask.place(demand.of, demand.span), message: `${demand.of.name.name} ${demand.strength} it here.` };
}

const VERBS: Readonly<Record<Strength, string>> = { requires: 'requires', expects: 'expects', mentions: 'usually has' };

/** `an MRA expects`, `a CMAA usually has`: who demands, and how strongly. */
export function demands(agreement: Agreement, demand: HeldDemand): string {
  return `${withArticle(agreement.kind?.name ?? demand.of.name.name)} ${VERBS[demand.strength]}`;
}

/** A word with its article as it is spoken: `an MRA`, `a JWP`, `a Plurilateral-MRA`, `an Arrangement`. */
export function withArticle(word: string): string {
  const vowel = SPELT.test(word) ? SPELT_VOWEL : VOWEL;
  return `${vowel.test(word) ? 'an' : 'a'} ${word}`;
}

const SPELT = /^[A-Z]{2,}(?![a-z])/;
const SPELT_VOWEL = /^[AEFHILMNORSX]/;
const VOWEL = /^[aeioAEIO]/;

/** What the agreement has come to, as a clause: `US-BR-MRA was signed 2022-09-16`. */
export function reached(agreement: Agreement, event: EventWord): string {
  const name = agreement.name.name || 'This agreement';
  const date = dating(agreement, event)?.date;
  return date ? `${name} ${happened(event, date)}` : `${name} states \`${event}\``;
}

/** The first letter made a capital: for sentences that begin with a word made elsewhere. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
