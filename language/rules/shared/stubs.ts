import type { Declaration, DeclarationType, Role } from '../../records/model.ts';
import { TARGETS } from '../../register/roles.ts';

/** What a name of that role is declared as where nothing declares it: the first of what fits, but for ISO codes, which are jurisdictions. */
export function typeToDeclare(role: Role, name: string): DeclarationType {
  if (role === 'waiver-subject') return 'party';
  const fitting = TARGETS[role];
  if (fitting.includes('jurisdiction') && /^[A-Z]{2}$/.test(name)) return 'jurisdiction';
  return fitting[0] as DeclarationType;
}

/** A declaration of that name in the language's shape, to be filled in; it says what the one who uses the name already tells of it. */
export function stub(role: Role, name: string, user: Declaration): string {
  const type = typeToDeclare(role, name);
  const lines = type === 'agreement' ? agreementLines(user) : [];
  const kind = type === 'agreement' ? ' : Arrangement' : '';
  return [`${type} ${name}${kind} "${name}" {`, ...lines.map((line) => `    ${line}`), '}'].join('\n');
}

/** An agreement that another one names has the same parties more often than not. */
function agreementLines(user: Declaration): readonly string[] {
  const names = user.type === 'agreement' ? (user.between?.names ?? []) : [];
  const parties = names.map((n) => n.name);
  if (parties.length < 2) return parties.map((party) => `between ${party}`);
  return [`between ${parties.slice(0, -1).join(', ')} and ${parties.at(-1)}`];
}
