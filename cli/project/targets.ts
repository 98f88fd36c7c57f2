import { existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { PROJECT_FILE_NAME } from '../../language/project-file.ts';
import { reasonOf, type Teller } from '../problems.ts';

/** The findings of which files are reported: paths are relative to the project's folder, with slashes. */
export interface Wanted {
  /** Files that were named one by one. */
  readonly files: Set<string>;
  /** Folders that were named; the empty one is the project itself. */
  readonly folders: Set<string>;
}

/** A project to check. */
export interface Target {
  /** Its folder: an absolute path. */
  readonly folder: string;
  /** Whether the folder has an `agreement.json`. */
  readonly settled: boolean;
  readonly wanted: Wanted;
  /** Texts that stand for files (or are no files at all), by their path below the folder. */
  readonly texts: Map<string, string>;
  /** Nothing on the disk belongs to it: a text that came without a name. */
  readonly alone: boolean;
}

/** A text from standard input, and the file it stands for; undefined: for none. */
export interface StandIn {
  readonly text: string;
  readonly path: string | undefined;
}

/** The name under which a text without one is shown. */
export const NAMELESS = '<stdin>';

/** Whether a path below a project's folder is among what was named. */
export function isWanted(wanted: Wanted, path: string): boolean {
  if (wanted.files.has(path) || wanted.folders.has('')) return true;
  for (const folder of wanted.folders) if (path === folder || path.startsWith(`${folder}/`)) return true;
  return false;
}

/** Whether a path is that of a project's settings. */
export function isProjectFile(path: string): boolean {
  return basename(path) === PROJECT_FILE_NAME;
}

/** The projects that the user named, each once, with what is wanted of each. */
export class Targets {
  private readonly cwd: string;
  private readonly tell: Teller;
  private readonly byFolder = new Map<string, Target>();
  /** Folders without a project's file that were named, and so are projects. */
  private readonly bare: string[] = [];

  constructor(cwd: string, tell: Teller) {
    this.cwd = cwd;
    this.tell = tell;
  }

  /** The projects so far, in the order in which they were named. */
  get all(): readonly Target[] {
    return [...this.byFolder.values()];
  }

  /** Takes the paths that were named: folders, files of records and project files; patterns where the shell has not expanded them. */
  add(paths: readonly string[]): void {
    const found = paths.flatMap((path) => this.find(path));
    const folders = found.filter(({ stats }) => stats.isDirectory());
    // Outer folders first: an inner one without a file of its own then belongs to the outer one.
    for (const { path } of folders.sort((a, b) => a.path.length - b.path.length)) this.addFolder(path);
    for (const { path } of found.filter(({ stats }) => !stats.isDirectory())) this.addFile(path);
  }

  /** Takes a text that stands for a file, whether that is there or not; without a name it is checked alone. */
  addText({ text, path }: StandIn): void {
    if (path === undefined) {
      const folder = projectAbove(this.cwd) ?? this.cwd;
      const wanted = { files: new Set([NAMELESS]), folders: new Set<string>() };
      const settled = isProject(folder);
      this.byFolder.set(NAMELESS, { folder, settled, wanted, texts: new Map([[NAMELESS, text]]), alone: true });
      return;
    }
    const whole = resolve(this.cwd, path);
    const target = this.targetOf(this.folderOf(whole));
    const below = pathBelow(target.folder, whole);
    target.wanted.files.add(below);
    target.texts.set(below, text);
  }

  /** Takes a project that lies in a folder of another. Gives it back where it is a new one. */
  addInner(folder: string): Target | undefined {
    const size = this.byFolder.size;
    const target = this.targetOf(folder);
    target.wanted.folders.add('');
    return this.byFolder.size > size ? target : undefined;
  }

  private find(path: string): readonly { path: string; stats: Stats }[] {
    const whole = resolve(this.cwd, path);
    try {
      return [{ path: whole, stats: statSync(whole) }];
    } catch (error) {
      const matched = isDynamicPattern(path) ? globSync(path.replaceAll('\\', '/'), { cwd: this.cwd }) : [];
      if (matched.length === 0) this.tell.problem(`${path}: ${reasonOf(error)}.`);
      return matched.sort().flatMap((each) => this.find(each));
    }
  }

  private addFolder(folder: string): void {
    const project = projectAbove(folder) ?? this.bare.find((outer) => isWithin(folder, outer));
    if (project === undefined) this.bare.push(folder);
    const target = this.targetOf(project ?? folder);
    target.wanted.folders.add(pathBelow(target.folder, folder));
  }

  private addFile(path: string): void {
    if (!isProjectFile(path) && !path.endsWith('.agreement')) {
      this.tell.problem(`${pathFrom(this.cwd, path)}: this is no file of records: their names end in \`.agreement\`.`);
      return;
    }
    const target = this.targetOf(this.folderOf(path));
    target.wanted.files.add(pathBelow(target.folder, path));
  }

  /** The folder of the project that a file belongs to: the nearest above, a folder that was named, this folder, or its own. */
  private folderOf(path: string): string {
    const own = dirname(path);
    const named = projectAbove(own) ?? this.bare.find((outer) => isWithin(own, outer));
    return named ?? (isWithin(own, this.cwd) ? this.cwd : own);
  }

  private targetOf(folder: string): Target {
    const key = realFolder(folder);
    const known = this.byFolder.get(key);
    if (known) return known;
    const wanted = { files: new Set<string>(), folders: new Set<string>() };
    const target = { folder, settled: isProject(folder), wanted, texts: new Map<string, string>(), alone: false };
    this.byFolder.set(key, target);
    return target;
  }
}

/** The nearest folder with an `agreement.json`: this one, or one above it. */
function projectAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isProject(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isProject(folder: string): boolean {
  return existsSync(join(folder, PROJECT_FILE_NAME));
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Where a path lies below a folder, with slashes; the folder itself is the empty path. */
function pathBelow(folder: string, path: string): string {
  const direct = relative(folder, path);
  // The same folder may have been named by another way, through a link.
  const isOutside = direct.split(sep)[0] === '..';
  const below = isOutside ? relative(realFolder(folder), join(realFolder(dirname(path)), basename(path))) : direct;
  return below.split(sep).join('/');
}

/** A path as it is shown to a user in a folder, with slashes; whole where that is shorter than the way up and down again. */
export function pathFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  const shown = way.startsWith('..') && path.length < way.length ? path : way;
  return shown.split(sep).join('/') || '.';
}
