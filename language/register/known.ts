import type { Declaration, Jurisdiction, Kind, Obligation, Party, Program } from '../records/model.ts';
import { isWordOf, JURISDICTION_TYPES, PARTY_TYPES, PROGRAM_TYPES } from '../vocabulary.ts';
import type { Ask, InBrief } from './ask.ts';

/** An answer about records that may be faulty themselves: what is unresolved, doubled or invalid is unknown. */
export type Knowledge = 'yes' | 'no' | 'unknown';

/** Whether a statement that may stand once stands again: then what it says is unknown. */
export function isRepeated(record: Pick<Declaration | Obligation, 'repeated'>, word: string): boolean {
  return record.repeated.length > 0 && record.repeated.some((r) => r.word === word);
}

/** Whether another declaration has the same name: then what the name means is unknown. */
export function isDoubled(ask: Ask, declaration: Declaration): boolean {
  const { name } = declaration.name;
  return declaration.type === 'kind' ? ask.kindsNamed(name).length > 1 : ask.isDoubled(name);
}

/** Whether it is the same declaration, at the same place of the same file. */
export function isSame(a: Pick<Declaration, 'uri' | 'start'>, b: Pick<Declaration, 'uri' | 'start'>): boolean {
  return a.start === b.start && a.uri === b.uri;
}

/** The agreement's kind; undefined where it has none or it is unknown. */
export function kindOf(ask: Ask, agreement: Pick<InBrief, 'kind'>): Kind | undefined {
  return agreement.kind && ask.kind(agreement.kind.name);
}

const TYPES = { party: PARTY_TYPES, program: PROGRAM_TYPES, jurisdiction: JURISDICTION_TYPES } as const;

/** Whether the declaration states one of the types. Unknown where its types stand twice, or one of them is no type at all. */
export function statesType(of: Party | Program | Jurisdiction, wanted: readonly string[]): Knowledge {
  if (isRepeated(of, 'type')) return 'unknown';
  let otherwise: Knowledge = of.type !== 'jurisdiction' && of.isCutShort ? 'unknown' : 'no';
  for (const { words, isCutShort } of of.types) {
    if (isCutShort) otherwise = 'unknown';
    for (const { name } of words) {
      if (wanted.includes(name)) return 'yes';
      if (!isWordOf(TYPES[of.type], name)) otherwise = 'unknown';
    }
  }
  return otherwise;
}
