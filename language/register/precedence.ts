import { type AgreementDate, notLater } from '../dates/index.ts';
import type { Agreement, EventRecord, EventWord } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { type Dating, dateOf, dating, firstClaim, isRecorded, madeOn, restsOnDoubt } from './chronology.ts';
import { demandsAbout, type HeldDemand, isOfKind } from './kinds.ts';
import { eventOf, isMoment, laterThan, type Moment } from './moments.ts';
import { type Followed, followed, mayBeServed, mayFollow, pairs, servingAgreements } from './precedents.ts';
import { type Side, sidesOf } from './sides.ts';

/**
 * Whether a precedent came in time: surely (`in time`), surely not (`late`), as far as the dates tell maybe (`open`), or it has no date at
 * all (`undated`). `unknown` where a date is there but invalid: nothing may be said of it.
 */
export type Order = 'in time' | 'late' | 'open' | 'undated' | 'unknown';

/** How one precedent stands to the moment it should precede. */
export interface Verdict {
  readonly precedent: Agreement;
  readonly order: Order;
  /** What decided: the precedent's signature or completion. Undefined where there is none. */
  readonly decided:
    | { readonly event: EventWord; readonly date: AgreementDate; readonly claim: EventRecord }
    | undefined;
  /** What of the agreement it should not be later than. */
  readonly event: EventWord;
  readonly by: Dating;
  /** Whether the answer rests on a doubtful date. */
  readonly doubtful: boolean;
}

/** A demand for a precedent. */
export type PrecedentDemand = Extract<HeldDemand, { readonly about: 'precedent' }>;

/** What is on record for a demand that is to be met by now. */
export interface Demanded {
  readonly demand: PrecedentDemand;
  readonly moment: Moment;
  /** The event that makes the demand due: the moment's own, or where that is not recorded the first later one. */
  readonly due: EventWord;
  /** The two sides, or each pair of more, with the precedents that serve them. */
  readonly groups: readonly Group[];
}

export interface Group {
  readonly sides: readonly Side[];
  readonly precedents: readonly Agreement[];
  /** Whether nobody can tell if there is a precedent: a record that may be one is faulty itself. */
  readonly unsure: boolean;
}

/** The demands for precedents that the agreement's kind makes and that are due, with what is on record. Empty where its sides are not known. */
export function demandedPrecedents(ask: Ask, agreement: Agreement): readonly Demanded[] {
  if (demandsAbout(ask, agreement, 'precedent').length === 0) return NONE;
  return ask.remember('demanded precedents', agreement, findDemanded);
}

function findDemanded(ask: Ask, agreement: Agreement): readonly Demanded[] {
  const sets = setsOf(ask, agreement);
  if (!sets) return NONE;
  const found: Demanded[] = [];
  for (const demand of demandsAbout(ask, agreement, 'precedent')) {
    const moment = demand.moment.name;
    const due = isMoment(moment) && ask.kind(demand.kind.name) ? dueEvent(agreement, moment) : undefined;
    if (!isMoment(moment) || !due) continue;
    found.push({ demand, moment, due, groups: groupsOf(ask, agreement, demand.kind.name, sets) });
  }
  return found;
}

/** The first event that is recorded of the moment's own and the later ones. */
function dueEvent(agreement: Agreement, moment: Moment): EventWord | undefined {
  const own = eventOf(moment);
  if (isRecorded(agreement, own)) return own;
  for (const later of laterThan(moment)) if (isRecorded(agreement, eventOf(later))) return eventOf(later);
  return undefined;
}

/** The sets of sides that a precedent is demanded for: the two, or each pair of more. Undefined for fewer, or where they are not known. */
function setsOf(ask: Ask, agreement: Agreement): readonly (readonly Side[])[] | undefined {
  const sides = sidesOf(ask, agreement);
  if (!sides || sides.length < 2) return undefined;
  return sides.length === 2 ? [sides] : pairs(sides);
}

function groupsOf(ask: Ask, agreement: Agreement, kind: string, sets: readonly (readonly Side[])[]): readonly Group[] {
  const only = sets.length === 1 ? sets[0] : undefined;
  return only ? [group(ask, agreement, kind, only)] : sets.map((set) => group(ask, agreement, kind, set));
}

function group(ask: Ask, agreement: Agreement, kind: string, sides: readonly Side[]): Group {
  const precedents = servingAgreements(ask, kind, sides, agreement);
  const unsure =
    precedents.length === 0 && (mayFollow(ask, agreement, kind) || mayBeServed(ask, kind, sides, agreement));
  return { sides, precedents, unsure };
}

/** How a precedent's dates stand to a moment of the agreement; undefined where the moment is not recorded, or its date is invalid. */
export function verdictOn(precedent: Agreement, agreement: Agreement, moment: Moment): Verdict | undefined {
  const due = eventOf(moment);
  const by = dating(agreement, due);
  if (!by) return undefined;
  const { order, events } = decision(precedent, by.date);
  const decisive = order === 'undated' || order === 'unknown' ? NONE : events;
  let first: Verdict | undefined;
  for (const event of decisive) {
    const told = dating(precedent, event);
    if (!told) continue;
    const decided = { event, date: told.date, claim: firstClaim(told) };
    const doubtful = restsOnDoubt(told, by, (date, limit) => orderOfDates(date, limit) === order);
    const verdict: Verdict = { order, decided, precedent, event: due, by, doubtful };
    // What is sure suffices.
    if (!doubtful) return verdict;
    first ??= verdict;
  }
  return first ?? { order, decided: undefined, precedent, event: due, by, doubtful: by.date.doubtful };
}

/** How a precedent that nothing demands stands to the agreement: by their signatures, or by the adoption of what is not signed. */
function verdictOnMaking(precedent: Agreement, agreement: Agreement): Verdict | undefined {
  const [its, own] = [madeOn(precedent), madeOn(agreement)];
  if (!its || !own || (its.event === 'signed' && own.event === 'signed'))
    return verdictOn(precedent, agreement, 'signature');
  const order = orderOfDates(its.told.date, own.told.date);
  const decided = { event: its.event, date: its.told.date, claim: firstClaim(its.told) };
  const doubtful = restsOnDoubt(its.told, own.told, (date, limit) => orderOfDates(date, limit) === order);
  return { order, decided, precedent, event: own.event, by: own.told, doubtful };
}

/** Whether what is to precede the moment was certainly made, or completed, after it, or after the agreement itself was made. */
export function isLate(precedent: Agreement, agreement: Agreement, moment: Moment): boolean {
  return (
    verdictOn(precedent, agreement, moment)?.order === 'late' || verdictOnMaking(precedent, agreement)?.order === 'late'
  );
}

function orderOfDates(date: AgreementDate, limit: AgreementDate): Order {
  return ORDERS[notLater(date, limit)];
}

interface Decision {
  readonly order: Order;
  /** What decides, each by itself. */
  readonly events: readonly ('signed' | 'completed')[];
}

const SIGNED = ['signed'] as const;
const COMPLETED = ['completed'] as const;
const BOTH = ['signed', 'completed'] as const;

/** Whoever has completed a precedent in time has signed it in time, whatever else is recorded. */
function decision(precedent: Agreement, moment: AgreementDate): Decision {
  const signed = orderOf(precedent, 'signed', moment);
  const completed = orderOf(precedent, 'completed', moment);
  for (const order of ['late', 'unknown'] as const) {
    if (signed === order) return { order, events: completed === order ? BOTH : SIGNED };
    if (completed === order) return { order, events: COMPLETED };
  }
  return completed === 'undated' ? { order: signed, events: SIGNED } : { order: completed, events: COMPLETED };
}

function orderOf(precedent: Agreement, event: EventWord, moment: AgreementDate): Order {
  const date = dateOf(precedent, event);
  if (date) return orderOfDates(date, moment);
  return isRecorded(precedent, event) ? 'unknown' : 'undated';
}

const ORDERS = { certain: 'in time', impossible: 'late', undetermined: 'open' } as const;

/** A judgement on the order of precedents: on a name in `follows`, or where none is named there, on a demand. */
export interface OrderFault {
  readonly order: 'late' | 'open' | 'undated';
  /** Where `follows` names the precedent; undefined where it does not. */
  readonly named: Followed['name'] | undefined;
  /** The demand it is about; undefined for what is only named. */
  readonly demand: PrecedentDemand | undefined;
  /** The precedents at fault, at least one. */
  readonly verdicts: readonly Verdict[];
  /** Whether all of it rests on doubtful dates: what is surely at fault between two sides is, whatever is told of others. */
  readonly doubtful: boolean;
}

/** Every precedent, demanded or named, that came too late or may have: each once. */
export function orderFaults(ask: Ask, agreement: Agreement): readonly OrderFault[] {
  if (agreement.follows.length === 0 && demandsAbout(ask, agreement, 'precedent').length === 0) return NONE;
  return ask.remember('faults of order', agreement, findFaults);
}

function findFaults(ask: Ask, agreement: Agreement): readonly OrderFault[] {
  const demanded = demandedPrecedents(ask, agreement);
  const named: OrderFault[] = [];
  for (const one of followed(ask, agreement)) {
    const its = faultOfNamed(ask, agreement, one, demanded);
    if (its) named.push(its);
  }
  const others: OrderFault[] = [];
  for (const one of demanded) others.push(...faultsOfDemand(agreement, one, named));
  return others.length ? [...named, ...others] : named;
}

function faultOfNamed(
  ask: Ask,
  agreement: Agreement,
  named: Followed,
  all: readonly Demanded[],
): OrderFault | undefined {
  const kind = named.precedent.kind?.name ?? '';
  const about = all.filter((d) => isOfKind(ask, kind, d.demand.kind.name));
  let open: { readonly demand: PrecedentDemand | undefined; readonly verdict: Verdict } | undefined;
  for (const { demand, moment } of about.length ? about : UNDEMANDED) {
    const verdict = moment
      ? verdictOn(named.precedent, agreement, moment)
      : verdictOnMaking(named.precedent, agreement);
    if (verdict?.order === 'late') return fault('late', named, { demand, verdict });
    if (verdict && isOpen(verdict.order)) open ??= { demand, verdict };
  }
  // What another precedent meets for sure needs no second one.
  if (!open || about.some((d) => d.demand === open.demand && isMetBeside(named.precedent, agreement, d)))
    return undefined;
  return fault(open.verdict.order as 'open' | 'undated', named, open);
}

const NONE: readonly never[] = [];
const UNDEMANDED = [{ demand: undefined, moment: undefined }] as const;

function fault(
  order: OrderFault['order'],
  named: Followed,
  { demand, verdict }: { demand: PrecedentDemand | undefined; verdict: Verdict },
): OrderFault {
  return { order, named: named.name, demand, verdicts: [verdict], doubtful: verdict.doubtful };
}

function isOpen(order: Order): order is 'open' | 'undated' {
  return order === 'open' || order === 'undated';
}

/** Whether everything the precedent serves is served in time by others as well. */
function isMetBeside(precedent: Agreement, agreement: Agreement, { groups, moment }: Demanded): boolean {
  const own = groups.filter((g) => g.precedents.includes(precedent));
  return (
    own.length > 0 &&
    own.every((g) => g.precedents.some((p) => p !== precedent && verdictOn(p, agreement, moment)?.order === 'in time'))
  );
}

function faultsOfDemand(
  agreement: Agreement,
  { demand, moment, groups }: Demanded,
  named: readonly OrderFault[],
): readonly OrderFault[] {
  const unsettled: (readonly Verdict[])[] = [];
  for (const { precedents } of groups) {
    const verdicts = unsettledBy(precedents, agreement, moment);
    if (verdicts.length > 0) unsettled.push(verdicts);
  }
  if (unsettled.length === 0) return NONE;
  const reported = new Set(named.map((fault) => fault.verdicts[0]?.precedent));
  const late = new AtFault();
  const open = new AtFault();
  for (const verdicts of unsettled) {
    const vague = verdicts.filter((v) => isOpen(v.order));
    const [into, at] = vague.length ? [open, vague] : [late, verdicts];
    if (!at.some((v) => reported.has(v.precedent))) into.add(at);
  }
  const faults: OrderFault[] = [];
  if (late.verdicts.length) faults.push({ order: 'late', named: undefined, demand, ...late.all });
  const order = open.verdicts.some((v) => v.order === 'open') ? 'open' : 'undated';
  if (open.verdicts.length) faults.push({ order, named: undefined, demand, ...open.all });
  return faults;
}

/** The verdicts on several groups of sides, each precedent once. */
class AtFault {
  readonly verdicts: Verdict[] = [];
  private doubtful = true;

  add(group: readonly Verdict[]): void {
    if (group.every((v) => !v.doubtful)) this.doubtful = false;
    for (const one of group) {
      if (!this.verdicts.some(({ precedent }) => precedent === one.precedent)) this.verdicts.push(one);
    }
  }

  get all(): Pick<OrderFault, 'verdicts' | 'doubtful'> {
    return { verdicts: this.verdicts, doubtful: this.doubtful };
  }
}

/** How the precedents of a group stand, where none of them may be in time for sure; else nothing. */
function unsettledBy(precedents: readonly Agreement[], agreement: Agreement, moment: Moment): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const precedent of precedents) {
    const verdict = verdictOn(precedent, agreement, moment);
    if (verdict?.order === 'in time' || verdict?.order === 'unknown') return NONE;
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
}
