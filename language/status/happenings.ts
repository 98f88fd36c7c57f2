import { type AgreementDate, common, type Day, UNKNOWN } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { claims, type Dating, dating, datingFor, weigh } from '../register/chronology.ts';
import { ENDS } from '../register/moments.ts';
import { atomsOf, sidesOf } from '../register/sides.ts';
import { type Days, daysOf, nth } from './days.ts';

/** For whom a status is asked: for all, or for the party of that name (or of that jurisdiction). */
export type Scope = string | undefined;

/** When an event was, and the claims that tell. */
export interface Happening extends Days {
  readonly event: EventWord;
  /** As it is told; undefined where a claim has no valid date. */
  readonly date: AgreementDate | undefined;
  readonly claims: readonly EventRecord[];
}

/** Tells when the events of one agreement were, for one scope. */
export interface Chronicle {
  readonly ask: Ask;
  readonly agreement: Agreement;
  readonly scope: Scope;
}

/** When an event that happens once was; undefined where it is not recorded for the scope. */
export function happening(chronicle: Chronicle, event: EventWord): Happening | undefined {
  const { agreement, scope } = chronicle;
  const own = inScope(chronicle, claims(agreement, event));
  if (own.length === 0) return undefined;
  const told = scope === undefined ? dating(agreement, event) : datingFor(agreement, event, meant(chronicle));
  return bounded(chronicle, toHappening(chronicle, event, told, own));
}

/** Each time that an event happened which may happen more than once. Claims with a day in common are of one time. */
export function happenings(chronicle: Chronicle, event: EventWord): readonly Happening[] {
  const times: { date: AgreementDate | undefined; claims: EventRecord[] }[] = [];
  for (const claim of inScope(chronicle, claims(chronicle.agreement, event))) {
    const date = claim.when?.date;
    const same = date && times.find((t) => t.date && common(t.date, date));
    if (same?.date && date) {
      same.date = common(same.date, date);
      same.claims.push(claim);
    } else times.push({ date, claims: [claim] });
  }
  return times.flatMap(({ date, claims: all }) => {
    const told = date && { date, claims: all, rivals: false };
    return bounded(chronicle, toHappening(chronicle, event, told, all)) ?? [];
  });
}

/**
 * When an agreement ended, once for each way it did. For a party: when it ended for that party. For all: when it ended for all, or when by
 * the ends `for` some of them fewer than two sides were left.
 */
export function endings(chronicle: Chronicle): readonly Happening[] {
  return ENDS.flatMap((event) => ending(chronicle, event) ?? []);
}

function ending(chronicle: Chronicle, event: EventWord): Happening | undefined {
  const { agreement, ask, scope } = chronicle;
  const all = claims(agreement, event);
  if (scope !== undefined || all.some((c) => c.parties.length === 0)) return happening(chronicle, event);
  if (all.length === 0) return undefined;
  const sides = sidesOf(ask, agreement)?.map((side) => side.parties.map((p) => p.name)) ?? [];
  const left = sides.flatMap((names) => {
    const own = all.filter((c) => names.some((name) => isFor({ ...chronicle, scope: name }, c)));
    return own.length ? [daysOf(weigh(own, event)?.date)] : [];
  });
  const days = nth(left, sides.length - 1);
  return days && { ...days, event, date: dating(agreement, event)?.date, claims: all };
}

/** The claims that hold for the scope: for a party its own, where it has any; for all, the general ones, where there are any. */
function inScope(chronicle: Chronicle, all: readonly EventRecord[]): readonly EventRecord[] {
  const general = all.filter((c) => c.parties.length === 0);
  if (chronicle.scope === undefined) return general.length ? general : all;
  const own = all.filter((c) => isFor(chronicle, c));
  return own.length ? own : general;
}

function isFor(chronicle: Chronicle, claim: EventRecord): boolean {
  const matches = meant(chronicle);
  return claim.parties.some((p) => matches(p.name));
}

/** Whether a name in `for` means the party of the scope: by its own name, or by its jurisdiction. */
function meant({ ask, scope }: Chronicle): (name: string) => boolean {
  const own = scope === undefined ? [] : (atomsOf(ask, scope) ?? []);
  return (name) =>
    name === scope || own.includes(name) || (scope !== undefined && (atomsOf(ask, name) ?? []).includes(scope));
}

function toHappening(
  { ask }: Chronicle,
  event: EventWord,
  told: Dating | undefined,
  own: readonly EventRecord[],
): Happening {
  const { min, max } = daysOf(told?.date);
  // `unknown` says that it happened, so it has by the as-of day; a term may still run out.
  const happened = told?.date.text === UNKNOWN.text && event !== 'expires';
  return { event, min, max: happened ? ask.asOf : max, date: told?.date, claims: told?.claims ?? own };
}

/** What `not EVENT DATE` leaves: it happened after that day. Undefined where a party’s own `not` rules out the general date. */
function bounded(chronicle: Chronicle, happening: Happening): Happening | undefined {
  const nots = chronicle.agreement.events.filter((e) => e.negated && e.event === happening.event && e.when?.date);
  const own = nots.filter((e) => chronicle.scope !== undefined && isFor(chronicle, e));
  const general = nots.filter((e) => e.parties.length === 0);
  const min = Math.max(happening.min, ...[...own, ...general].map(afterwards));
  if (min <= happening.max) return { ...happening, min };
  const isRuledOut =
    own.some((e) => afterwards(e) > happening.max) && happening.claims.every((c) => c.parties.length === 0);
  return isRuledOut ? undefined : happening;
}

function afterwards(not: EventRecord): Day {
  return (not.when?.date?.min ?? Number.NEGATIVE_INFINITY) + 1;
}
