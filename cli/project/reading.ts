import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Finding } from '../../language/findings.ts';
import { NOTHING } from '../../language/judge.ts';
import type { Judgement, Standard } from '../../language/project.ts';
import { Snapshot } from '../../language/snapshot.ts';
import { disk } from '../../server/disk.ts';
import type { InBatch } from '../ahead/batch.ts';
import { reasonOf, type Teller } from '../problems.ts';
import { pathFrom } from './targets.ts';
import { FileTexts } from './texts.ts';

/** A record file of a project. */
export interface RecordFile {
  /** Below the project's folder, with slashes. */
  readonly path: string;
  /** Whether its findings are reported. */
  readonly wanted: boolean;
  /** What stands for what is on the disk; undefined: nothing does. */
  readonly text: string | undefined;
}

/** What a project's files are read for, and whom what cannot be read is told. */
export interface ReadingOf {
  /** The project's folder: an absolute path. */
  readonly folder: string;
  readonly standard: Standard;
  /** The folder in which the program runs: paths are shown from there. */
  readonly cwd: string;
  readonly tell: Teller;
}

/** Names of files and folders that stand in a URI as they stand in a path. */
const PLAIN = /^\w[\w-]*(?:[./][\w-]+)*$/;

/** The record files of a project, as they are read and judged. */
export class Reading {
  readonly snapshot: Snapshot;
  readonly texts = new FileTexts();
  /** The URIs of the files read so far whose findings are reported. */
  readonly wanted: string[] = [];
  private readonly of: ReadingOf;
  private readonly folderUri: string;

  constructor(of: ReadingOf) {
    this.of = of;
    this.folderUri = pathToFileURL(of.folder).href;
    this.snapshot = new Snapshot(of.standard, this.texts);
  }

  /** Reads a file, or takes what was read ahead of it. One that cannot be read is told of and left out. */
  read({ path, wanted, text: given }: RecordFile, ahead?: InBatch): void {
    const uri = this.uriOf(path);
    const read = ahead ? this.texts.take(uri, ahead) : this.readAlone(path, uri, given);
    if (read === undefined) return;
    const isRead = this.tried(uri, () => {
      this.snapshot.put(uri, read);
      return true;
    });
    if (isRead && wanted) this.wanted.push(uri);
  }

  private readAlone(path: string, uri: string, given: string | undefined): string | undefined {
    const whole = join(this.of.folder, path);
    const bytes = (): Uint8Array => (given === undefined ? readFileSync(whole) : Buffer.from(given));
    return ifReadable(whole, () => this.texts.put(uri, bytes()), this.of);
  }

  private uriOf(path: string): string {
    // Most paths stand in a URI as they are, and thousands of URLs take long to make.
    return PLAIN.test(path) ? `${this.folderUri}/${path}` : pathToFileURL(join(this.of.folder, path)).href;
  }

  /** Looks at the evidence that the files name whose findings are reported. */
  async lookAtEvidence(): Promise<void> {
    const host = disk();
    for (const file of this.wanted) {
      for (const uri of this.snapshot.evidenceOf(file)) {
        this.snapshot.putEvidence(uri, await host.evidence(uri, this.folderUri));
      }
    }
  }

  /** Judges a file, once everything is read. One that the rules fail on is told of, and nothing is found in it. */
  judge(uri: string): Judgement {
    const { findings, waived } = this.tried(uri, () => this.snapshot.judge(uri)) ?? NOTHING;
    return {
      findings: findings.map((finding) => this.guarded(finding)),
      // They are told at the end: what their fixes are made from would be kept till then.
      waived: waived.map((one) => ({ ...one, finding: worked(this.guarded(one.finding)) })),
    };
  }

  /** With fixes that fail no more than the rules do. */
  private guarded(finding: Finding): Finding {
    return { ...finding, fixes: () => this.tried(finding.uri, () => finding.fixes()) ?? [] };
  }

  private tried<T>(uri: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      const path = pathFrom(this.of.cwd, fileURLToPath(uri));
      this.of.tell.problem(`${path}: this file is beyond the program: ${reasonOf(error)}.`);
      return undefined;
    }
  }
}

/** What reading a file gives; undefined where it cannot be read, which is told. */
export function ifReadable<T>(
  path: string,
  read: () => T,
  { cwd, tell }: { readonly cwd: string; readonly tell: Teller },
): T | undefined {
  try {
    return read();
  } catch (error) {
    tell.problem(`${pathFrom(cwd, path)}: the file cannot be read: ${reasonOf(error)}.`);
    return undefined;
  }
}

/** With the fixes worked out. */
function worked(finding: Finding): Finding {
  const fixes = finding.fixes();
  return { ...finding, fixes: () => fixes };
}
