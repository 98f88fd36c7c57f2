import type { AgreementDate } from '../../language/dates/index.ts';
import type { Agreement, Declaration, Program, Role } from '../../language/records/model.ts';
import type { Ask } from '../../language/register/ask.ts';
import { dating } from '../../language/register/chronology.ts';
import { demandsOf } from '../../language/register/kinds.ts';
import { kindOf } from '../../language/register/known.ts';
import { countryOf } from '../../language/register/locodes.ts';
import { servingAgreements } from '../../language/register/precedents.ts';
import { actorsOf } from '../../language/register/programs.ts';
import { atomsOf, type Side, sidesOf, sidesOfNames, standIns } from '../../language/register/sides.ts';
import type { Place } from './place.ts';

/** The names that fit a place best, the best first. `only`: no others fit. */
export interface Fitting {
  readonly names: readonly string[];
  readonly only?: true;
  /** Where the names are not listed: whether a declaration fits best. */
  readonly test?: (declaration: Declaration) => boolean;
}

const NONE: Fitting = { names: [] };

/** What fits a role at a place better than everything else of the right type. */
export function fitting(place: Place, role: Role): Fitting {
  const { declaration, ask } = place;
  if (declaration?.type === 'agreement') return inAgreement(ask, declaration, role);
  if (declaration?.type === 'program') return inProgram(declaration, role);
  return NONE;
}

function inAgreement(ask: Ask, agreement: Agreement, role: Role): Fitting {
  switch (role) {
    case 'for':
      return scopes(ask, agreement);
    case 'bearer':
      return bound(ask, agreement);
    case 'toward':
    case 'signatory':
      return { names: actors(ask, agreement) };
    case 'ports':
    case 'at':
      return { names: [], test: isPortIn(ask, agreement) };
    case 'follows':
      return { names: precedents(ask, agreement) };
    case 'amends':
    case 'supersedes':
      return { names: ofSameKind(ask, agreement) };
    case 'recognizes':
    case 'under':
      return { names: programs(ask, agreement) };
    case 'cites':
      return { names: agreement.names.filter((n) => n.role === 'cites').map((n) => n.name) };
    default:
      return NONE;
  }
}

/** The sides, as far as the parties are known and written. */
function knownSides(ask: Ask, agreement: Agreement): readonly Side[] {
  const names = agreement.between?.names.filter(({ name }) => atomsOf(ask, name)) ?? [];
  return sidesOf(ask, agreement) ?? sidesOfNames(ask, names) ?? [];
}

/** Whoever may be bound: the parties, and others that act for their sides. Where the parties are not known nobody can tell. */
function bound(ask: Ask, agreement: Agreement): Fitting {
  const names = actors(ask, agreement);
  return sidesOf(ask, agreement) ? { names, only: true } : { names };
}

/** `for` names parties as `between` does, or by their jurisdictions; who else acts for these is no party. */
function scopes(ask: Ask, agreement: Agreement): Fitting {
  const parties = agreement.between?.names.map((n) => n.name) ?? [];
  const names = [...parties, ...parties.flatMap((name) => atomsOf(ask, name) ?? [])];
  return sidesOf(ask, agreement) ? { names, only: true } : { names };
}

function actors(ask: Ask, agreement: Agreement): readonly string[] {
  const parties = agreement.between?.names.map((n) => n.name) ?? [];
  const sides = knownSides(ask, agreement);
  return [...parties, ...sides.flatMap((side) => side.jurisdictions), ...sides.flatMap((s) => actorsOf(ask, s))];
}

/** Whether a port lies in the sides’ jurisdictions, or in those they took in on the day of signature. */
function isPortIn(ask: Ask, agreement: Agreement): (declaration: Declaration) => boolean {
  const sides = knownSides(ask, agreement);
  const signed = dating(agreement, 'signed')?.date;
  const places = new Set(sides.flatMap((s) => s.jurisdictions.flatMap((j) => [j, ...within(ask, j, signed)])));
  return (port) =>
    port.type === 'port' &&
    (port.of.some((list) => list.names.some((n) => places.has(n.name))) ||
      (port.locode !== undefined && places.has(countryOf(port.locode.name))));
}

/** The members that a union had on the day, and the parts of a state. */
function within(ask: Ask, whole: string, on: AgreementDate | undefined): readonly string[] {
  const union = ask.lookup(whole);
  const members = union?.type === 'jurisdiction' ? union.members.flatMap((list) => list.names.map((n) => n.name)) : [];
  const parts = ask.users('part-of', whole).map((d) => d.name.name);
  return [...members.filter((m) => standIns(ask, m, on).includes(whole)), ...parts];
}

/** The agreements that prepare this one: those of demanded kinds first, then whatever else serves the same sides. */
function precedents(ask: Ask, agreement: Agreement): readonly string[] {
  const sides = knownSides(ask, agreement);
  const kind = kindOf(ask, agreement);
  if (!kind) return between(ask, agreement, sides);
  const demanded = demandsOf(ask, kind).flatMap((d) => (d.about === 'precedent' ? [d.kind.name] : []));
  const serving = demanded.flatMap((name) => servingAgreements(ask, name, sides, agreement));
  return [...serving.map((one) => one.name.name), ...between(ask, agreement, sides)];
}

function ofSameKind(ask: Ask, agreement: Agreement): readonly string[] {
  const sides = knownSides(ask, agreement);
  const kind = agreement.kind?.name;
  const same = kind ? servingAgreements(ask, kind, sides, agreement) : [];
  return [...same.map((one) => one.name.name), ...between(ask, agreement, sides)];
}

/** The agreements that name a party, or a jurisdiction, of each of the sides. */
function between(ask: Ask, agreement: Agreement, sides: readonly Side[]): readonly string[] {
  if (sides.length < 2) return [];
  const [first, ...others] = sides.map((side) => new Set(named(ask, side)));
  const all = [...(first ?? [])].filter((one) => others.every((other) => other.has(one)));
  return all.filter((one) => one !== agreement).map((one) => one.name.name);
}

function named(ask: Ask, side: Side): readonly Declaration[] {
  return actorsOf(ask, side).flatMap((name) => ask.users('between', name));
}

function programs(ask: Ask, agreement: Agreement): readonly string[] {
  const run = knownSides(ask, agreement).flatMap((side) =>
    actorsOf(ask, side).flatMap((name) => ask.users('run-by', name)),
  );
  return run.map((program) => program.name.name);
}

function inProgram({ runBy, partners, beneficiaries, names }: Program, role: Role): Fitting {
  if (role === 'cites') return { names: names.filter((n) => n.role === 'cites').map((n) => n.name) };
  if (role !== 'bearer' && role !== 'toward') return NONE;
  const lists = [...(runBy ? [runBy] : []), ...partners, ...beneficiaries];
  return { names: lists.flatMap((list) => list.names.map((n) => n.name)) };
}
