import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FILE_NAME } from '../../language/project-file.ts';
import { reasonOf, type Teller } from '../problems.ts';

const RECORDS = '.agreement';
/** Folders that hold no records of the user's. */
const SKIPPED = /^(\..*|node_modules)$/;
/** A path that no pattern means: where it is excluded, its whole folder is. */
const ANYTHING = 'any\u0001/thing\u0001.agreement';

/** What lies in a project's folder. Paths are relative to it, with slashes, and sorted. */
export interface Contents {
  readonly files: readonly string[];
  /** Folders that are projects of their own; nothing in them belongs to this one. */
  readonly projects: readonly string[];
}

/** How a folder is walked. */
export interface Walk {
  /** The project's folder. */
  readonly root: string;
  /** Whether a path is excluded. */
  readonly excludes: (path: string) => boolean;
  readonly tell: Teller;
  /** How a path is shown to the user. */
  readonly show: (path: string) => string;
}

/** Finds the record files of a project. Links to folders are not followed, so that no loop of links is endless and no record is met twice. */
export function walk(how: Walk): Contents {
  const files: string[] = [];
  const projects: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(how, folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(how, path, entry);
      if (kind === 'file') files.push(path);
      else if (kind === 'folder' && !how.excludes(`${path}/${ANYTHING}`)) {
        if (existsSync(join(how.root, path, PROJECT_FILE_NAME))) projects.push(path);
        else folders.push(path);
      }
    }
  }
  return { files: files.sort(), projects: projects.sort() };
}

function entriesOf(how: Walk, folder: string): readonly Dirent[] {
  const path = join(how.root, folder);
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    how.tell.problem(`${how.show(path)}: the folder cannot be read: ${reasonOf(error)}.`);
    return [];
  }
}

type EntryKind = 'file' | 'folder' | 'neither';

function kindOf(how: Walk, path: string, entry: Dirent): EntryKind {
  if (entry.isDirectory()) return SKIPPED.test(entry.name) ? 'neither' : 'folder';
  if (entry.isSymbolicLink()) return linkKind(how, path, entry.name);
  if (!entry.name.endsWith(RECORDS)) return 'neither';
  if (entry.isFile()) return 'file';
  how.tell.problem(`${how.show(join(how.root, path))}: this is no regular file and is not read.`);
  return 'neither';
}

function linkKind(how: Walk, path: string, name: string): EntryKind {
  const whole = join(how.root, path);
  try {
    const target = statSync(whole);
    if (target.isFile()) return name.endsWith(RECORDS) ? 'file' : 'neither';
    if (target.isDirectory() && !SKIPPED.test(name)) {
      how.tell.note(`${how.show(whole)} is a link to a folder and is not followed; name the folder to check it.`);
    }
  } catch (error) {
    if (name.endsWith(RECORDS))
      how.tell.problem(`${how.show(whole)}: the link cannot be followed: ${reasonOf(error)}.`);
  }
  return 'neither';
}
