import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Teller } from '../problems.ts';
import type { Progress } from '../terminal/progress.ts';
import { Crew } from '../threads/crew.ts';
import { type Judged, Part, type PartOf, type RecordFile } from './part.ts';

/** From so many bytes on threads gain more than it takes to start them. */
const LARGE = 4 * 1024 * 1024;
/** How many files are looked at to tell how large a project is. */
const SAMPLE = 64;

/** The record files of a project, read. */
export interface FilesRead {
  /** What this thread has read, and knows of what others have. */
  readonly part: Part;
  /** The URIs of the files of which something is reported. */
  readonly wanted: readonly string[];
  /** What is found in them, each once. */
  readonly judged: () => AsyncIterable<Judged>;
}

interface Surroundings {
  readonly tell: Teller;
  readonly progress: Progress;
  readonly threads: number;
}

/** Reads files: a large project with several threads, if it may. */
export async function readFiles(files: readonly RecordFile[], of: PartOf, around: Surroundings): Promise<FilesRead> {
  if (around.threads > 1 && isLarge(files, of.folder)) {
    return readTogether(new Crew(of, files, around.threads - 1), files.length, around);
  }
  const part = new Part(of, (line) => around.tell.problem(line));
  for (const [i, file] of files.entries()) {
    part.read(file);
    await around.progress.step('Reading', i + 1, files.length);
  }
  await part.lookAtEvidence();
  return { part, wanted: part.wanted, judged: () => judgedAlone(part, around.progress) };
}

async function* judgedAlone(part: Part, progress: Progress): AsyncIterable<Judged> {
  for (const [i, uri] of part.wanted.entries()) {
    yield part.judge(uri);
    progress.show('Checking', i + 1, part.wanted.length);
  }
}

async function readTogether(crew: Crew, total: number, { tell, progress }: Surroundings): Promise<FilesRead> {
  for (const _ of crew.read()) await progress.step('Reading', crew.done('read'), total);
  const wanted = await crew.wanted();
  return { part: crew.part, wanted, judged };

  async function* judged(): AsyncIterable<Judged> {
    for await (const one of crew.judged()) {
      yield one;
      progress.show('Checking', crew.done('judged'), wanted.length);
    }
    for (const line of await crew.problems()) tell.problem(line);
  }
}

/** Whether the files are many bytes, by a sample of them. */
function isLarge(files: readonly RecordFile[], folder: string): boolean {
  const step = Math.max(1, Math.floor(files.length / SAMPLE));
  let [looked, bytes] = [0, 0];
  for (let i = 0; i < files.length; i += step) {
    looked++;
    bytes += sizeOf(join(folder, files[i]?.path ?? ''));
  }
  return looked > 0 && (bytes / looked) * files.length >= LARGE;
}

/** A file that is not there has no size; that it cannot be read is told later. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
