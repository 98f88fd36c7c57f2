import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Day, today } from '../../language/dates/index.ts';
import { libraryText } from '../../language/library.ts';
import { Project } from '../../language/project.ts';
import { PROJECT_FILE_NAME, type ProjectFile, type RuleSetting, readProjectFile } from '../../language/project-file.ts';
import { lineStarts } from '../../language/syntax/lines.ts';
import { disk } from '../../server/disk.ts';
import { reasonOf, type Teller } from '../problems.ts';
import type { Progress } from '../terminal/progress.ts';
import { isWanted, pathFrom, type Target } from './targets.ts';
import { readText } from './text.ts';
import { walk } from './walk.ts';

/** What the command line says about judging; it goes before a project's file. */
export interface Standards {
  readonly asOf: Day | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What reading a project needs to know of its surroundings. */
export interface Surroundings {
  /** The folder in which the program runs: paths are shown from there. */
  readonly cwd: string;
  readonly tell: Teller;
  readonly progress: Progress;
}

/** A project that was read. */
export interface LoadedProject {
  /** Its folder: an absolute path. */
  readonly folder: string;
  readonly project: Project;
  readonly settings: ProjectFile;
  /** The rules' severities as they hold here. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The URI of its `agreement.json`, where that is wanted; undefined also where there is none. */
  readonly settingsUri: string | undefined;
  /** The URIs of the record files of which something is reported, sorted by their paths. */
  readonly wanted: readonly string[];
  /** Folders in it that are projects of their own and wanted too. */
  readonly inner: readonly string[];
  /** Where the lines of a file begin, in UTF-16 offsets; undefined for a file that is not there. */
  readonly lines: (uri: string) => Uint32Array | undefined;
  /** The text of a file; undefined where it is not known. What is no record, such as `agreement.json`, is read anew. */
  readonly text: (uri: string) => string | undefined;
}

/** Reads a project, one file after the other. What cannot be read is told of and left out. */
export async function loadProject(target: Target, standards: Standards, around: Surroundings): Promise<LoadedProject> {
  const settingsUri = uriOf(target.folder, PROJECT_FILE_NAME);
  const settingsText = target.settled ? read(target, PROJECT_FILE_NAME, around) : undefined;
  const settings = readProjectFile(settingsText, settingsUri);
  const rules = { ...settings.rules, ...standards.rules };
  const project = new Project({ asOf: standards.asOf ?? settings.asOf ?? today(), rules }, { changes: false });
  const { files, inner } = filesOf(target, settings, around);
  const wanted: string[] = [];
  for (const path of files) {
    const uri = putFile(project, target, path, around);
    if (uri !== undefined && isWanted(target.wanted, path)) wanted.push(uri);
    await around.progress.step('Reading', files.length);
  }
  await lookAtEvidence(project, wanted, target.folder);
  const settingsLines = settingsText === undefined ? undefined : lineStarts(settingsText);
  return {
    folder: target.folder,
    project,
    settings,
    rules,
    settingsUri: settingsText !== undefined && isWanted(target.wanted, PROJECT_FILE_NAME) ? settingsUri : undefined,
    wanted,
    inner,
    lines: (uri) => project.lines(uri) ?? (uri === settingsUri ? settingsLines : undefined),
    text: (uri) => project.text(uri) ?? textOf(target, uri),
  };
}

/** The record files of a project, and the projects inside that are wanted too. */
function filesOf(
  target: Target,
  settings: ProjectFile,
  { cwd, tell }: Surroundings,
): { files: readonly string[]; inner: string[] } {
  if (target.alone) return { files: [...target.texts.keys()], inner: [] };
  const show = (path: string): string => pathFrom(cwd, path);
  const found = walk({ root: target.folder, excludes: settings.excludes, tell, show });
  const named = [...target.wanted.files].filter((path) => path !== PROJECT_FILE_NAME);
  const files = new Set([...found.files.filter(settings.includes), ...named]);
  const inner = found.projects.filter((path) => isWanted({ ...target.wanted, files: new Set() }, path));
  return { files: [...files].sort(), inner: inner.map((path) => join(target.folder, path)) };
}

function putFile(project: Project, target: Target, path: string, around: Surroundings): string | undefined {
  const text = read(target, path, around);
  if (text === undefined) return undefined;
  const uri = uriOf(target.folder, path);
  try {
    project.put(uri, text);
    return uri;
  } catch (error) {
    around.tell.problem(
      `${pathFrom(around.cwd, join(target.folder, path))}: this file is beyond the program: ${reasonOf(error)}.`,
    );
    return undefined;
  }
}

function read(target: Target, path: string, { cwd, tell }: Surroundings): string | undefined {
  const given = target.texts.get(path);
  if (given !== undefined) return given;
  const whole = join(target.folder, path);
  try {
    return readText(whole);
  } catch (error) {
    tell.problem(`${pathFrom(cwd, whole)}: the file cannot be read: ${reasonOf(error)}.`);
    return undefined;
  }
}

function textOf(target: Target, uri: string): string | undefined {
  for (const [path, text] of target.texts) if (uriOf(target.folder, path) === uri) return text;
  const library = libraryText(uri);
  if (library !== undefined) return library;
  try {
    return readText(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

async function lookAtEvidence(project: Project, files: readonly string[], folder: string): Promise<void> {
  const host = disk();
  const folderUri = pathToFileURL(folder).href;
  for (const file of files) {
    for (const uri of project.evidenceOf(file)) project.putEvidence(uri, await host.evidence(uri, folderUri));
  }
}

function uriOf(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
