import type { Agreement, Demand, Kind, Name, Span, Strength, Word } from '../records/model.ts';
import type { Ask } from './ask.ts';

/** A demand as it holds for a kind, inherited ones included. `of` is the kind that states it. */
export type HeldDemand = { readonly strength: Strength; readonly span: Span; readonly of: Kind } & (
  | { readonly about: 'party-count'; readonly min: number; readonly max: number }
  | { readonly about: 'party-types'; readonly types: readonly Word[]; readonly names: readonly string[] }
  | { readonly about: 'program'; readonly programType: Word }
  | { readonly about: 'precedent'; readonly kind: Name; readonly moment: Word }
  | { readonly about: 'statement'; readonly word: Word }
);

/** The kind and those it specializes, nearest first. A circle ends where it closes; an unknown base ends the line. */
export function lineage(ask: Ask, kind: Kind): readonly Kind[] {
  return ask.remember('lineage', topicOf(ask, kind), () => lineFrom(ask, kind));
}

function lineFrom(ask: Ask, kind: Kind): readonly Kind[] {
  const line: Kind[] = [];
  for (let next: Kind | undefined = kind; next && !line.includes(next); ) {
    line.push(next);
    next = next.base && ask.kind(next.base.name);
  }
  return line;
}

/** Whether agreements of kind `name` are of kind `ancestor`: the same, or one that specializes it. */
export function isOfKind(ask: Ask, name: string, ancestor: string): boolean {
  if (name === ancestor) return true;
  const kind = ask.kind(name);
  return kind !== undefined && lineage(ask, kind).some((k) => k.name.name === ancestor);
}

/** The kind's name and the names of all kinds that specialize it, directly or not. */
export function specializations(ask: Ask, name: string): readonly string[] {
  return ask.remember('specializations', name, specializing);
}

function specializing(ask: Ask, name: string): readonly string[] {
  const found = [name];
  for (let i = 0; i < found.length; i++) {
    for (const user of ask.users('base', found[i] as string)) {
      if (!found.includes(user.name.name)) found.push(user.name.name);
    }
  }
  return found;
}

/** What the kind demands: its own demands, and those it inherits and does not replace by one about the same thing. */
export function demandsOf(ask: Ask, kind: Kind): readonly HeldDemand[] {
  return ask.remember('demands', topicOf(ask, kind), () => heldBy(ask, kind));
}

/** The demands of one sort that the agreement's kind makes; none where its kind is not known. */
export function demandsAbout<About extends HeldDemand['about']>(
  ask: Ask,
  agreement: Pick<Agreement, 'kind'>,
  about: About,
): readonly Extract<HeldDemand, { readonly about: About }>[] {
  const kind = agreement.kind?.name;
  if (kind === undefined) return NONE;
  const all = ask.remember('demands by subject', kind, bySubject)[about] ?? NONE;
  return all as readonly Extract<HeldDemand, { readonly about: About }>[];
}

type BySubject = Partial<Record<HeldDemand['about'], HeldDemand[]>>;

function bySubject(ask: Ask, name: string): BySubject {
  const kind = ask.kind(name);
  const found: BySubject = {};
  for (const demand of kind ? demandsOf(ask, kind) : NONE) {
    const group = found[demand.about] ?? [];
    found[demand.about] = group;
    group.push(demand);
  }
  return found;
}

const NONE: readonly never[] = [];

/** What an answer about a kind is kept under: its name, for all files, where it is the only one of that name. */
function topicOf(ask: Ask, kind: Kind): string | Kind {
  return ask.kind(kind.name.name) === kind ? kind.name.name : kind;
}

function heldBy(ask: Ask, kind: Kind): readonly HeldDemand[] {
  const held: HeldDemand[] = [];
  const said = new Set<string>();
  for (const of of lineage(ask, kind)) {
    const own = of.demands.flatMap((demand) => parts(demand, of));
    for (const demand of own) if (!said.has(thing(demand))) held.push(demand);
    for (const demand of own) said.add(thing(demand));
  }
  return held;
}

/** A demand on parties is two: on their number, and on their types, each inherited by itself. */
function parts(demand: Demand, of: Kind): HeldDemand[] {
  const { strength } = demand;
  const span = { start: demand.start, end: demand.end };
  if (demand.about !== 'parties') return [{ ...demand, span, of }];
  const count: HeldDemand = { strength, span, of, about: 'party-count', min: demand.min, max: demand.max };
  const { types } = demand;
  const names = types.map(({ name }) => name);
  return types.length ? [count, { strength, span, of, about: 'party-types', types, names }] : [count];
}

function thing(demand: HeldDemand): string {
  switch (demand.about) {
    case 'party-count':
    case 'party-types':
      return demand.about;
    case 'program':
      return `program ${demand.programType.name}`;
    case 'precedent':
      return `precedent ${demand.kind.name} ${demand.moment.name}`;
    case 'statement':
      return `statement ${demand.word.name}`;
  }
}

/** Whether agreements of the kind bind, as it or the nearest kind it specializes says; undefined where none says. */
export function bindingOf(ask: Ask, kind: Kind): boolean | undefined {
  return lineage(ask, kind).find((k) => k.binding)?.binding?.value;
}
