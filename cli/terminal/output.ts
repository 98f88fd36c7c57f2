import { once } from 'node:events';
import { reasonOf } from '../problems.ts';

/** How many UTF-16 units are gathered before they are written. */
const CHUNK = 65_536;

/** Standard output. A reader that has gone away, as `head` does, is no fault: the rest is not written. */
export class Output {
  private readonly stream: NodeJS.WriteStream;
  private readonly before: () => void;
  private closed = false;
  private fault: string | undefined;

  /** `before` is called each time before something is written. */
  constructor(stream: NodeJS.WriteStream, before: () => void) {
    this.stream = stream;
    this.before = before;
    stream.on('error', (error) => {
      this.closed = true;
      if (!('code' in error) || error.code !== 'EPIPE') this.fault = reasonOf(error);
    });
  }

  /** Why something could not be written; undefined where nothing failed. */
  get failure(): string | undefined {
    return this.fault;
  }

  /** Writes all pieces, no faster than they are taken. */
  async print(pieces: Iterable<string>): Promise<void> {
    let chunk = '';
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK) continue;
      await this.write(chunk);
      chunk = '';
      if (this.closed) return;
    }
    if (chunk) await this.write(chunk);
  }

  private async write(text: string): Promise<void> {
    this.before();
    if (this.closed || this.stream.write(text)) return;
    // Either may come: room for more, or the news that nobody reads on.
    const controller = new AbortController();
    const { signal } = controller;
    await Promise.race([once(this.stream, 'drain', { signal }), once(this.stream, 'close', { signal })]).catch(
      () => undefined,
    );
    controller.abort();
  }
}
