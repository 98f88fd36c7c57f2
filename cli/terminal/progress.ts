import { setImmediate } from 'node:timers/promises';

/** A run shorter than this shows no progress; in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** A line on a terminal that tells how far a long run is. Nothing where there is no terminal. */
export class Progress {
  private readonly stream: NodeJS.WriteStream | undefined;
  private readonly begun = performance.now();
  private last = 0;
  private stage = '';
  private done = 0;
  private shown = false;

  /** `stream` is where it shows; undefined: nowhere. */
  constructor(stream: NodeJS.WriteStream | undefined) {
    this.stream = stream;
  }

  /** One more of `total` is done. Gives signals a chance to come through now and then. */
  async step(stage: string, total: number): Promise<void> {
    if (this.show(stage, total)) await setImmediate();
  }

  /** One more of `total` is done. Gives back whether the line was drawn anew. */
  show(stage: string, total: number): boolean {
    if (stage !== this.stage) this.done = 0;
    this.stage = stage;
    this.done++;
    if (!this.stream) return false;
    const now = performance.now();
    if (now - this.begun < PATIENCE || now - this.last < INTERVAL) return false;
    this.last = now;
    this.shown = true;
    this.stream.write(`\r\u001B[K${stage} … ${this.done} of ${total} files`);
    return true;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.shown) this.stream?.write('\r\u001B[K');
    this.shown = false;
  }
}
