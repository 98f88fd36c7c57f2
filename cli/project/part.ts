import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Judgement, Standard } from '../../language/project.ts';
import type { FileRead } from '../../language/register/portion.ts';
import { Snapshot } from '../../language/snapshot.ts';
import { disk } from '../../server/disk.ts';
import { reasonOf } from '../problems.ts';
import type { LoadedText } from './sorted.ts';
import { pathFrom } from './targets.ts';
import type { FileTexts } from './texts.ts';

/** Where a project is, and how it is judged. */
export interface PartOf {
  /** The project's folder: an absolute path. */
  readonly folder: string;
  readonly standard: Standard;
  /** The folder in which the program runs: paths are shown from there. */
  readonly cwd: string;
}

/** What is found in one file. */
export type Judged = Judgement & { readonly uri: string };

/** Some files of a project, read and judged in one thread: all of them, unless several threads share the work. */
export class Part {
  readonly snapshot: Snapshot;
  /** The URIs of the files read here whose findings are reported. */
  readonly own: string[] = [];
  private readonly texts: FileTexts;
  private readonly of: PartOf;
  private readonly problem: (line: string) => void;

  /** `problem` is told what cannot be read or judged, which is left out. */
  constructor(of: PartOf, texts: FileTexts, problem: (line: string) => void) {
    this.of = of;
    this.texts = texts;
    this.problem = problem;
    this.snapshot = new Snapshot(of.standard, texts);
  }

  /** Reads a file. Undefined where it cannot be read. */
  read(file: LoadedText): FileRead | undefined {
    return this.readBy(file, (text) => this.snapshot.put(file.uri, text));
  }

  /** Reads a file, and judges it by what has been read so far. */
  readAndJudge(file: LoadedText): FileRead | undefined {
    return this.readBy(file, (text) => this.snapshot.putAndJudge(file.uri, text));
  }

  /** Looks at the evidence that the files read so far name. */
  async lookAtEvidence(): Promise<void> {
    const host = disk();
    const folder = pathToFileURL(this.of.folder).href;
    for (const file of this.own) {
      for (const uri of this.snapshot.evidenceOf(file)) {
        this.snapshot.putEvidence(uri, await host.evidence(uri, folder));
      }
    }
  }

  /** Judges the files read here, once all is read. */
  *judge(): Iterable<Judged> {
    for (const uri of this.own) {
      const judgement = this.tried(uri, () => withFixes(this.snapshot.judge(uri)));
      yield { uri, findings: [], waived: [], ...judgement };
    }
  }

  private readBy({ uri, wanted }: LoadedText, put: (text: string) => FileRead): FileRead | undefined {
    const read = this.tried(uri, () => put(this.texts.text(uri) ?? ''));
    if (read && wanted) this.own.push(uri);
    return read;
  }

  private tried<T>(uri: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      const path = pathFrom(this.of.cwd, fileURLToPath(uri));
      this.problem(`${path}: this file is beyond the program: ${reasonOf(error)}.`);
      return undefined;
    }
  }
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
