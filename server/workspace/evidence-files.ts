import type { Host } from '../host.ts';
import { canonical } from '../uris.ts';
import type { ProjectFolder } from './project-folder.ts';

/** How many evidence files are looked at side by side. */
const AT_ONCE = 4;

/** An evidence file that records of a project name. */
interface Look {
  readonly project: ProjectFolder;
  /** Its URI as the engine spells it. */
  readonly uri: string;
}

/** The evidence files that records name: each is looked at on the host, when it is first named and when it may have changed. */
export class EvidenceFiles {
  private readonly host: Host;
  private readonly changedSome: () => void;
  /** Which evidence each record file names. */
  private readonly namedBy = new Map<string, readonly string[]>();
  /** Who names each evidence file, by the server's spelling of its URI. */
  private readonly looks = new Map<string, Look[]>();
  private readonly queue = new Set<Look>();
  private running = 0;
  private waiters: (() => void)[] = [];

  constructor(host: Host, changedSome: () => void) {
    this.host = host;
    this.changedSome = changedSome;
  }

  /** The endings (`pdf`, `html`) of the evidence files that are named. */
  endings(): ReadonlySet<string> {
    const endings = new Set<string>();
    for (const uri of this.looks.keys()) {
      const ending = /\.([A-Za-z0-9]+)$/.exec(uri)?.[1];
      if (ending) endings.add(ending);
    }
    return endings;
  }

  /** Takes note of the evidence that a record file names now. */
  follow(project: ProjectFolder, recordsUri: string): void {
    const named = project.engine.evidenceOf(recordsUri);
    if (named.length === 0 && !this.namedBy.has(recordsUri)) return;
    if (named.length) this.namedBy.set(recordsUri, named);
    else this.namedBy.delete(recordsUri);
    for (const uri of named) this.add({ project, uri });
    this.run();
  }

  /** A file on the host has changed: where it is evidence it is looked at again. */
  changed(uri: string): void {
    for (const look of this.looks.get(uri) ?? []) this.queue.add(look);
    this.run();
  }

  /** Looks at everything again. */
  lookAgain(): void {
    for (const looks of this.looks.values()) for (const look of looks) this.queue.add(look);
    this.run();
  }

  /** Whether anything is still to be looked at. */
  get isBusy(): boolean {
    return this.running > 0 || this.queue.size > 0;
  }

  /** Resolves when everything that was to be looked at has been. */
  whenSeen(): Promise<void> {
    if (!this.isBusy) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private add(look: Look): void {
    const key = canonical(look.uri);
    const known = this.looks.get(key) ?? [];
    if (known.some((l) => l.project === look.project && l.uri === look.uri)) return;
    this.looks.set(key, [...known, look]);
    this.queue.add(look);
  }

  private run(): void {
    while (this.running < AT_ONCE) {
      const [look] = this.queue;
      if (!look) break;
      this.queue.delete(look);
      this.running++;
      void this.look(look);
    }
  }

  private async look({ project, uri }: Look): Promise<void> {
    const evidence = await this.host.evidence(uri, project.folder).catch(() => undefined);
    project.engine.putEvidence(uri, evidence);
    this.running--;
    this.changedSome();
    this.run();
    if (this.isBusy) return;
    for (const resolve of this.waiters.splice(0)) resolve();
  }
}
