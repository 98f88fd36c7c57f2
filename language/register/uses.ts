import type { Declaration, FileRecords, Role } from '../records/model.ts';
import type { Outline, Use } from '../records/outline.ts';
import { Lists } from './lists.ts';
import { namespacesOf, TARGETS } from './roles.ts';
import { withRows } from './rows.ts';

type Kept = Declaration | Outline;
type ByName = Lists<string, Kept>;

/**
 * The roles in which agreements use names by the hundred thousand, while in a check seldom anybody asks who does: then they are looked through
 * when somebody asks for the first time. An editor asks soon, and must not wait for it.
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

/** Which declarations use a name, by the role in which they do. */
export class Uses {
  private readonly byRole = new Map<Role, OfRole>();
  /** By names that stand where something could not be read: the files. */
  private readonly lost = new Map<string, Set<string>>();
  private readonly files: Files;
  private readonly changes: boolean;
  /**
   * Every name that something else than its own declaration uses; only where nothing is ever taken away. Names of agreements are apart: they
   * are many, and the others, which are met again and again, are found in a table that is small. `kinds` are those of agreements.
   */
  private readonly used = { many: new Set<string>(), few: new Set<string>(), kinds: new Set<string>() };

  /** `changes`: whether files are replaced or taken away. */
  constructor(files: Files, changes: boolean) {
    this.files = files;
    this.changes = changes;
  }

  /** Notes the names that a declaration uses. */
  enter(declaration: Kept, uses: readonly Use[]): void {
    const own = declaration.type === 'kind' ? undefined : declaration.name.name;
    for (const { name, role } of uses) {
      const { list, used } = this.ofRole(role);
      list?.add(name, declaration);
      if (used && (name !== own || role === 'kind')) used.add(name);
    }
  }

  /** Notes the names that a file holds where something could not be read. */
  enterLost({ uri, lost }: FileRecords): void {
    for (const name of lost) {
      const files = this.lost.get(name) ?? new Set<string>();
      this.lost.set(name, files.add(uri));
    }
  }

  private forgetLost({ uri, lost }: FileRecords): void {
    for (const name of lost) {
      const files = this.lost.get(name);
      files?.delete(uri);
      if (files?.size === 0) this.lost.delete(name);
    }
  }

  /** Whether there may be an agreement of just that kind. */
  mayBeKind(kind: string): boolean {
    return this.changes || this.used.kinds.has(kind);
  }

  /** Forgets what the declarations of a file use. */
  forget(file: FileRecords): void {
    this.forgetLost(file);
    const done = new Set<string>();
    for (const use of file.declarations.flatMap(({ names }) => withRows(file, names))) {
      const key = `${use.role} ${use.name}`;
      const byName = this.byRole.get(use.role)?.list;
      if (byName && !done.has(key)) byName.drop(use.name, file.uri);
      done.add(key);
    }
  }

  /** The declarations that use the name in that role, each once, in the order of files and places. */
  users(role: Role, name: string): readonly Kept[] {
    return this.usersIn(role).get(name);
  }

  /** Whether another declaration than those of that name uses the name, in a role of that namespace, or may do where it could not be read. */
  isUsed(name: string, namespace: 'kinds' | 'names'): boolean {
    if (this.lost.has(name)) return true;
    if (namespace === 'names' && !this.changes) return this.used.few.has(name) || this.used.many.has(name);
    return ROLES.some(
      (role) => takes(role, namespace) && this.users(role, name).some((user) => !isItself(user, name, namespace)),
    );
  }

  /** The names that are used in roles in which other things than agreements are named; they may come more than once. */
  ofFew(): Iterable<string> {
    if (!this.changes) return this.used.few;
    return ROLES.filter(isOfFew).flatMap((role) => [...(this.byRole.get(role)?.list?.keys() ?? [])]);
  }

  private ofRole(role: Role): OfRole {
    const known = this.byRole.get(role);
    if (known) return known;
    const isSeldom = !this.changes && SELDOM.has(role);
    const made: OfRole = {
      list: isSeldom ? undefined : new Lists(),
      used: this.changes ? undefined : this.usedIn(role),
    };
    this.byRole.set(role, made);
    return made;
  }

  private usedIn(role: Role): Set<string> | undefined {
    if (role === 'kind') return this.used.kinds;
    if (!takes(role, 'names')) return undefined;
    return isOfFew(role) ? this.used.few : this.used.many;
  }

  private usersIn(role: Role): ByName {
    const of = this.ofRole(role);
    if (of.list) return of.list;
    of.list = new Lists();
    for (const { declaration, names } of this.files.usersIn(role))
      for (const name of names) of.list.add(name, declaration);
    return of.list;
  }
}

/** What is noted of the uses in a role. */
interface OfRole {
  /** Undefined where they are looked through when somebody asks for the first time. */
  list: ByName | undefined;
  /** Where it is noted that a name is used so; undefined where that is not noted. */
  readonly used: Set<string> | undefined;
}

/** Where the declarations are that names are looked up in. */
export interface Files {
  /** All declarations with the names that they use in that role. */
  usersIn(role: Role): Iterable<{ readonly declaration: Kept; readonly names: readonly string[] }>;
}

/** Whether names in that role are looked for among other things than agreements. What a waiver is about need not be declared anywhere. */
function isOfFew(role: Role): boolean {
  return takes(role, 'names') && role !== 'waiver-subject' && TARGETS[role].some((type) => type !== 'agreement');
}

function takes(role: Role, namespace: 'kinds' | 'names'): boolean {
  return namespacesOf(role).includes(namespace);
}

/** Whether the user is the declaration of that name itself. */
function isItself(user: Kept, name: string, namespace: 'kinds' | 'names'): boolean {
  return user.name.name === name && (user.type === 'kind') === (namespace === 'kinds');
}
