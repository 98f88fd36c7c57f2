import type { Documents } from '../documents.ts';
import { pause, Slices } from '../slices.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Board, Report } from './board.ts';

/** Who is told what was found. */
export interface Audience {
  /** A file's findings are others than before. */
  news(report: Report): void;
  /** A file cannot be judged: a fault of the program's own. What was told of it before stands. */
  failed(uri: string, reason: unknown): void;
  /** Everything has been looked at; `any`: something was news. */
  done(any: boolean): void;
}

/**
 * After every change all files it may have touched are looked at: first those that are open, the changed one before the others, then the
 * rest in slices. A newer change interrupts the round and begins the next; what has been judged stays judged.
 */
export class Rounds {
  private readonly workspace: Workspace;
  private readonly documents: Documents;
  private readonly board: Board;
  private readonly audience: Audience;
  private readonly toLook = new Set<string>();
  /** Counts the changes. */
  private change = 0;
  private running = false;
  private anyNews = false;
  private waiters: (() => void)[] = [];

  constructor(workspace: Workspace, documents: Documents, board: Board, audience: Audience) {
    this.workspace = workspace;
    this.documents = documents;
    this.board = board;
    this.audience = audience;
  }

  /** Something has changed; `uri` is the file, where it is one that the user is just working on. */
  begin(uri?: string): void {
    this.change++;
    if (uri !== undefined) this.toLook.add(uri);
    if (this.running) return;
    this.running = true;
    void this.run();
  }

  /** A file belongs to no project any more. */
  gone(uri: string): void {
    this.toLook.add(uri);
  }

  /** Resolves when no round is under way. */
  whenDone(): Promise<void> {
    if (!this.running) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private async run(): Promise<void> {
    for (let seen = -1; seen !== this.change; ) {
      await pause();
      seen = this.change;
      this.lookAtOpen();
      await this.lookAtRest(seen);
    }
    this.running = false;
    const any = this.anyNews;
    this.anyNews = false;
    this.audience.done(any);
    for (const resolve of this.waiters.splice(0)) resolve();
  }

  private lookAtOpen(): void {
    for (const uri of this.toLook) this.look(uri);
    this.toLook.clear();
    for (const uri of this.board.askedFor()) this.look(uri);
    for (const { uri } of this.documents.all()) this.look(uri);
  }

  private async lookAtRest(seen: number): Promise<void> {
    const slices = new Slices();
    for (const project of this.workspace.projects()) {
      this.look(project.fileUri);
      if (!this.workspace.isReady(project)) continue;
      for (const uri of project.engine.stale()) {
        this.look(uri);
        await slices.rest();
        if (seen !== this.change) return;
      }
    }
  }

  private look(uri: string): void {
    try {
      const report = this.board.look(uri);
      if (!report) return;
      this.anyNews = true;
      this.audience.news(report);
    } catch (reason) {
      this.audience.failed(uri, reason);
    }
  }
}
