import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../language/snapshot.ts';
import type { Teller } from '../problems.ts';
import type { Progress } from '../terminal/progress.ts';
import { Crew } from '../threads/crew.ts';
import { type Judged, Part, type PartOf } from './part.ts';
import { loadText, type RecordFile, type Sorted } from './sorted.ts';
import { FileTexts } from './texts.ts';

/** From so many bytes on threads gain more than it takes to start them. */
const LARGE = 4 * 1024 * 1024;
/** How many files are looked at to tell how large a project is. */
const SAMPLE = 64;

/** The record files of a project, read. */
export interface FilesRead {
  readonly snapshot: Snapshot;
  readonly texts: FileTexts;
  /** The URIs of the files of which something is reported. */
  readonly wanted: readonly string[];
  /** What is found in them, each once. */
  readonly judged: () => AsyncIterable<Judged>;
}

/** What reading needs to know of its surroundings. */
export interface Reading {
  readonly tell: Teller;
  readonly progress: Progress;
  /** How many threads may work on a project that is large enough for it. */
  readonly threads: number;
}

/** Reads files: a large project with several threads, if it may. */
export async function readFiles(files: readonly RecordFile[], of: PartOf, reading: Reading): Promise<FilesRead> {
  // The hands start while the texts are loaded.
  const crew =
    reading.threads > 1 && isLarge(files, of.folder) ? new Crew(of, reading.threads - 1, reading) : undefined;
  const texts = new FileTexts();
  const sorted: Sorted = { others: [], agreements: [] };
  for (const [i, file] of files.entries()) {
    loadText(file, of, { texts, sorted }, (line) => reading.tell.problem(line));
    await reading.progress.step('Reading', i + 1, files.length);
  }
  const read = crew ? await crew.read(texts, sorted) : await readAlone(of, texts, sorted, reading);
  const own = new Set(read.own);
  const wanted = [...sorted.others, ...sorted.agreements].map(({ uri }) => uri).filter((uri) => own.has(uri));
  return { ...read, texts, wanted };
}

async function readAlone(
  of: PartOf,
  texts: FileTexts,
  { others, agreements }: Sorted,
  { tell, progress }: Reading,
): Promise<Pick<FilesRead, 'snapshot' | 'judged'> & { readonly own: readonly string[] }> {
  const part = new Part(of, texts, (line) => tell.problem(line));
  for (const file of others) part.read(file);
  await part.lookAtEvidence();
  part.snapshot.close();
  for (const [i, file] of agreements.entries()) {
    part.readAndJudge(file);
    await progress.step('Checking', i + 1, agreements.length);
  }
  return { snapshot: part.snapshot, own: part.own, judged };

  async function* judged(): AsyncIterable<Judged> {
    for (const [i, one] of [...part.judge()].entries()) {
      yield one;
      progress.show('Checking', i + 1, part.own.length);
    }
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
