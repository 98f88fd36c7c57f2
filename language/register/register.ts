import type { Day } from '../dates/index.ts';
import type { Agreement, Declaration, DeclarationType, FileRecords, Kind, Port, Role } from '../records/model.ts';
import type { Evidence, InBrief, Named } from './ask.ts';
import { Asker, type AskerOptions } from './asker.ts';
import { Dependencies } from './dependencies.ts';
import { type Key, keyOf } from './keys.ts';
import { add, drop } from './lists.ts';
import { meaningOf } from './meaning.ts';
import { Memory } from './memory.ts';
import { nearestNames } from './nearest.ts';
import { pairsOf } from './pairs.ts';
import { TARGETS } from './roles.ts';
import type { Shelf } from './shelf.ts';
import { Uses } from './uses.ts';

/**
 * The records of one project, by whatever rules ask for. It knows what each file's judgement was made from, and so which files a change
 * touches. Nothing is computed when a file is put or removed; `settle` does it for all changes at once.
 */
export class Register {
  private readonly records = new Map<string, FileRecords>();
  private readonly named = new Map<string, Named[]>();
  private readonly kinds = new Map<string, Kind[]>();
  /** All but agreements, by type and name: they are few, and what is near to a name is looked for among them. */
  private readonly byType = new Map<DeclarationType, Map<string, Declaration[]>>();
  private readonly uses: Uses;
  private readonly locodes = new Map<string, Port[]>();
  private readonly between = new Map<Key, Agreement[]>();
  private readonly pairsIn = new Map<Agreement, readonly Key[]>();
  private readonly evidence = new Map<string, Evidence>();
  /** What each judged file depends on. */
  private readonly dependencies = new Dependencies();
  private readonly toPair = new Set<Agreement>();
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
    this.uses = new Uses({ declarations: (role) => this.declarations(role) }, options.notes);
    this.library = new Set(library.map((file) => file.uri));
    for (const file of library) this.put(file);
  }

  /** The file's records; undefined where there is no such file. What another call gave may be no more the same objects. */
  file(uri: string): FileRecords | undefined {
    const kept = this.records.get(uri);
    return kept && this.shelf ? this.shelf.file(kept) : kept;
  }

  /** What is at hand of a file: all but the inner parts of its agreements. */
  layout(uri: string): FileRecords | undefined {
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

  /** Adds a file, or replaces what it says. Where there is a shelf, a file that comes with its text may go there. */
  put(whole: FileRecords, text?: string): void {
    const file = (text !== undefined && this.shelf?.put(whole, text)) || whole;
    const old = this.records.get(file.uri);
    this.memory.clear();
    this.noteChange(old, file);
    if (old) this.forget(old);
    this.records.set(file.uri, file);
    this.dependencies.delete(file.uri);
    file.declarations.forEach((declaration, i) => {
      this.enter(declaration);
      this.uses.enter(whole.declarations[i] as Declaration, declaration);
    });
  }

  /** Forgets a file. */
  remove(uri: string): void {
    const old = this.records.get(uri);
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
    this.toPair.clear();
    this.news.clear();
    if (this.dirty.size === 0) return [];
    const touched = [...this.dependencies.of(this.dirty)];
    for (const uri of touched) this.dependencies.delete(uri);
    this.dirty.clear();
    return touched;
  }

  /** Whether the file's judgement stands on nothing that has changed since. Call `settle` first. */
  isSettled(uri: string): boolean {
    return this.dependencies.has(uri);
  }

  declared(name: string): readonly Named[] {
    return this.wholes(this.named.get(name) ?? NONE);
  }

  kindsNamed(name: string): readonly Kind[] {
    return this.kinds.get(name) ?? NONE;
  }

  users(role: Role, name: string): readonly Declaration[] {
    return this.wholes(this.uses.users(role, name));
  }

  /** The agreements that name a party, see `Ask.agreementsOf`. */
  agreementsOf(party: string): readonly InBrief[] {
    // Nothing else has parties between which it is.
    return this.uses.users('between', party) as readonly Agreement[];
  }

  portsWithLocode(locode: string): readonly Port[] {
    return this.locodes.get(locode) ?? NONE;
  }

  /** The agreements that are found under a key of `pairs.ts`, and with them any whose key is the same number. */
  agreementsBetween(pair: Key): readonly Agreement[] {
    return this.wholes(this.between.get(pair) ?? NONE);
  }

  /** Whether another declaration than those of that name uses the name, in a role of that namespace. */
  isUsed(name: string, namespace: 'kinds' | 'names'): boolean {
    return this.uses.isUsed(name, namespace);
  }

  /** See `Ask.nearest`. */
  nearest(name: string, role: Role): readonly string[] {
    const lists = TARGETS[role].map((type) =>
      type === 'agreement' ? this.named.values() : (this.byType.get(type)?.values() ?? NONE),
    );
    return nearestNames(name, role, flatten(lists));
  }

  /** Records as they are asked about: agreements that are kept in brief are read anew. */
  private wholes<D extends Declaration>(all: readonly D[]): readonly D[] {
    return this.shelf?.all(all) ?? all;
  }

  private *declarations(role: Role): Iterable<{ declaration: Declaration; kept: Declaration }> {
    // The names of kinds and of parties are at hand.
    const shelf = IN_BRIEF.has(role) ? undefined : this.shelf;
    for (const { declarations } of this.records.values()) {
      for (const kept of declarations) {
        yield { declaration: shelf?.anew(kept) ?? kept, kept };
      }
    }
  }

  private enter(declaration: Declaration): void {
    const { name } = declaration.name;
    if (declaration.type === 'kind') add(this.kinds, name, declaration);
    else add(this.named, name, declaration);
    if (declaration.type === 'port' && declaration.locode) add(this.locodes, declaration.locode.name, declaration);
    if (declaration.type === 'agreement') this.toPair.add(declaration);
    else add(this.ofType(declaration.type), name, declaration);
  }

  private ofType(type: DeclarationType): Map<string, Declaration[]> {
    const known = this.byType.get(type) ?? new Map<string, Declaration[]>();
    this.byType.set(type, known);
    return known;
  }

  private forget(file: FileRecords): void {
    this.uses.forget(file);
    for (const declaration of file.declarations) {
      drop(this.named, declaration.name.name, file.uri);
      drop(this.kinds, declaration.name.name, file.uri);
      if (declaration.type !== 'agreement') drop(this.ofType(declaration.type), declaration.name.name, file.uri);
      if (declaration.type === 'port' && declaration.locode) drop(this.locodes, declaration.locode.name, file.uri);
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
    for (const d of old?.declarations ?? []) count(counts, d, -1);
    for (const d of now?.declarations ?? []) count(counts, d, 1);
    for (const { count: difference, declaration } of counts.values()) {
      if (difference !== 0) this.touch(declaration);
    }
    if (namesDiffer(old, now)) this.dirty.add(keyOf('all-names'));
  }

  private touch(declaration: Declaration): void {
    const { name } = declaration.name;
    this.movedNames.add(name);
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
    const moved = new Set(this.movedNames);
    for (const name of this.movedNames) for (const party of this.users('of', name)) moved.add(party.name.name);
    this.movedNames.clear();
    for (const name of moved) {
      for (const user of this.users('between', name)) if (user.type === 'agreement') this.toPair.add(user);
    }
  }

  private pair(ask: Asker, agreement: Agreement): void {
    const pairs = pairsOf(ask, agreement);
    if (!this.options.notes) {
      for (const pair of pairs) add(this.between, pair, agreement);
      return;
    }
    const before = this.pairsIn.get(agreement);
    if (before?.join() === pairs.join() && before) return;
    if (before) this.touchPairs(before);
    this.unpair(agreement);
    if (before || this.news.has(agreement)) this.touchPairs(pairs);
    this.pairsIn.set(agreement, pairs);
    for (const pair of pairs) add(this.between, pair, agreement);
  }

  private touchPairs(pairs: readonly Key[]): void {
    for (const pair of pairs) this.dirty.add(pair);
  }

  private unpair(agreement: Agreement): void {
    for (const pair of this.pairsIn.get(agreement) ?? []) {
      const rest = (this.between.get(pair) ?? []).filter((a) => a !== agreement);
      if (rest.length) this.between.set(pair, rest);
      else this.between.delete(pair);
    }
    this.pairsIn.delete(agreement);
  }
}

const NONE: readonly never[] = [];
const IN_BRIEF: ReadonlySet<Role> = new Set<Role>(['kind', 'between']);

function* flatten<T>(indexes: Iterable<Iterable<readonly T[]>>): Iterable<T> {
  for (const index of indexes) for (const list of index) yield* list;
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

function namesDiffer(old: FileRecords | undefined, now: FileRecords | undefined): boolean {
  const before = new Set(old?.declarations.map((d) => d.name.name));
  const after = new Set(now?.declarations.map((d) => d.name.name));
  return before.size !== after.size || [...before].some((name) => !after.has(name));
}
