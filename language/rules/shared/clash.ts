import type { Related } from '../../findings.ts';
import type { Agreement, EventWord } from '../../records/model.ts';
import type { Ask } from '../../register/ask.ts';
import { type Dating, firstClaim } from '../../register/chronology.ts';
import { calledIn } from '../../register/sides.ts';
import type { Reporter } from '../rule.ts';
import type { Clash } from './orders.ts';
import { happened } from './phrases.ts';

/** With so many others a record is reported; of a thousand that are alike nobody reads a million pairs. */
export const MOST_PAIRS = 10;

/** The name of an agreement in a sentence. */
export function agreementName(agreement: Agreement): string {
  return agreement.name.name || 'This agreement';
}

/** What a claim cannot be true beside. */
export interface Against {
  /** The party for which both hold; undefined: for all. */
  readonly party: string | undefined;
  readonly related: Related;
}

/** The place where another event of the agreement is dated, and what is said there. */
export function relatedEvent(ask: Ask, agreement: Agreement, event: EventWord, told: Dating): Related {
  const claim = firstClaim(told);
  const message = `${agreementName(agreement)} ${happened(event, claim.when?.date ?? told.date)}.`;
  return { ...ask.place(agreement, claim.when ?? claim), message };
}

/** Reports, on the date of a claim, that it cannot be true beside something else in the agreement; each claim once. */
export class ClashReporter {
  private readonly done = new Set<Clash['claim']>();
  private readonly agreement: Agreement;
  private readonly ask: Ask;
  private readonly report: Reporter;

  constructor(agreement: Agreement, ask: Ask, report: Reporter) {
    this.ask = ask;
    this.agreement = agreement;
    this.report = report;
  }

  /** Reports the clashes; `message` is given what happened, as `US-BR-JWP was completed 2014 (some day of 2014)`. */
  tell(clashes: readonly Clash[], { party, related }: Against, message: (what: string) => string): void {
    for (const { claim, doubtful } of clashes) {
      if (this.done.has(claim)) continue;
      this.done.add(claim);
      const name = agreementName(this.agreement);
      const what = `${name} ${happened(claim.event, claim.when.date)}${party === undefined ? '' : ` for ${party}`}`;
      const { start, end } = claim.when;
      const subjects = [name, ...claim.parties.flatMap((p) => calledIn(this.ask, this.agreement, p.name))];
      this.report({ start, end, doubtful, message: message(what), subjects, related: [related] });
    }
  }
}
