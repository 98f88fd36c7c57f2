import type { DeclarationType, Role } from '../../records/model.ts';
import { TARGETS } from '../../register/roles.ts';
import { inWords } from './phrases.ts';

/** What a name of that role is declared as where nothing declares it: the first of what fits, but for ISO codes, which are jurisdictions. */
export function typeToDeclare(role: Role, name: string): DeclarationType {
  if (role === 'waiver-subject') return 'party';
  const fitting = TARGETS[role];
  if (fitting.includes('jurisdiction') && /^[A-Z]{2}$/.test(name)) return 'jurisdiction';
  return fitting[0] as DeclarationType;
}

/** A declaration of that name in the language's shape, to be filled in. An agreement gets `parties`, as far as they are known. */
export function stub(role: Role, name: string, parties: readonly string[]): string {
  const type = typeToDeclare(role, name);
  const lines = type === 'agreement' && parties.length ? [`between ${inWords(parties)}`] : [];
  const kind = type === 'agreement' ? ' : Arrangement' : '';
  return [`${type} ${name}${kind} "${name}" {`, ...lines.map((line) => `    ${line}`), '}'].join('\n');
}
