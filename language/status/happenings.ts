import { type AgreementDate, common, type Day, UNKNOWN } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { claims, type Dating, dateOf, dating, datingFor, weigh } from '../register/chronology.ts';
import { ENDS } from '../register/moments.ts';
import { atomsOf, sidesOf } from '../register/sides.ts';
import { type Days, daysOf, first, nth } from './days.ts';

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
  const found = bounded(chronicle, toHappening(chronicle, event, told, own));
  return found && !isForEnough(chronicle, event, own) ? { ...found, max: Number.POSITIVE_INFINITY } : found;
}

/**
 * Whether what is told happened to the agreement as a whole, and not only to the few parties that claims are made for: it is applied from when
 * it is between two sides, and completed when it is for all of them.
 */
function isForEnough({ ask, agreement, scope }: Chronicle, event: EventWord, own: readonly EventRecord[]): boolean {
  const isShared = event === 'provisional' || event === 'in force' || event === 'completed';
  if (scope !== undefined || !isShared || own.some((c) => c.parties.length === 0)) return true;
  const sides = sidesOf(ask, agreement) ?? [];
  const concerned = sides.filter(({ parties }) =>
    parties.some(({ name }) => own.some((claim) => isFor({ ask, agreement, scope: name }, claim))),
  );
  return concerned.length >= (event === 'completed' ? sides.length : Math.min(2, sides.length));
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
 * the ends `for` some of them, of whatever kind, fewer than two sides were left.
 */
export function endings(chronicle: Chronicle): readonly Happening[] {
  const { agreement, scope } = chronicle;
  if (scope !== undefined) return ENDS.flatMap((event) => happening(chronicle, event) ?? []);
  const whole = ENDS.filter((event) => claims(agreement, event).some((c) => c.parties.length === 0));
  const found = whole.flatMap((event) => happening(chronicle, event) ?? []);
  const scoped = ENDS.flatMap((event) => claims(agreement, event).filter((c) => c.parties.length > 0));
  const last = scoped.length > 0 ? lastLeaving(chronicle, scoped) : undefined;
  return last ? [...found, last] : found;
}

/** When by ends `for` some parties fewer than two sides were left; undefined where more were. Where the sides are not known it may be so. */
function lastLeaving({ ask, agreement }: Chronicle, all: readonly EventRecord[]): Happening | undefined {
  const sides = sidesOf(ask, agreement);
  if (!sides) {
    const [first] = all as readonly [EventRecord];
    const { min } = daysOf(first.when?.date);
    return { event: first.event, min, max: Number.POSITIVE_INFINITY, date: first.when?.date, claims: all };
  }
  const left = sides.flatMap(({ parties }) => {
    const own = all.filter((claim) => parties.some(({ name }) => isFor({ ask, agreement, scope: name }, claim)));
    return leaving(own) ?? [];
  });
  const days = nth(left, sides.length - 1);
  const decisive = left.toSorted((a, b) => a.max - b.max || a.min - b.min)[sides.length - 2];
  if (!days || !decisive) return undefined;
  const others = left.filter((one) => one !== decisive);
  return { ...decisive, ...days, claims: [decisive, ...others].flatMap((one) => one.claims) };
}

/** When a side left, by the claims for its parties; undefined where there are none. */
function leaving(own: readonly EventRecord[]): Happening | undefined {
  const events = ENDS.flatMap((event) => {
    const its = own.filter((claim) => claim.event === event);
    const date = weigh(its, event)?.date;
    return its.length > 0 ? [{ event, ...daysOf(date), date, claims: its }] : [];
  });
  const days = first(events);
  const earliest = events.toSorted((a, b) => a.max - b.max || a.min - b.min)[0];
  return days && earliest && { ...earliest, min: days.min, max: days.max };
}

/** The claims that hold for the scope: for a party its own, where it has any; for all, the general ones, where there are any. */
function inScope(chronicle: Chronicle, all: readonly EventRecord[]): readonly EventRecord[] {
  const general = all.filter((c) => c.parties.length === 0);
  if (chronicle.scope === undefined) return general.length ? general : all;
  const own = all.filter((c) => isFor(chronicle, c));
  return own.length ? own : general;
}

/** Whether a claim is made `for` the party of the scope. */
export function isFor(chronicle: Chronicle, claim: EventRecord): boolean {
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
  { ask, agreement }: Chronicle,
  event: EventWord,
  told: Dating | undefined,
  own: readonly EventRecord[],
): Happening {
  const days = daysOf(told?.date);
  const found = { event, date: told?.date, claims: told?.claims ?? own };
  // A term may still run out.
  if (told?.date.text !== UNKNOWN.text || event === 'expires') return { ...found, ...days };
  // `unknown` says that it happened, so it has by the as-of day.
  const begins = NEVER_BEFORE_SIGNATURE.includes(event) ? (dateOf(agreement, 'signed')?.min ?? days.min) : days.min;
  return { ...found, min: begins, max: begins <= ask.asOf ? ask.asOf : days.max };
}

/** What nobody does with an agreement that is not signed yet; entry into force may be retroactive. */
const NEVER_BEFORE_SIGNATURE: readonly EventWord[] = ['completed', 'suspended', 'resumed', 'terminated', 'withdrawn'];

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
