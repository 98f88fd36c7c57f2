import type { Agreement, Declaration } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { claims } from '../register/chronology.ts';
import { demandsOf, type HeldDemand } from '../register/kinds.ts';
import { type Knowledge, kindOf } from '../register/known.ts';
import { eventOf, isMoment, laterThan, type Moment } from '../register/moments.ts';
import { type Demanded, demandedPrecedents, type Group, verdictOn } from '../register/precedence.ts';
import { programsOf, runsProgram } from '../register/programs.ts';
import { type Side, sideName, sidesOf } from '../register/sides.ts';
import { countSides, distinctParties, isOfDemandedType, isOfNumber, isStated } from './demanded.ts';

/** What comes of a demand: `undetermined` where the dates or faulty records do not tell, `not due` before the moment it is about. */
export type DemandState = 'met' | 'unmet' | 'undetermined' | 'not due';

/** A demand of an agreement's kind, and what is on record for it. */
export interface Standing {
  readonly demand: HeldDemand;
  readonly state: DemandState;
  /** The precedents or programs that are on record for it, whether or not they meet it. */
  readonly records: readonly Declaration[];
  /** The parties, or sides, for which it is not surely met, by name. Empty where it is not about each of them. */
  readonly lacking: readonly string[];
}

/** The demands that the agreement's kind makes, inherited ones included, each with what is on record. Empty where its kind is not known. */
export function standingsOf(ask: Ask, agreement: Agreement): readonly Standing[] {
  const kind = kindOf(ask, agreement);
  return kind ? demandsOf(ask, kind).map((demand) => standing(ask, agreement, demand)) : [];
}

function standing(ask: Ask, agreement: Agreement, demand: HeldDemand): Standing {
  switch (demand.about) {
    case 'party-count': {
      const count = countSides(ask, agreement);
      return plain(demand, count ? isOfNumber(demand, count) : 'unknown');
    }
    case 'party-types': {
      const parties = distinctParties(agreement).map(({ name }) => ({
        name,
        is: isOfDemandedType(ask, demand, name),
      }));
      return { demand, records: [], ...together(parties) };
    }
    case 'program': {
      const type = demand.programType.name;
      const sides = sidesOf(ask, agreement) ?? [];
      const records = [...new Set(sides.flatMap((side) => programsOf(ask, side, type)))];
      const each = sides.map((side) => ({
        name: sideName(side),
        is: runsProgram(ask, agreement, side, type),
      }));
      return { demand, records, ...together(each) };
    }
    case 'precedent':
      return precedent(ask, agreement, demand);
    case 'statement':
      return plain(demand, isStated(ask, agreement, demand));
  }
}

const STATES = { yes: 'met', no: 'unmet', unknown: 'undetermined' } as const;

function plain(demand: HeldDemand, is: Knowledge): Standing {
  return { demand, state: STATES[is], records: [], lacking: [] };
}

/** What holds of each of several is met where it is met for all of them. */
function together(
  each: readonly { readonly name: string; readonly is: Knowledge }[],
): Pick<Standing, 'state' | 'lacking'> {
  const all = each.map(({ is }) => is);
  const is = all.includes('no') ? 'no' : all.length === 0 || all.includes('unknown') ? 'unknown' : 'yes';
  return {
    state: STATES[is],
    lacking: each.filter((one) => one.is !== 'yes').map(({ name }) => name),
  };
}

function precedent(
  ask: Ask,
  agreement: Agreement,
  demand: Extract<HeldDemand, { readonly about: 'precedent' }>,
): Standing {
  const due = demandedPrecedents(ask, agreement).find((one) => one.demand === demand);
  if (!due)
    return {
      demand,
      state: isToCome(agreement, demand.moment.name) ? 'not due' : 'undetermined',
      records: [],
      lacking: [],
    };
  const each = due.groups.map((group) => ({
    name: between(group.sides),
    is: inTime(agreement, due, group),
  }));
  const records = [...new Set(due.groups.flatMap(({ precedents }) => precedents))];
  return { demand, records, ...together(each) };
}

/** Whether neither the moment nor a later one is recorded. */
function isToCome(agreement: Agreement, moment: string): boolean {
  return isMoment(moment) && ![moment, ...laterThan(moment)].some((one) => isRecorded(agreement, one));
}

function between(sides: readonly Side[]): string {
  return sides.map(sideName).join(' and ');
}

function inTime(agreement: Agreement, { moment }: Demanded, { precedents, unsure }: Group): Knowledge {
  if (precedents.length === 0) return unsure ? 'unknown' : 'no';
  // Where only a later moment is recorded, a precedent that is there is enough.
  if (!isRecorded(agreement, moment)) return 'yes';
  const orders = precedents.map((one) => verdictOn(one, agreement, moment)?.order ?? 'unknown');
  if (orders.includes('in time')) return 'yes';
  return orders.every((order) => order === 'late') ? 'no' : 'unknown';
}

function isRecorded(agreement: Agreement, moment: Moment): boolean {
  return claims(agreement, eventOf(moment)).length > 0;
}
