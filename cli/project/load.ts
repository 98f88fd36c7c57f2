import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { today } from '../../language/dates/index.ts';
import type { Judgement, Standard } from '../../language/project.ts';
import { PROJECT_FILE_NAME, type ProjectFile, type RuleSetting, readProjectFile } from '../../language/project-file.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { lineStarts } from '../../language/syntax/lines.ts';
import { readAhead } from '../ahead/ahead.ts';
import type { Teller } from '../problems.ts';
import type { Progress } from '../terminal/progress.ts';
import { ifReadable, Reading, type RecordFile } from './reading.ts';
import { isWanted, pathFrom, type Target } from './targets.ts';
import { readText } from './text.ts';
import { walk } from './walk.ts';

/** What the command line says about judging; it goes before a project's file. */
export interface Standards {
  readonly asOf: Standard['asOf'] | undefined;
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
  /** All its records. */
  readonly project: Snapshot;
  readonly settings: ProjectFile;
  /** The rules' severities as they hold here. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The URI of its `agreement.json`, where that is wanted; undefined also where there is none. */
  readonly settingsUri: string | undefined;
  /** The URIs of the record files of which something is reported. */
  readonly wanted: readonly string[];
  /** What is found in a file. */
  readonly judge: (uri: string) => Judgement;
  /** Folders in it that are projects of their own and wanted too. */
  readonly inner: readonly string[];
  /** Where the lines of a file begin, in UTF-16 offsets; undefined for a file that is not there. */
  readonly lines: (uri: string) => Uint32Array | undefined;
  /** The text of a file; undefined where it is not known. */
  readonly text: (uri: string) => string | undefined;
}

/** Reads a project, one file after the other. What cannot be read is told of and left out. */
export async function loadProject(target: Target, standards: Standards, around: Surroundings): Promise<LoadedProject> {
  const settingsPath = join(target.folder, PROJECT_FILE_NAME);
  const settingsUri = pathToFileURL(settingsPath).href;
  const given = target.texts.get(PROJECT_FILE_NAME);
  const settingsText = target.settled
    ? (given ?? ifReadable(settingsPath, () => readText(settingsPath), around))
    : undefined;
  const settings = readProjectFile(settingsText, settingsUri);
  const rules = { ...settings.rules, ...standards.rules };
  const standard = { asOf: standards.asOf ?? settings.asOf ?? today(), rules };
  const { files, inner } = filesOf(target, settings, around);
  const onDisk = files.filter(({ text }) => text === undefined).map(({ path }) => path);
  // First, so that it starts while the library is read.
  const ahead = readAhead(target.folder, onDisk);
  const reading = new Reading({ folder: target.folder, standard, cwd: around.cwd, tell: around.tell });
  for (const [i, file] of files.entries()) {
    reading.read(file, file.text === undefined ? ahead?.take() : undefined);
    await around.progress.step('Reading', i + 1, files.length);
  }
  await reading.lookAtEvidence();
  const settingsLines = settingsText === undefined ? undefined : lineStarts(settingsText);
  return {
    folder: target.folder,
    project: reading.snapshot,
    settings,
    rules,
    settingsUri: settingsText !== undefined && isWanted(target.wanted, PROJECT_FILE_NAME) ? settingsUri : undefined,
    wanted: reading.wanted,
    judge: judging(reading, around.progress),
    inner,
    lines: (uri) => (uri === settingsUri ? settingsLines : reading.texts.lines(uri)),
    text: (uri) => (uri === settingsUri ? settingsText : reading.texts.text(uri)),
  };
}

function judging(reading: Reading, progress: Progress): (uri: string) => Judgement {
  let done = 0;
  return (uri) => {
    progress.show('Checking', ++done, reading.wanted.length);
    return reading.judge(uri);
  };
}

/** The record files of a project, and the projects inside that are wanted too. */
function filesOf(
  target: Target,
  settings: ProjectFile,
  { cwd, tell }: Surroundings,
): { files: readonly RecordFile[]; inner: string[] } {
  const fileAt = (path: string): RecordFile => ({
    path,
    wanted: isWanted(target.wanted, path),
    text: target.texts.get(path),
  });
  if (target.alone) return { files: [...target.texts.keys()].map(fileAt), inner: [] };
  const show = (path: string): string => pathFrom(cwd, path);
  const found = walk({ root: target.folder, excludes: settings.excludes, tell, show });
  const named = [...target.wanted.files].filter((path) => path !== PROJECT_FILE_NAME);
  const files = new Set([...found.files.filter(settings.includes), ...named]);
  const inner = found.projects.filter((path) => isWanted({ ...target.wanted, files: new Set() }, path));
  return { files: [...files].sort().map(fileAt), inner: inner.map((path) => join(target.folder, path)) };
}
