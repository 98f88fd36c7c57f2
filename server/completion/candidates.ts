import type { Declaration, DeclarationType, FileRecords } from '../../language/records/model.ts';
import type { ProjectFolder } from '../workspace/project-folder.ts';

/** A declaration that may be named, with what is compared. */
export interface Candidate {
  readonly declaration: Declaration;
  /** The name in lower case. */
  readonly name: string;
  /** The title, a port's LOCODE and the other names, in lower case. */
  readonly also: string;
  /** Other names that are shorter than what `also` is looked through for, in lower case. */
  readonly short: readonly string[];
}

type ByType = ReadonlyMap<DeclarationType, readonly Candidate[]>;

const indexes = new WeakMap<FileRecords, ByType>();

/** The candidates of a file, by type: made once for each version of the file. */
function indexOf(file: FileRecords): ByType {
  const known = indexes.get(file);
  if (known) return known;
  const byType = new Map<DeclarationType, Candidate[]>();
  for (const declaration of file.declarations) {
    if (declaration.name.name === '') continue;
    const list = byType.get(declaration.type);
    if (list) list.push(candidate(declaration));
    else byType.set(declaration.type, [candidate(declaration)]);
  }
  indexes.set(file, byType);
  return byType;
}

/** A declaration as something that may be named. */
export function candidate(declaration: Declaration): Candidate {
  const locode = declaration.type === 'port' ? (declaration.locode?.name ?? '') : '';
  const also = `${declaration.title?.value ?? ''} ${locode} ${otherNames(declaration)}`.toLowerCase();
  return { declaration, name: declaration.name.name.toLowerCase(), also, short: shortNames(declaration) };
}

function shortNames({ common: { also } }: Declaration): readonly string[] {
  if (also.length === 0) return NONE;
  return also.flatMap(({ value }) => (value.length < ENOUGH ? [value.toLowerCase()] : []));
}

/** What else a declaration is called, in one line: empty for nothing. */
export function otherNames({ common: { also } }: Declaration): string {
  return also.map(({ value }) => value).join(' ');
}

/** Looks at all declarations of some types in a project, and in the library. */
export function eachCandidate(
  { engine }: ProjectFolder,
  types: readonly DeclarationType[],
  look: (candidate: Candidate, isLibrary: boolean) => void,
): void {
  const file = (isLibrary: boolean) => (records: FileRecords) => {
    const index = indexOf(records);
    for (const type of types) for (const one of index.get(type) ?? NONE) look(one, isLibrary);
  };
  const own = file(false);
  for (const records of engine.files()) own(records);
  engine.library().forEach(file(true));
}

/** All declarations of some types in a project, the library's last. */
export function* candidatesOf(project: ProjectFolder, types: readonly DeclarationType[]): Iterable<Candidate> {
  for (const files of [project.engine.files(), project.engine.library()]) {
    for (const file of files) {
      const index = indexOf(file);
      for (const type of types) yield* index.get(type) ?? NONE;
    }
  }
}

const NONE: readonly never[] = [];

/** All declarations of one type in a project, the library's last. */
export function declarationsOf<Type extends DeclarationType>(
  project: ProjectFolder,
  type: Type,
): readonly Extract<Declaration, { readonly type: Type }>[] {
  const found: Declaration[] = [];
  eachCandidate(project, [type], ({ declaration }) => found.push(declaration));
  return found as Extract<Declaration, { readonly type: Type }>[];
}

/** From how many letters on titles and other names are looked through: fewer are in most of them. */
export const ENOUGH = 3;

/**
 * How well a candidate goes on with what is typed (in lower case): 0 its name begins so, 1 a part of its name does, 2 a word of its title
 * or of another name does, or it is such a name as a whole. Undefined where it does not.
 */
export function match({ name, also, short }: Candidate, typed: string): number | undefined {
  if (name.startsWith(typed)) return 0;
  if (name.includes(typed) || name.replaceAll('-', '').includes(typed)) return 1;
  if (typed.length < ENOUGH) return short.includes(typed) ? 2 : undefined;
  return also.startsWith(typed) || also.includes(` ${typed}`) ? 2 : undefined;
}

/** The best of many by a key, smallest first, without sorting all of them. */
export class Best<T> {
  private readonly kept: { readonly key: string; readonly value: T }[] = [];
  private readonly most: number;
  private limit: string | undefined;
  /** How many were offered. */
  count = 0;

  constructor(most: number) {
    this.most = most;
  }

  add(key: string, value: T): void {
    this.count++;
    if (this.limit !== undefined && key >= this.limit) return;
    this.kept.push({ key, value });
    if (this.kept.length >= 2 * this.most) this.cut();
  }

  /** The best, in order. */
  values(): readonly T[] {
    this.cut();
    return this.kept.map(({ value }) => value);
  }

  private cut(): void {
    this.kept.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    this.kept.length = Math.min(this.kept.length, this.most);
    if (this.kept.length === this.most) this.limit = this.kept[this.most - 1]?.key;
  }
}

/** The best of many declarations: those of the lowest rank, and of one rank the first by name, without sorting all of them. */
export class BestNames {
  private readonly most: number;
  private kept: Ranked[] = [];
  private limit: Ranked | undefined;
  /** How many were offered. */
  count = 0;

  constructor(most: number) {
    this.most = most;
  }

  add(rank: number, candidate: Candidate): void {
    this.count++;
    if (this.limit && compare(this.limit, rank, candidate.name) <= 0) return;
    this.kept.push({ rank, candidate });
    if (this.kept.length >= 4 * this.most) this.cut();
  }

  /** The best in order, each name once. */
  values(): readonly Ranked[] {
    this.cut();
    return this.kept;
  }

  private cut(): void {
    this.kept.sort((a, b) => compare(a, b.rank, b.candidate.name));
    const names = new Set<string>();
    this.kept = this.kept.filter(({ candidate: { declaration } }) => {
      const { name } = declaration.name;
      return !names.has(name) && names.add(name);
    });
    this.kept.length = Math.min(this.kept.length, this.most);
    if (this.kept.length === this.most) this.limit = this.kept[this.most - 1];
  }
}

/** A candidate and how well it fits: the lower the better. */
export interface Ranked {
  readonly rank: number;
  readonly candidate: Candidate;
}

function compare({ rank: own, candidate }: Ranked, rank: number, name: string): number {
  return own - rank || (candidate.name < name ? -1 : candidate.name > name ? 1 : 0);
}
