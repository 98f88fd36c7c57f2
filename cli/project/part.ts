import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Judgement, Standard } from '../../language/project.ts';
import type { Evidence } from '../../language/register/ask.ts';
import type { FileRead, Portion } from '../../language/register/portion.ts';
import { Snapshot } from '../../language/snapshot.ts';
import { disk } from '../../server/disk.ts';
import { reasonOf } from '../problems.ts';
import { pathFrom } from './targets.ts';
import { FileTexts, type SharedTexts } from './texts.ts';

/** A record file of a project. */
export interface RecordFile {
  /** Below the project's folder, with slashes. */
  readonly path: string;
  /** Whether its findings are reported. */
  readonly wanted: boolean;
  /** What stands for what is on the disk; undefined: nothing does. */
  readonly text: string | undefined;
}

/** Where a part of a project is, and how it is judged. */
export interface PartOf {
  /** The project's folder: an absolute path. */
  readonly folder: string;
  readonly standard: Standard;
  /** The folder in which the program runs: paths are shown from there. */
  readonly cwd: string;
}

/** What is found in one file. */
export type Judged = Judgement & { readonly uri: string };

/** What another thread has read. */
export interface OthersRead {
  readonly portion: Portion;
  readonly texts: SharedTexts;
  readonly evidence: Part['evidence'];
}

/** Some files of a project, read and judged in one thread: all of them, unless several threads share the work. */
export class Part {
  readonly snapshot: Snapshot;
  readonly texts = new FileTexts();
  /** The URIs of the files read so far whose findings are reported. */
  readonly wanted: string[] = [];
  /** What was found of the evidence that these files name. */
  readonly evidence: (readonly [uri: string, found: Evidence | undefined])[] = [];
  private readonly of: PartOf;
  private readonly problem: (line: string) => void;

  /** `problem` is told what cannot be read or judged, which is left out. */
  constructor(of: PartOf, problem: (line: string) => void) {
    this.of = of;
    this.problem = problem;
    this.snapshot = new Snapshot(of.standard, this.texts);
  }

  /** Reads a file. Undefined where it cannot be read. */
  read({ path, wanted, text: given }: RecordFile): FileRead | undefined {
    const uri = uriOf(this.of.folder, path);
    const text = this.text(uri, path, given);
    if (text === undefined) return undefined;
    const read = this.tried(join(this.of.folder, path), () => this.snapshot.put(uri, text));
    if (read && wanted) this.wanted.push(uri);
    return read;
  }

  /** Takes in what another thread has read. */
  take({ portion, texts, evidence }: OthersRead): void {
    this.texts.take(texts);
    this.snapshot.take(portion);
    for (const [uri, found] of evidence) this.snapshot.putEvidence(uri, found);
  }

  /** Looks at the evidence that the files name whose findings are reported. */
  async lookAtEvidence(): Promise<void> {
    const host = disk();
    const folder = pathToFileURL(this.of.folder).href;
    for (const file of this.wanted) {
      for (const uri of this.snapshot.evidenceOf(file)) {
        const found = await host.evidence(uri, folder);
        this.evidence.push([uri, found]);
        this.snapshot.putEvidence(uri, found);
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

/** With the fixes worked out: they would keep alive whatever they are made from, and no message carries what is still to be worked out. */
function withFixes({ findings, waived }: Judgement): Judgement {
  return {
    findings: findings.map((finding) => ({ ...finding, fixes: worked(finding.fixes()) })),
    waived: waived.map((one) => ({ ...one, finding: { ...one.finding, fixes: worked(one.finding.fixes()) } })),
  };
}

function worked<T>(fixes: T): () => T {
  return () => fixes;
}
