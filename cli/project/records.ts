import { join } from 'node:path';
import { PROJECT_FILE_NAME, readProjectFile } from '../../language/project-file.ts';
import type { Teller } from '../problems.ts';
import { isWanted, pathFrom, type Target, Targets } from './targets.ts';
import { decode, readText } from './text.ts';
import { walk } from './walk.ts';

const RECORDS = '.agreement';

/** The files of records that paths mean, as absolute paths: those named, and those of the projects in the folders named. */
export function recordFiles(paths: readonly string[], cwd: string, tell: Teller): readonly string[] {
  const targets = new Targets(cwd, tell);
  targets.add(paths);
  const queue = [...targets.all];
  const files = new Set<string>();
  for (const target of queue) {
    const found = filesOf(target, cwd, tell);
    for (const path of found.files) files.add(join(target.folder, path));
    for (const project of found.projects) {
      const inner = targets.addInner(join(target.folder, project));
      if (inner) queue.push(inner);
    }
  }
  return [...files].sort();
}

function filesOf(target: Target, cwd: string, tell: Teller): { files: string[]; projects: string[] } {
  const { wanted, folder } = target;
  const named = [...wanted.files].filter((path) => path.endsWith(RECORDS));
  if (wanted.folders.size === 0) return { files: named, projects: [] };
  const settings = readProjectFile(settingsText(target), PROJECT_FILE_NAME);
  const show = (path: string): string => pathFrom(cwd, path);
  const found = walk({ root: folder, excludes: settings.excludes, tell, show });
  const files = found.files.filter((path) => settings.includes(path) && isWanted(wanted, path));
  const projects = found.projects.filter((path) => isWanted({ ...wanted, files: new Set() }, path));
  return { files: [...named, ...files], projects };
}

/** A project file that cannot be read says nothing: `check` tells of it. */
function settingsText({ settled, folder }: Target): string | undefined {
  if (!settled) return undefined;
  try {
    return readText(join(folder, PROJECT_FILE_NAME));
  } catch {
    return undefined;
  }
}

/** The text of bytes with their byte order mark, where they have one. Throws as `decode` does. */
export function decodeWhole(bytes: Buffer): string {
  return (bytes.indexOf('\uFEFF') === 0 ? '\uFEFF' : '') + decode(bytes);
}
