import type { Declaration, Jurisdiction, Kind, Obligation, Party, Program } from '../records/model.ts';
import { isWordOf, JURISDICTION_TYPES, PARTY_TYPES, PROGRAM_TYPES } from '../vocabulary.ts';
import type { Ask, InBrief } from './ask.ts';

/** An answer about records that may be faulty themselves: what is unresolved, doubled or invalid is unknown. */
export type Knowledge = 'yes' | 'no' | 'unknown';

/** Whether a statement that may stand once stands again: then what it says is unknown. */
export function isRepeated(record: Pick<Declaration | Obligation, 'repeated'>, word: string): boolean {
  return record.repeated.some((r) => r.word === word);
}

/** Whether another declaration has the same name: then what the name means is unknown. */
export function isDoubled(ask: Ask, declaration: Declaration): boolean {
  const { name } = declaration.name;
  return (declaration.type === 'kind' ? ask.kindsNamed(name) : ask.declared(name)).length > 1;
}

/** Whether it is the same declaration, at the same place of the same file. */
export function isSame(a: Pick<Declaration, 'uri' | 'start'>, b: Pick<Declaration, 'uri' | 'start'>): boolean {
  return a.uri === b.uri && a.start === b.start;
}

/** The agreement's kind; undefined where it has none or it is unknown. */
export function kindOf(ask: Ask, agreement: Pick<InBrief, 'kind'>): Kind | undefined {
  return agreement.kind && ask.kind(agreement.kind.name);
}

const TYPES = { party: PARTY_TYPES, program: PROGRAM_TYPES, jurisdiction: JURISDICTION_TYPES } as const;

/** Whether the declaration states one of the types. Unknown where its types stand twice, or one of them is no type at all. */
export function statesType(of: Party | Program | Jurisdiction, wanted: readonly string[]): Knowledge {
  const stated = of.types.flatMap((list) => list.words.map((word) => word.name));
  if (isRepeated(of, 'type')) return 'unknown';
  if (stated.some((type) => wanted.includes(type))) return 'yes';
  if (of.types.some((list) => list.isCutShort)) return 'unknown';
  return stated.some((type) => !isWordOf(TYPES[of.type], type)) ? 'unknown' : 'no';
}
