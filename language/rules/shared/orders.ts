import { type AgreementDate, before } from '../../dates/index.ts';
import type { Agreement, EventRecord, EventWord } from '../../records/model.ts';
import type { Ask } from '../../register/ask.ts';
import { areScoped, claims, type Dating, dating, datingFor, restsOnDoubt, weigh } from '../../register/chronology.ts';
import { RECURRENT } from '../../register/moments.ts';
import { atomsOf } from '../../register/sides.ts';
import type { KnownDate } from './dated.ts';

/** When an event was for one scope: for all (`party` undefined), or for the party that `for` names. */
export interface Account {
  readonly event: EventWord;
  readonly party: string | undefined;
  readonly dating: Dating;
}

/** A claim that cannot be true beside a limit, and whether that rests on a doubtful date. */
export interface Clash {
  readonly claim: EventRecord & { readonly when: KnownDate };
  readonly doubtful: boolean;
}

/**
 * The event as it is told for each scope. An event that recurs is told once for each claim. What has a claim without a valid date is left
 * out: it is unknown.
 */
export function accounts(ask: Ask, agreement: Agreement, event: EventWord): readonly Account[] {
  const all = claims(agreement, event);
  if (all.length === 0) return NONE;
  if (all.length === 1 && !areScoped(all)) return accountOf(all, event, undefined);
  const found: Account[] = [];
  for (const party of scopesOf(all)) {
    const group = all.filter((claim) => isFor(ask, claim, party));
    for (const one of RECURRENT.includes(event) ? group.map((claim) => [claim]) : [group]) {
      found.push(...accountOf(one, event, party));
    }
  }
  return found;
}

function accountOf(all: readonly EventRecord[], event: EventWord, party: string | undefined): readonly Account[] {
  const told = weigh(all, event);
  return told ? [{ event, party, dating: told }] : NONE;
}

const NONE: readonly never[] = [];

/** When another event was for the same scope; a party without claims of its own falls back on those of all. */
export function datingInScope(
  ask: Ask,
  agreement: Agreement,
  event: EventWord,
  party: string | undefined,
): Dating | undefined {
  return party === undefined
    ? dating(agreement, event)
    : datingFor(agreement, event, (name) => meansParty(ask, name, party));
}

/** When another event was for the scope by claims of that very scope; a party falls back on those of all, and all on nothing. */
export function ownDating(
  ask: Ask,
  agreement: Agreement,
  event: EventWord,
  party: string | undefined,
): Dating | undefined {
  if (party !== undefined) return datingInScope(ask, agreement, event, party);
  const general = claims(agreement, event).filter((claim) => claim.parties.length === 0);
  return weigh(general, event);
}

/**
 * Whether a claim of some of these events lies before a claim of the signature, for whomever: else nothing that is told of them does, which is
 * seen without weighing any claims.
 */
export function mayPrecedeSignature(agreement: Agreement, events: readonly EventWord[]): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { event, negated, when } of agreement.events) {
    if (event === 'signed' && !negated && when?.date && when.date.min > latest) latest = when.date.min;
  }
  for (const { event, negated, when } of agreement.events) {
    if (when?.date && when.date.max < latest && !negated && events.includes(event)) return true;
  }
  return false;
}

/** The scopes of some claims: undefined for all parties, and each party that a `for` names. */
export function scopesOf(all: readonly EventRecord[]): ReadonlySet<string | undefined> {
  return new Set(all.flatMap((claim) => (claim.parties.length ? claim.parties.map((p) => p.name) : [undefined])));
}

/** Whether a claim is made for just that scope: for all, or by name for that party. */
export function isFor(ask: Ask, claim: EventRecord, party: string | undefined): boolean {
  if (party === undefined) return claim.parties.length === 0;
  return claim.parties.some((p) => meansParty(ask, p.name, party));
}

/** Whether two names in `for` mean one party: by its own name, or by its jurisdiction. */
export function meansParty(ask: Ask, a: string, b: string): boolean {
  return a === b || (atomsOf(ask, a)?.includes(b) ?? false) || (atomsOf(ask, b)?.includes(a) ?? false);
}

/** The claims of an account that lie certainly before a limit; none where some of what is told may be in time. */
export function tooEarly(account: Dating, limit: Dating): readonly Clash[] {
  if (before(account.date, limit.date) !== 'certain') return [];
  return clashes(account, limit, (own, other) => before(own, other) === 'certain');
}

/** The claims of an account that lie certainly after a limit; none where some of what is told may be in time. */
export function tooLate(account: Dating, limit: Dating): readonly Clash[] {
  if (before(limit.date, account.date) !== 'certain') return [];
  return clashes(account, limit, (own, other) => before(other, own) === 'certain');
}

function clashes(
  account: Dating,
  limit: Dating,
  clash: (own: AgreementDate, other: AgreementDate) => boolean,
): readonly Clash[] {
  return account.claims.flatMap((claim) => {
    const date = claim.when?.date;
    if (!date || !clash(date, limit.date)) return [];
    const own = { date, claims: [claim], rivals: false };
    const doubtful = restsOnDoubt(own, limit, clash);
    return [{ claim: claim as Clash['claim'], doubtful }];
  });
}
