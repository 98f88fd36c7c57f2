import { type AgreementDate, common, overlap, span } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord } from '../records/model.ts';
import { RECURRENT } from './moments.ts';

/** When an event was, as far as its claims tell. */
export interface Dating {
  readonly date: AgreementDate;
  /** The claims it rests on. */
  readonly claims: readonly EventRecord[];
  /** Whether there are disjoint claims, of which none or more than one is preferred: then the date is the span of them all. */
  readonly rivals: boolean;
}

/** The event's claims of an agreement, `not` left out: general ones, and those `for` some parties. Without a valid date they are among them. */
export function claims(agreement: Agreement, event: EventWord): readonly EventRecord[] {
  let found: EventRecord[] | undefined;
  for (const one of agreement.events) {
    if (one.event !== event || one.negated) continue;
    if (found) found.push(one);
    else found = [one];
  }
  return found ?? NONE;
}

/** Whether the event is recorded, with whatever date and for whomever. */
export function isRecorded(agreement: Agreement, event: EventWord): boolean {
  for (const one of agreement.events) if (one.event === event && !one.negated) return true;
  return false;
}

/** Whether some of the claims are made `for` some parties alone. */
export function areScoped(all: readonly EventRecord[]): boolean {
  for (const claim of all) if (claim.parties.length > 0) return true;
  return false;
}

const NONE: readonly never[] = [];

/** The claims by scope: those of all parties under the empty key, those `for` some under these parties' names. */
export function claimsByScope(agreement: Agreement, event: EventWord): ReadonlyMap<string, readonly EventRecord[]> {
  const groups = new Map<string, EventRecord[]>();
  for (const claim of claims(agreement, event)) {
    const scope = claim.parties
      .map((p) => p.name)
      .sort()
      .join(' ');
    const group = groups.get(scope);
    if (group) group.push(claim);
    else groups.set(scope, [claim]);
  }
  return groups;
}

/**
 * When the event was for the agreement as a whole: by its general claims, or where it has none by those `for` some parties, taken together
 * as a span. Undefined where it is not recorded, or a claim's date is missing or invalid: then it is unknown, and nothing may build on it.
 * Events that recur give the span of all their times.
 */
export function dating(agreement: Agreement, event: EventWord): Dating | undefined {
  const all = claims(agreement, event);
  if (all.length < 2 || !areScoped(all)) return weigh(all, event);
  const general = all.filter((c) => c.parties.length === 0);
  return general.length || RECURRENT.includes(event) ? weigh(general.length ? general : all, event) : together(all);
}

/** The date of `dating`. Nearly always there is one claim, and it is that one's. */
export function dateOf(agreement: Agreement, event: EventWord): AgreementDate | undefined {
  const all = claims(agreement, event);
  return all.length < 2 ? all[0]?.when?.date : dating(agreement, event)?.date;
}

/** When the event was for one party, by `matches` on the names in `for`; falls back on the general claims. */
export function datingFor(
  agreement: Agreement,
  event: EventWord,
  matches: (name: string) => boolean,
): Dating | undefined {
  const all = claims(agreement, event);
  if (!areScoped(all)) return weigh(all, event);
  const own = all.filter((c) => c.parties.some((p) => matches(p.name)));
  return weigh(own.length ? own : all.filter((c) => c.parties.length === 0), event);
}

/**
 * Claims of one event and scope: where they agree the date is what they have in common; where they are rivals the preferred one counts, or
 * the span of all. Undefined for no claims, or where one has no valid date.
 */
export function weigh(all: readonly EventRecord[], event: EventWord): Dating | undefined {
  const only = all.length === 1 ? all[0] : undefined;
  if (only) return only.when?.date && { date: only.when.date, claims: all, rivals: false };
  const dates = datesOf(all);
  if (!dates) return undefined;
  if (RECURRENT.includes(event)) return { date: span(dates), claims: all, rivals: false };
  if (areRivals(dates)) {
    const preferred = all.filter((c) => c.preferred);
    const chosen = preferred.length === 1 ? preferred[0] : undefined;
    if (chosen?.when?.date) return { date: chosen.when.date, claims: [chosen], rivals: false };
    return { date: span(dates), claims: all, rivals: true };
  }
  const date = dates.reduce((a, b) => common(a, b) ?? a);
  return { date, claims: all, rivals: false };
}

/**
 * Whether what is said of two datings rests on a doubtful date. Claims that agree bear each other out, so one that is sure suffices where it is
 * true of that one too; of claims that do not, each may be the true one.
 */
export function restsOnDoubt(
  one: Dating,
  other: Dating,
  isSo: (one: AgreementDate, other: AgreementDate) => boolean,
): boolean {
  if (!one.date.doubtful && !other.date.doubtful) return false;
  return !sureDates(one).some((a) => sureDates(other).some((b) => isSo(a, b)));
}

/** When an agreement was made, and the event that says so: its signature, or where none is recorded its adoption. */
export function madeOn(agreement: Agreement): { readonly event: EventWord; readonly told: Dating } | undefined {
  const event = isRecorded(agreement, 'signed') ? 'signed' : 'adopted';
  const told = dating(agreement, event);
  return told && { event, told };
}

/** A dating that rests on no claims of an event. */
export function undisputed(date: AgreementDate): Dating {
  return { date, claims: NONE, rivals: false };
}

function sureDates({ date, claims: all }: Dating): readonly AgreementDate[] {
  const dates = all.flatMap((claim) => claim.when?.date ?? []);
  if (areRivals(dates)) return dates.some((d) => d.doubtful) ? NONE : [date];
  return date.doubtful ? dates.filter((d) => !d.doubtful) : [date];
}

/** The claim on which a dating rests most: the first, whose place is shown beside a finding. */
export function firstClaim(told: Dating): EventRecord {
  return told.claims[0] as EventRecord;
}

/** Whether some of the dates have no day in common. */
export function areRivals(dates: readonly AgreementDate[]): boolean {
  return dates.some((a, i) => dates.slice(i + 1).some((b) => !overlap(a, b)));
}

function together(all: readonly EventRecord[]): Dating | undefined {
  const dates = datesOf(all);
  return dates && { date: span(dates), claims: all, rivals: false };
}

function datesOf(all: readonly EventRecord[]): readonly AgreementDate[] | undefined {
  if (all.length === 0) return undefined;
  const dates: AgreementDate[] = [];
  for (const claim of all) {
    if (!claim.when?.date) return undefined;
    dates.push(claim.when.date);
  }
  return dates;
}
