import { type AgreementDate, overlap, rangeDate } from '../dates/index.ts';
import type { Agreement, Jurisdiction, Membership, Name, Party } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { dateOf } from './chronology.ts';
import { isRepeated } from './known.ts';

const NONE: readonly never[] = [];
/** Up to so many names a list is searched faster than a map. */
const FEW = 8;

/** One side of an agreement: the parties that act for the same set of jurisdictions, or one party that acts for none. */
export interface Side<P extends Called = Name> {
  /** Equal for equal sides: the sorted jurisdictions, or `@` and the party's name. */
  readonly key: string;
  /** Sorted; empty for a party without any. */
  readonly jurisdictions: readonly string[];
  /** The names in `between` that are this side. */
  readonly parties: readonly P[];
}

/** What has a name. */
interface Called {
  readonly name: string;
}

/**
 * The names a name stands for as a side: `[US]` for CBP and for US; `[@WCO]` for a party that acts for no jurisdiction. Undefined where the
 * name, or a jurisdiction it acts for, is unknown, doubled or of another type.
 */
export function atomsOf(ask: Ask, name: string): readonly string[] | undefined {
  return ask.remember('atoms', name, atomsFor);
}

function atomsFor(ask: Ask, name: string): readonly string[] | undefined {
  const actor = ask.lookup(name);
  if (actor?.type === 'jurisdiction') return [name];
  if (actor?.type !== 'party') return undefined;
  if (actor.of.some((list) => list.isCutShort)) return undefined;
  const of = jurisdictionsOf(actor);
  if (of.length === 0) return actor.isCutShort ? undefined : [`@${name}`];
  return of.every((j) => ask.lookup(j)?.type === 'jurisdiction') ? of : undefined;
}

/** The jurisdictions a party acts for, sorted, each once. */
export function jurisdictionsOf(party: Party): readonly string[] {
  if (party.of.length === 0) return [];
  return [...new Set(party.of.flatMap((list) => list.names.map((n) => n.name)))].sort();
}

/** The sides that some names make up. Undefined where one of the names is unknown: then nothing about the sides can be said. */
export function sidesOfNames<P extends Called>(ask: Ask, names: readonly P[]): readonly Side<P>[] | undefined {
  const sides: { key: string; jurisdictions: readonly string[]; parties: P[] }[] = [];
  const byKey = names.length > FEW ? new Map<string, (typeof sides)[number]>() : undefined;
  for (const name of names) {
    const atoms = atomsOf(ask, name.name);
    if (!atoms) return undefined;
    const first = atoms[0] as string;
    const key = atoms.length === 1 ? first : atoms.join(' ');
    const known = byKey ? byKey.get(key) : sideWith(sides, key);
    if (known) {
      known.parties.push(name);
      continue;
    }
    const side = { key, jurisdictions: first.startsWith('@') ? NONE : atoms, parties: [name] };
    sides.push(side);
    byKey?.set(key, side);
  }
  return sides;
}

/** The sides of an agreement; undefined where its parties are absent, stated twice, or not all known. */
export function sidesOf(ask: Ask, agreement: Agreement): readonly Side[] | undefined {
  const { between } = agreement;
  if (!between || between.isCutShort || isRepeated(agreement, 'between')) return undefined;
  return ask.remember('sides', agreement, sidesFrom);
}

function sidesFrom(ask: Ask, { between }: Agreement): readonly Side[] | undefined {
  return between && sidesOfNames(ask, between.names);
}

/** The side's atoms: its jurisdictions, or its own key where it has none. */
export function atoms(side: Pick<Side, 'key' | 'jurisdictions'>): readonly string[] {
  return side.jurisdictions.length ? side.jurisdictions : [side.key];
}

/** What a side is called in a sentence: its parties' names. */
export function sideName({ parties }: Side): string {
  const only = parties.length === 1 ? parties[0] : undefined;
  return only ? only.name : [...new Set(parties.map((p) => p.name))].join(' and ');
}

/** Whether a membership may hold on some day of `date`; a membership or a date that is unknown may always. */
export function mayHold(membership: Membership, date: AgreementDate | undefined): boolean {
  if (!date) return true;
  const from = membership.from?.date?.min ?? Number.NEGATIVE_INFINITY;
  const to = membership.to?.date?.max ?? Number.POSITIVE_INFINITY;
  return from <= to && overlap(rangeDate(from, to), date);
}

/** The jurisdictions that have this one as a member on some day of `on` (undefined: ever). */
export function unionsOf(ask: Ask, jurisdiction: string, on?: AgreementDate): readonly string[] {
  return ask
    .users('members', jurisdiction)
    .filter(
      (u): u is Jurisdiction =>
        u.type === 'jurisdiction' &&
        u.members.some((m) => mayHold(m, on) && m.names.some((n) => n.name === jurisdiction)),
    )
    .map((u) => u.name.name);
}

/** The atoms that came before this one: jurisdictions that were succeeded by it, parties (`@NAME`) that it succeeds. */
export function predecessorsOf(ask: Ask, atom: string): readonly string[] {
  if (!atom.startsWith('@')) return ask.users('succeeded-by', atom).map((d) => d.name.name);
  const party = ask.lookup(atom.slice(1));
  if (party?.type !== 'party') return [];
  return party.succeeds.flatMap((list) => list.names.flatMap((n) => atomsOf(ask, n.name) ?? []));
}

/** The parties and jurisdictions that came before a party, however far back, each by its atoms. */
function precursors(ask: Ask, name: string): readonly (readonly string[])[] {
  return ask.remember('precursors', name, before);
}

function before(ask: Ask, name: string): readonly (readonly string[])[] {
  const found = [name];
  for (let i = 0; i < found.length; i++) {
    const party = ask.lookup(found[i] as string);
    const earlier = party?.type === 'party' ? party.succeeds.flatMap((list) => list.names.map((n) => n.name)) : [];
    for (const other of earlier) if (!found.includes(other)) found.push(other);
  }
  return found.slice(1).flatMap((other) => {
    const its = atomsOf(ask, other);
    return its ? [its] : [];
  });
}

/** The atom, and those that stand for it: unions it is a member of on some day of `on` (undefined: ever), and predecessors, each once. */
export function standIns(ask: Ask, atom: string, on?: AgreementDate): readonly string[] {
  return on ? standingFor(ask, atom, on) : ask.remember('stand-ins', atom, standingFor);
}

function standingFor(ask: Ask, atom: string, on?: AgreementDate): readonly string[] {
  const found = [atom];
  for (let i = 0; i < found.length; i++) {
    const next = found[i] as string;
    const above = next.startsWith('@') ? [] : unionsOf(ask, next, on);
    for (const other of [...above, ...predecessorsOf(ask, next)]) if (!found.includes(other)) found.push(other);
  }
  return found;
}

/** The atoms under which an agreement that serves the side may be recorded: its own first, unions it was ever in, and predecessors. */
export function servedThrough(ask: Ask, side: Side): readonly string[] {
  const party = side.parties.length === 1 ? side.parties[0] : undefined;
  if (party) return ask.remember('served through', party.name, throughParty);
  return throughAtoms(ask, atoms(side), side.parties);
}

/** Which side a party is alone rests on its name. */
function throughParty(ask: Ask, name: string): readonly string[] {
  return throughAtoms(ask, atomsOf(ask, name) ?? NONE, [{ name }]);
}

function throughAtoms(ask: Ask, own: readonly string[], parties: readonly Called[]): readonly string[] {
  const first = standIns(ask, own[0] as string);
  const before = parties.flatMap((party) => precursors(ask, party.name).map((its) => its[0] as string));
  return before.length === 0 ? first : [...new Set([...first, ...before.flatMap((atom) => standIns(ask, atom))])];
}

/** Whether the side `wide` of an agreement signed on `signed` stands for every atom of the side `narrow`, or for a predecessor of it. */
export function covers(ask: Ask, wide: Side, narrow: Side, signed: AgreementDate | undefined): boolean {
  const held = atoms(wide);
  const stands = (all: readonly string[]): boolean =>
    all.every((atom) => held.includes(atom) || standIns(ask, atom, signed).some((other) => held.includes(other)));
  return stands(atoms(narrow)) || narrow.parties.some((party) => precursors(ask, party.name).some(stands));
}

/** Whether an agreement serves a set of sides: each of them through a side of its own, no two through the same one. */
export function serves(ask: Ask, agreement: Agreement, sides: readonly Side[]): boolean {
  const own = sidesOf(ask, agreement);
  if (!own || own.length < sides.length) return false;
  // The very same sides, as nearly always: each serves itself.
  if (areAmong(own, sides)) return true;
  const signed = dateOf(agreement, 'signed');
  const choices = sides.map((side) => own.flatMap((o, i) => (covers(ask, o, side, signed) ? [i] : [])));
  return canMatch(choices);
}

function areAmong(sides: readonly Side[], wanted: readonly Side[]): boolean {
  for (const { key } of wanted) if (!sideWith(sides, key)) return false;
  return true;
}

function sideWith<S extends Pick<Side, 'key'>>(sides: readonly S[], key: string): S | undefined {
  for (const side of sides) if (side.key === key) return side;
  return undefined;
}

/** Whether each list can give a number of its own (a bipartite matching, by augmenting paths). */
function canMatch(choices: readonly (readonly number[])[]): boolean {
  const takenBy = new Map<number, number>();
  const place = (i: number, tried: Set<number>): boolean =>
    (choices[i] ?? []).some((c) => {
      if (tried.has(c)) return false;
      tried.add(c);
      const other = takenBy.get(c);
      if (other !== undefined && !place(other, tried)) return false;
      takenBy.set(c, i);
      return true;
    });
  return choices.every((_, i) => place(i, new Set()));
}

/** Whether a name in `for` or among the bearers means a party of the agreement: by its own name, or by its jurisdiction. */
export function isPartyOf(ask: Ask, agreement: Agreement, name: string): boolean {
  const names = agreement.between?.names ?? [];
  if (names.some((n) => n.name === name)) return true;
  return names.some((n) => atomsOf(ask, n.name)?.includes(name));
}

/** What a party in a part of an agreement may be called: by that name, by its jurisdictions, or by those of the agreement's parties that it means. */
export function calledIn(ask: Ask, agreement: Agreement, name: string): readonly string[] {
  const parties = agreement.between?.names.map((n) => n.name) ?? NONE;
  const meant = parties.filter((party) => party !== name && (atomsOf(ask, party)?.includes(name) ?? false));
  return [name, ...(atomsOf(ask, name) ?? NONE), ...meant];
}

/** The side a name acts for: with the same jurisdictions, or some of them. Undefined where it acts for none of the sides. */
export function sideOf(ask: Ask, sides: readonly Side[], name: string): Side | undefined {
  const own = atomsOf(ask, name);
  if (!own) return undefined;
  return sides.find((s) => own.every((a) => atoms(s).includes(a)));
}
