import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Judgement, Standard } from '../../language/project.ts';
import { Snapshot } from '../../language/snapshot.ts';
import { disk } from '../../server/disk.ts';
import { reasonOf } from '../problems.ts';
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

/** Where a project is, and how it is judged. */
export interface ReadingOf {
  /** The project's folder: an absolute path. */
  readonly folder: string;
  readonly standard: Standard;
  /** The folder in which the program runs: paths are shown from there. */
  readonly cwd: string;
}

/** What is found in one file. */
export type Judged = Judgement & { readonly uri: string };

/** The record files of a project, as they are read and judged. */
export class Reading {
  readonly snapshot: Snapshot;
  readonly texts = new FileTexts();
  /** The URIs of the files read so far whose findings are reported. */
  readonly wanted: string[] = [];
  private readonly of: ReadingOf;
  private readonly problem: (line: string) => void;

  /** `problem` is told what cannot be read or judged, which is left out. */
  constructor(of: ReadingOf, problem: (line: string) => void) {
    this.of = of;
    this.problem = problem;
    this.snapshot = new Snapshot(of.standard, this.texts);
  }

  /** Reads a file. One that cannot be read is left out. */
  read({ path, wanted, text: given }: RecordFile): void {
    const uri = uriOf(this.of.folder, path);
    const text = this.text(uri, path, given);
    if (text === undefined) return;
    const isRead = this.tried(join(this.of.folder, path), () => {
      this.snapshot.put(uri, text);
      return true;
    });
    if (isRead && wanted) this.wanted.push(uri);
  }

  /** Looks at the evidence that the files name whose findings are reported. */
  async lookAtEvidence(): Promise<void> {
    const host = disk();
    const folder = pathToFileURL(this.of.folder).href;
    for (const file of this.wanted) {
      for (const uri of this.snapshot.evidenceOf(file)) {
        this.snapshot.putEvidence(uri, await host.evidence(uri, folder));
      }
    }
  }

  /** Judges a file, once everything is read. */
  judge(uri: string): Judged {
    const judgement = this.tried(fileURLToPath(uri), () => withFixes(this.snapshot.judge(uri)));
    return { uri, findings: [], waived: [], ...judgement };
  }

  private text(uri: string, path: string, given: string | undefined): string | undefined {
    try {
      return this.texts.put(uri, given === undefined ? readFileSync(join(this.of.folder, path)) : Buffer.from(given));
    } catch (error) {
      this.problem(`${this.shown(join(this.of.folder, path))}: the file cannot be read: ${reasonOf(error)}.`);
      return undefined;
    }
  }

  private tried<T>(path: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.problem(`${this.shown(path)}: this file is beyond the program: ${reasonOf(error)}.`);
      return undefined;
    }
  }

  private shown(path: string): string {
    return pathFrom(this.of.cwd, path);
  }
}

/** The URI of a file of a project. */
export function uriOf(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

/** With the fixes worked out: they would keep alive whatever they are made from. */
function withFixes({ findings, waived }: Judgement): Judgement {
  return {
    findings: findings.map((finding) => ({ ...finding, fixes: worked(finding.fixes()) })),
    waived: waived.map((one) => ({ ...one, finding: { ...one.finding, fixes: worked(one.finding.fixes()) } })),
  };
}

function worked<T>(fixes: T): () => T {
  return () => fixes;
}
