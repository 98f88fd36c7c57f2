import { setImmediate } from 'node:timers/promises';

/** A run shorter than this shows no progress; in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** A line on a terminal that tells how far a long run is. Nothing where there is no terminal. */
export class Progress {
  private readonly stream: NodeJS.WriteStream | undefined;
  private readonly begun = performance.now();
  private last = 0;
  private shown = false;

  /** `stream` is where it shows; undefined: nowhere. */
  constructor(stream: NodeJS.WriteStream | undefined) {
    this.stream = stream;
  }

  /** So many of `total` are done. Gives signals a chance to come through now and then. */
  async step(stage: string, done: number, total: number): Promise<void> {
    if (this.show(stage, done, total)) await setImmediate();
  }

  /** So many of `total` are done. Gives back whether the line was drawn anew. */
  show(stage: string, done: number, total: number): boolean {
    if (!this.stream) return false;
    const now = performance.now();
    if (now - this.begun < PATIENCE || now - this.last < INTERVAL) return false;
    this.last = now;
    this.shown = true;
    this.stream.write(`\r\u001B[K${stage} … ${done} of ${total} files`);
    return true;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.shown) this.stream?.write('\r\u001B[K');
    this.shown = false;
  }
}
