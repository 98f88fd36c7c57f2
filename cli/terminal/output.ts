import { once } from 'node:events';
import { reasonOf } from '../problems.ts';

/** How many UTF-16 units are gathered before they are written. */
const CHUNK = 65_536;

/** Standard output. A reader that has gone away, as `head` does, is no fault: the rest is not written. */
export class Output {
  private readonly stream: NodeJS.WriteStream;
  private closed = false;
  private fault: string | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
    stream.on('error', (error) => {
      this.closed = true;
      if (!('code' in error) || error.code !== 'EPIPE') this.fault = reasonOf(error);
    });
  }

  /** Why something could not be written; undefined where nothing failed. */
  get failure(): string | undefined {
    return this.fault;
  }

  /** Writes all pieces, no faster than they are taken; `before` is called each time before something is written. */
  async print(pieces: Iterable<string>, before: () => void): Promise<void> {
    let chunk = '';
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK) continue;
      before();
      await this.write(chunk);
      chunk = '';
      if (this.closed) return;
    }
    before();
    if (chunk) await this.write(chunk);
  }

  private async write(text: string): Promise<void> {
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
