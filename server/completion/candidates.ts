import type { Declaration, DeclarationType, FileRecords } from '../../language/records/model.ts';
import type { ProjectFolder } from '../workspace/project-folder.ts';

/** A declaration that may be named, with what is compared. */
export interface Candidate {
  readonly declaration: Declaration;
  /** The name in lower case. */
  readonly name: string;
  /** The title, and a port's LOCODE, in lower case. */
  readonly also: string;
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
  const also = `${declaration.title?.value ?? ''} ${locode}`.toLowerCase();
  return { declaration, name: declaration.name.name.toLowerCase(), also };
}

/** All declarations of some types in a project, the library's last. */
export function* candidatesOf(project: ProjectFolder, types: readonly DeclarationType[]): Iterable<Candidate> {
  for (const files of [project.engine.files(), project.engine.library()]) {
    for (const file of files) {
      const index = indexOf(file);
      for (const type of types) yield* index.get(type) ?? [];
    }
  }
}

/** From how many letters on titles are looked through: fewer are in most of them. */
const ENOUGH = 3;

/**
 * How well a candidate goes on with what is typed (in lower case): 0 its name begins so, 1 a part of its name does, 2 a word of its title
 * does. Undefined where it does not.
 */
export function match({ name, also }: Candidate, typed: string): number | undefined {
  if (name.startsWith(typed)) return 0;
  if (name.includes(typed) || name.replaceAll('-', '').includes(typed)) return 1;
  if (typed.length < ENOUGH) return undefined;
  return also.startsWith(typed) || also.includes(` ${typed}`) ? 2 : undefined;
}

/** The best of many by a key, smallest first, without sorting all of them. */
export class Best<T> {
  private kept: { readonly key: string; readonly value: T }[] = [];
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
