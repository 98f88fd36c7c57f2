import type { Host } from '../host.ts';
import { pause, Slices } from '../slices.ts';

/** How many files are asked for at once. */
const BATCH = 64;

/** Takes the text of a file that was read; undefined: there is no such file. */
export type Taker = (uri: string, text: string | undefined) => void;

/** Reads files from the host, in slices, so that whoever asks something meanwhile is answered. */
export class Reader {
  /** Files on the list, each with the turn in which it was put there last. */
  private readonly waiting = new Map<string, number>();
  private turn = 0;
  private readonly host: Host;
  private readonly take: Taker;
  private running: Promise<void> | undefined;

  constructor(host: Host, take: Taker) {
    this.host = host;
    this.take = take;
  }

  /** Whether the file is still to be read. */
  isWaiting(uri: string): boolean {
    return this.waiting.has(uri);
  }

  /** How many files are still to be read. */
  get left(): number {
    return this.waiting.size;
  }

  /** Has files read, those added first first. A file that is being read just now is read again: it may have changed meanwhile. */
  add(uris: Iterable<string>): void {
    this.turn++;
    for (const uri of uris) this.waiting.set(uri, this.turn);
  }

  /** Takes a file off the list. */
  drop(uri: string): void {
    this.waiting.delete(uri);
  }

  /** Reads whatever is on the list, until nothing is left. */
  read(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    await pause();
    const slices = new Slices();
    let next = this.fetch();
    while (next) {
      const { uris, turns, texts } = next;
      const read = await texts;
      // The next batch is on its way while this one is parsed.
      next = this.fetch(uris);
      for (const [i, uri] of uris.entries()) {
        if (this.waiting.get(uri) !== turns[i]) continue;
        this.waiting.delete(uri);
        this.take(uri, read[i]);
        await slices.rest();
      }
      next ??= this.fetch();
    }
  }

  private fetch(under: readonly string[] = []): Batch | undefined {
    const uris: string[] = [];
    const turns: number[] = [];
    for (const [uri, turn] of this.waiting) {
      if (uris.length === BATCH) break;
      if (under.includes(uri)) continue;
      uris.push(uri);
      turns.push(turn);
    }
    return uris.length ? { uris, turns, texts: this.host.readFiles(uris) } : undefined;
  }
}

interface Batch {
  readonly uris: readonly string[];
  /** The turn in which each was put on the list. */
  readonly turns: readonly number[];
  readonly texts: Promise<readonly (string | undefined)[]>;
}
