import type { Declaration, FileRecords, Role } from '../records/model.ts';
import { add, drop } from './lists.ts';
import { namespacesOf, TARGETS } from './roles.ts';

type ByName = Map<string, Declaration[]>;

/**
 * The roles in which agreements use names by the hundred thousand, while rules seldom ask who does. They are looked through when somebody
 * asks for the first time, and kept up from then on.
 */
const SELDOM: ReadonlySet<Role> = new Set<Role>([
  'kind',
  'between',
  'for',
  'signatory',
  'at',
  'ports',
  'follows',
  'recognizes',
  'bearer',
  'toward',
  'cites',
]);

const ROLES = Object.keys(TARGETS) as Role[];
const NONE: readonly never[] = [];

/** Which declarations use a name, by the role in which they do. */
export class Uses {
  private readonly byRole = new Map<Role, ByName>();
  private readonly files: ReadonlyMap<string, FileRecords>;
  private readonly changes: boolean;
  /** Every name that something else than its own declaration uses; only where nothing changes any more. */
  private used: ReadonlySet<string> | undefined;

  /** `files`: all files as they are. `changes`: whether files come and go after the first question. */
  constructor(files: ReadonlyMap<string, FileRecords>, changes: boolean) {
    this.files = files;
    this.changes = changes;
  }

  /** Notes the names that a declaration uses. */
  enter(declaration: Declaration): void {
    this.used = undefined;
    for (const use of declaration.names) {
      const byName = this.byRole.get(use.role) ?? this.begin(use.role);
      if (byName) add(byName, use.name, declaration);
    }
  }

  /** Forgets what the declarations of a file use. */
  forget(file: FileRecords): void {
    this.used = undefined;
    const done = new Set<string>();
    for (const use of file.declarations.flatMap((declaration) => declaration.names)) {
      const key = `${use.role} ${use.name}`;
      const byName = this.byRole.get(use.role);
      if (byName && !done.has(key)) drop(byName, use.name, file.uri);
      done.add(key);
    }
  }

  /** The declarations that use the name in that role, each once, in the order of files and places. */
  users(role: Role, name: string): readonly Declaration[] {
    return this.usersIn(role)?.get(name) ?? NONE;
  }

  /** Whether another declaration than those of that name uses the name, in a role of that namespace. */
  isUsed(name: string, namespace: 'kinds' | 'names'): boolean {
    if (namespace === 'names' && !this.changes) {
      this.used ??= this.usedNames();
      return this.used.has(name);
    }
    for (const role of ROLES) {
      if (
        namespacesOf(role).includes(namespace) &&
        this.users(role, name).some((user) => !isItself(user, name, namespace))
      )
        return true;
    }
    return false;
  }

  private begin(role: Role): ByName | undefined {
    if (SELDOM.has(role)) return undefined;
    const made: ByName = new Map();
    this.byRole.set(role, made);
    return made;
  }

  private usersIn(role: Role): ByName | undefined {
    const known = this.byRole.get(role);
    if (known || !SELDOM.has(role)) return known;
    const made: ByName = new Map();
    this.byRole.set(role, made);
    for (const declaration of this.declarations()) {
      for (const use of declaration.names) if (use.role === role) add(made, use.name, declaration);
    }
    return made;
  }

  private usedNames(): ReadonlySet<string> {
    const used = new Set<string>();
    for (const declaration of this.declarations()) {
      for (const { name, role } of declaration.names) {
        if (namespacesOf(role).includes('names') && !isItself(declaration, name, 'names')) used.add(name);
      }
    }
    return used;
  }

  private *declarations(): Iterable<Declaration> {
    for (const file of this.files.values()) yield* file.declarations;
  }
}

/** Whether the user is the declaration of that name itself. */
function isItself(user: Declaration, name: string, namespace: 'kinds' | 'names'): boolean {
  return user.name.name === name && (user.type === 'kind') === (namespace === 'kinds');
}
