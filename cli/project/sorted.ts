import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declaresOthers } from '../../language/snapshot.ts';
import { reasonOf } from '../problems.ts';
import { pathFrom } from './targets.ts';
import type { FileTexts } from './texts.ts';

/** A record file of a project. */
export interface RecordFile {
  /** Below the project's folder, with slashes. */
  readonly path: string;
  /** Whether its findings are reported. */
  readonly wanted: boolean;
  /** What stands for what is on the disk; undefined: nothing does. */
  readonly text: string | undefined;
}

/** A record file of which the text is there. */
export interface LoadedText {
  readonly uri: string;
  /** Whether its findings are reported. */
  readonly wanted: boolean;
}

/** The files of a project by what they declare, each list in the order of their paths. */
export interface Sorted {
  /** Those that seem to declare something else than agreements: they are read first. */
  readonly others: LoadedText[];
  /** Those that seem to declare agreements alone. */
  readonly agreements: LoadedText[];
}

/** Puts the text of a file with the others, and the file into its list. What cannot be read is told of and left out. */
export function loadText(
  file: RecordFile,
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
  into: { readonly texts: FileTexts; readonly sorted: Sorted },
  problem: (line: string) => void,
): void {
  const path = join(folder, file.path);
  const uri = pathToFileURL(path).href;
  try {
    const text = into.texts.put(uri, file.text === undefined ? readFileSync(path) : Buffer.from(file.text));
    const list = declaresOthers(text) ? into.sorted.others : into.sorted.agreements;
    list.push({ uri, wanted: file.wanted });
  } catch (error) {
    problem(`${pathFrom(cwd, path)}: the file cannot be read: ${reasonOf(error)}.`);
  }
}

/** The URI of a file of a project. */
export function uriOf(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
