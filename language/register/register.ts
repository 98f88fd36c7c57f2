import type { Day } from '../dates/index.ts';
import type { Agreement, Declaration, DeclarationType, FileRecords, Kind, Port, Role } from '../records/model.ts';
import { Outline, type OutlinedFile, type Use } from '../records/outline.ts';
import type { Evidence, InBrief, Named } from './ask.ts';
import { Asker, type AskerOptions } from './asker.ts';
import { Dependencies } from './dependencies.ts';
import { type Key, keyOf } from './keys.ts';
import { Lists } from './lists.ts';
import { meaningOf, sayTheSame } from './meaning.ts';
import { Memory } from './memory.ts';
import { Names } from './names.ts';
import { type Entitled, nearestNames } from './nearest.ts';
import { pairOutlines, pairsOf } from './pairs.ts';
import { PartialNames } from './partial.ts';
import { TARGETS } from './roles.ts';
import { withRows } from './rows.ts';
import { type Shelf, ShelvedFile } from './shelf.ts';
import { Uses } from './uses.ts';

/**
 * The records of one project, by whatever rules ask for. It knows what each file's judgement was made from, and so which files a change
 * touches. Nothing is computed when a file is put or removed; `settle` does it for all changes at once.
 */
export class Register {
  private readonly records = new Map<string, KeptFile>();
  private readonly named = new Names();
  private readonly kinds = new Lists<string, Kind>();
  private readonly partial = new PartialNames();
  /** All but agreements, by type and name: they are few, and what is near to a name is looked for among them. */
  private readonly byType = new Map<DeclarationType, Lists<string, Declaration>>();
  private readonly uses: Uses;
  private readonly locodes = new Lists<string, Port>();
  private readonly between = new Lists<Key, Agreement | Outline>();
  private readonly pairsIn = new Map<Agreement, readonly Key[]>();
  private readonly evidence = new Map<string, Evidence>();
  /** What each judged file depends on. */
  private readonly dependencies = new Dependencies();
  private readonly toPair = new Set<Agreement>();
  private outlines: Outline[] = [];
  /** Agreements that say something new, so that whoever looks between their sides is to look again. */
  private readonly news = new Set<Agreement>();
  private readonly movedNames = new Set<string>();
  private readonly dirty = new Set<Key>();
  /** What has been worked out from the records as they are. */
  readonly memory = new Memory();
  private readonly library: ReadonlySet<string>;
  private readonly options: AskerOptions;
  private readonly shelf: Shelf | undefined;

  /** A register that holds the library's files from the start. With a shelf, files are put once and never taken away. */
  constructor(library: readonly FileRecords[], options: AskerOptions, shelf?: Shelf) {
    this.options = options;
    this.shelf = shelf;
    this.uses = new Uses({ usersIn: (role) => this.usersIn(role) }, options.notes);
    this.library = new Set(library.map((file) => file.uri));
    for (const file of library) this.put(file);
  }

  /** The file's records; undefined where there is no such file. What another call gave may be no more the same objects. */
  file(uri: string): FileRecords | undefined {
    const kept = this.records.get(uri);
    return kept instanceof ShelvedFile ? this.shelf?.file(kept) : kept;
  }

  /** What is at hand of a file: all but the inner parts of its agreements. */
  layout(uri: string): KeptFile | undefined {
    return this.records.get(uri);
  }

  /** All files but the library's. */
  *files(): Iterable<FileRecords> {
    for (const uri of this.records.keys()) if (!this.library.has(uri)) yield this.file(uri) as FileRecords;
  }

  /** Whether the library holds that file. */
  isLibrary(uri: string): boolean {
    return this.library.has(uri);
  }

  /** Adds a file, or replaces what it says. */
  put(file: FileRecords): void {
    const old = this.changing(file.uri);
    this.noteChange(old, file);
    if (old) this.forget(old);
    this.dependencies.delete(file.uri);
    this.take(
      file,
      file.declarations.map(({ names }) => withRows(file, names)),
    );
  }

  /** Adds a file of which the shelf has the rest, with the names that each of its declarations uses. */
  putOutlined({ uri, declarations, uses }: OutlinedFile): void {
    this.take(new ShelvedFile(uri, declarations), uses);
  }

  /** Forgets a file. */
  remove(uri: string): void {
    const old = this.changing(uri);
    if (!old) return;
    this.memory.clear();
    this.noteChange(old, undefined);
    this.forget(old);
    this.records.delete(uri);
    this.dependencies.delete(uri);
  }

  /** Notes what is on disk for an evidence file; undefined: nobody knows. */
  putEvidence(uri: string, evidence: Evidence | undefined): void {
    if (evidence) this.evidence.set(uri, evidence);
    else this.evidence.delete(uri);
    this.dirty.add(keyOf('evidence', uri));
  }

  /** What is on disk for an evidence file. */
  evidenceAt(uri: string): Evidence | undefined {
    return this.evidence.get(uri);
  }

  /** Someone to ask on behalf of a file; what is asked is noted until `depends` stores it. */
  asker(uri: string, asOf: Day): Asker {
    return new Asker(this, uri, asOf, this.options);
  }

  /** Stores what a file's judgement was made from. */
  depends(uri: string, keys: ReadonlySet<Key>): void {
    this.dependencies.set(uri, keys);
  }

  /** Forgets what every judgement was made from: all are to be made anew. */
  unsettle(): void {
    this.dependencies.clear();
  }

  /** Brings the indexes up to date and gives back the files whose judgement the changes since the last call touch. */
  settle(): readonly string[] {
    this.pairMoved();
    // An asker each: one for all would remember the sides of every agreement.
    for (const agreement of this.toPair) this.pair(this.asker('', 0), agreement);
    // To clear an empty set takes long.
    if (this.toPair.size > 0) this.toPair.clear();
    if (this.news.size > 0) this.news.clear();
    if (this.outlines.length > 0) this.pairAllOutlines();
    if (this.dirty.size === 0) return [];
    const touched = [...this.dependencies.of(this.dirty)];
    for (const uri of touched) this.dependencies.delete(uri);
    this.dirty.clear();
    return touched;
  }

  declared(name: string): readonly Named[] {
    return this.wholes(this.partial.sure(name, this.named.get(name)));
  }

  /** Whether more than one declaration has that name. */
  isDoubled(name: string): boolean {
    return this.named.isDoubled(name) && this.partial.sure(name, this.named.get(name)).length > 1;
  }

  kindsNamed(name: string): readonly Kind[] {
    return this.partial.sure(name, this.kinds.get(name));
  }

  users(role: Role, name: string): readonly Declaration[] {
    return this.wholes(this.uses.users(role, name));
  }

  /** The agreements that name a party, see `Ask.agreementsOf`. */
  agreementsOf(party: string): readonly InBrief[] {
    // Nothing else has parties between which it is.
    return this.uses.users('between', party) as readonly (Agreement | Outline)[];
  }

  portsWithLocode(locode: string): readonly Port[] {
    return this.locodes.get(locode);
  }

  /** The agreements that are found under a key of `pairs.ts`, and with them any whose key is the same number. */
  agreementsBetween(pair: Key): readonly Agreement[] {
    return this.wholes(this.between.get(pair));
  }

  /** Whether there may be an agreement of just that kind. */
  mayBeKind(kind: string): boolean {
    return this.uses.mayBeKind(kind);
  }

  /** Whether `agreementsBetween` gives more than one. */
  hasSeveralBetween(pair: Key): boolean {
    return this.between.hasSeveral(pair);
  }

  /** Whether another declaration than those of that name uses the name, in a role of that namespace. */
  isUsed(name: string, namespace: 'kinds' | 'names'): boolean {
    return this.uses.isUsed(name, namespace);
  }

  /** The names in use that nobody declared, in roles in which other things than agreements are named. */
  undeclared(): readonly string[] {
    return [...new Set(this.uses.ofFew())].filter((name) => this.named.get(name).length === 0);
  }

  /** See `Ask.nearest`. */
  nearest(name: string, role: Role): readonly string[] {
    const lists = TARGETS[role].map(
      (type): Iterable<Entitled> =>
        type === 'agreement' ? this.entitled() : (this.byType.get(type)?.values() ?? NONE),
    );
    return nearestNames(name, role, flatten(lists));
  }

  private *entitled(): Iterable<Entitled> {
    for (const one of this.named.allAgreements()) {
      if (!(one instanceof Outline)) yield one;
      else yield { type: one.type, name: one.name, title: titled(this.shelf?.title(one)) };
    }
  }

  /** Records as they are asked about: agreements that are kept in outline are read anew. */
  private wholes<D extends Declaration>(all: readonly (D | Outline)[]): readonly (D | Agreement)[] {
    return this.shelf ? this.shelf.all(all) : (all as readonly D[]);
  }

  private *usersIn(role: Role): Iterable<{ declaration: Declaration | Outline; names: readonly string[] }> {
    for (const { declarations } of this.records.values()) {
      for (const declaration of declarations) yield { declaration, names: this.namesIn(role, declaration) };
    }
  }

  private namesIn(role: Role, declaration: Declaration | Outline): readonly string[] {
    if (!(declaration instanceof Outline)) return inRole(role, declaration);
    if (role === 'between') return declaration.parties;
    if (role === 'kind') return declaration.kind ? [declaration.kind.name] : NONE;
    return this.shelf ? inRole(role, this.shelf.anew(declaration)) : NONE;
  }

  /** A file that is to be replaced or taken away; undefined where there is none. */
  private changing(uri: string): FileRecords | undefined {
    const old = this.records.get(uri);
    if (old instanceof ShelvedFile) throw new Error(`${uri} is on the shelf, and stays there.`);
    return old;
  }

  private take(file: KeptFile, uses: readonly (readonly Use[])[]): void {
    this.memory.clear();
    this.records.set(file.uri, file);
    if (!(file instanceof ShelvedFile)) this.uses.enterLost(file);
    for (const [i, declaration] of file.declarations.entries()) {
      this.enter(declaration);
      this.uses.enter(declaration, uses[i] ?? NONE);
    }
  }

  private enter(declaration: Declaration | Outline): void {
    const { name } = declaration.name;
    this.partial.enter(declaration);
    if (declaration.type === 'kind') this.kinds.add(name, declaration);
    else this.named.add(name, declaration);
    if (declaration.type === 'port' && declaration.locode) this.locodes.add(declaration.locode.name, declaration);
    if (declaration instanceof Outline) this.outlines.push(declaration);
    else if (declaration.type === 'agreement') this.toPair.add(declaration);
    else this.ofType(declaration.type).add(name, declaration);
  }

  private ofType(type: DeclarationType): Lists<string, Declaration> {
    const known = this.byType.get(type) ?? new Lists<string, Declaration>();
    this.byType.set(type, known);
    return known;
  }

  private forget(file: FileRecords): void {
    this.uses.forget(file);
    for (const declaration of file.declarations) {
      const { name } = declaration.name;
      this.named.drop(name, file.uri);
      this.kinds.drop(name, file.uri);
      if (declaration.type !== 'agreement') this.ofType(declaration.type).drop(name, file.uri);
      if (declaration.type === 'port' && declaration.locode) this.locodes.drop(declaration.locode.name, file.uri);
      if (declaration.type === 'agreement') {
        this.unpair(declaration);
        this.toPair.delete(declaration);
      }
    }
  }

  /** Notes which keys the change of a file touches: of each declaration that came, went or says something else. */
  private noteChange(old: FileRecords | undefined, now: FileRecords | undefined): void {
    if (this.dependencies.size === 0 && this.pairsIn.size === 0) return;
    const uri = old?.uri ?? now?.uri ?? '';
    if (old) this.dirty.add(keyOf('file', uri));
    const counts = new Map<string, { count: number; declaration: Declaration }>();
    const changed = changedParts(old?.declarations ?? NONE, now?.declarations ?? NONE);
    for (const d of changed.before) count(counts, d, -1);
    for (const d of changed.after) count(counts, d, 1);
    for (const { count: difference, declaration } of counts.values()) {
      if (difference !== 0) this.touch(declaration);
    }
    if (namesDiffer(old, now)) this.dirty.add(keyOf('all-names'));
    for (const name of differing(old?.lost ?? NONE, now?.lost ?? NONE)) this.dirty.add(keyOf('used', name));
  }

  private touch(declaration: Declaration): void {
    const { name } = declaration.name;
    this.movedNames.add(name);
    this.dirty.add(keyOf('undeclared'));
    this.dirty.add(keyOf(declaration.type === 'kind' ? 'kind' : 'name', name));
    if (declaration.type === 'port' && declaration.locode) this.dirty.add(keyOf('locode', declaration.locode.name));
    if (declaration.type === 'agreement') {
      this.news.add(declaration);
      this.touchPairs(this.pairsIn.get(declaration) ?? NONE);
    }
    for (const use of declaration.names) {
      this.dirty.add(keyOf('users', use.role, use.name));
      this.dirty.add(keyOf('used', use.name));
    }
  }

  /** Agreements whose parties have changed are found under other pairs now. */
  private pairMoved(): void {
    if (this.movedNames.size === 0) return;
    const moved = new Set(this.movedNames);
    for (const name of this.movedNames) for (const party of this.users('of', name)) moved.add(party.name.name);
    this.movedNames.clear();
    for (const name of moved) {
      for (const user of this.users('between', name)) if (user.type === 'agreement') this.toPair.add(user);
    }
  }

  private pairAllOutlines(): void {
    pairOutlines(this.asker('', 0), this.outlines, (key, outline) => this.between.add(key, outline));
    this.outlines = [];
  }

  private pair(ask: Asker, agreement: Agreement): void {
    const pairs = pairsOf(ask, agreement);
    if (!this.options.notes) {
      for (const pair of pairs) this.between.add(pair, agreement);
      return;
    }
    const before = this.pairsIn.get(agreement);
    if (before?.join() === pairs.join() && before) return;
    if (before) this.touchPairs(before);
    this.unpair(agreement);
    if (before || this.news.has(agreement)) this.touchPairs(pairs);
    this.pairsIn.set(agreement, pairs);
    for (const pair of pairs) this.between.add(pair, agreement);
  }

  private touchPairs(pairs: readonly Key[]): void {
    for (const pair of pairs) this.dirty.add(pair);
  }

  private unpair(agreement: Agreement): void {
    for (const pair of this.pairsIn.get(agreement) ?? NONE) this.between.remove(pair, agreement);
    this.pairsIn.delete(agreement);
  }
}

const NONE: readonly never[] = [];

/** What is kept of a file. */
type KeptFile = FileRecords | ShelvedFile;

function titled(value: string | undefined): Entitled['title'] {
  return value === undefined ? undefined : { value };
}

function inRole(role: Role, { names }: Declaration): readonly string[] {
  return names.filter((use) => use.role === role).map(({ name }) => name);
}

function* flatten<T>(all: Iterable<Iterable<T>>): Iterable<T> {
  for (const one of all) yield* one;
}

/** The declarations before and after a change without those at the beginning and at the end that say the same as ever. */
function changedParts(
  before: readonly Declaration[],
  after: readonly Declaration[],
): { readonly before: readonly Declaration[]; readonly after: readonly Declaration[] } {
  const fewer = Math.min(before.length, after.length);
  let first = 0;
  while (first < fewer && sayTheSame(before[first] as Declaration, after[first] as Declaration)) first++;
  let last = 0;
  while (last < fewer - first && sayTheSame(before.at(-1 - last) as Declaration, after.at(-1 - last) as Declaration))
    last++;
  return { before: before.slice(first, before.length - last), after: after.slice(first, after.length - last) };
}

function count(
  counts: Map<string, { count: number; declaration: Declaration }>,
  declaration: Declaration,
  by: number,
): void {
  const meaning = meaningOf(declaration);
  const entry = counts.get(meaning);
  if (entry) entry.count += by;
  else counts.set(meaning, { count: by, declaration });
}

/** What is in one of the lists alone. */
function differing(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const [first, second] = [new Set(a), new Set(b)];
  return [...a.filter((one) => !second.has(one)), ...b.filter((one) => !first.has(one))];
}

function namesDiffer(old: FileRecords | undefined, now: FileRecords | undefined): boolean {
  const before = new Set(old?.declarations.map((d) => d.name.name));
  const after = new Set(now?.declarations.map((d) => d.name.name));
  return before.size !== after.size || [...before].some((name) => !after.has(name));
}
