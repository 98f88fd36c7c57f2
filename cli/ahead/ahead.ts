import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Batch, type InBatch, isRead, sizeOf } from './batch.ts';
import type { Task } from './thread.ts';

/** To open a file takes about as long as to cut so many of its bytes into tokens. */
const OPENING = 4096;
/** So much at least is read without help while the thread starts: files with their bytes, and `OPENING` for each. */
const ALONE = 1_500_000;
/** So long a batch is waited for, in milliseconds; then the thread is taken for lost. */
const PATIENCE = 3000;
/** Beside this file: as it is written, and as it is built (see `scripts/build.ts`). */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);

/**
 * Reads files in a thread of its own, in their order, while this one makes records of those that came before. Nothing depends on it: what it does
 * not give, for whatever reason, is to be read without it.
 */
export class ReadAhead {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly sent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private received = 0;
  private taken = 0;
  /** What was received last; before that, nothing. */
  private batch: Batch | undefined;
  /** How many files there are up to the end of the batch; before there is one, up to the first of the thread's. */
  private end: number;
  private lost = false;

  /** Starts to read all but the first files; the paths are below the folder, which is absolute. */
  constructor(folder: string, paths: readonly string[], alone: number) {
    this.end = alone;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const task: Task = { folder, paths: paths.slice(alone), port: port2, sent: this.sent };
    // What the program was started with, such as a module to load first, is not for the thread.
    this.worker = new Worker(THREAD, { workerData: task, transferList: [port2], execArgv: [] });
    this.worker.on('error', () => {
      this.lost = true;
    });
    this.worker.unref();
    this.port.unref();
  }

  /** Whether there is something that was read. */
  get isUnderWay(): boolean {
    return Atomics.load(this.sent, 0) > 0;
  }

  /** The next file; undefined where it is to be read without help. */
  take(): InBatch | undefined {
    const file = this.taken++;
    if (file < this.end && this.batch === undefined) return undefined;
    while (file >= this.end) {
      const next = this.receive();
      if (next === undefined) return undefined;
      this.batch = next;
      this.end += sizeOf(next);
    }
    const batch = this.batch as Batch;
    const index = file - (this.end - sizeOf(batch));
    return isRead(batch, index) ? { batch, index } : undefined;
  }

  private receive(): Batch | undefined {
    while (!this.lost) {
      const message = receiveMessageOnPort(this.port) as { readonly message: Batch } | undefined;
      if (message) {
        this.received++;
        return message.message;
      }
      // Nobody waits for it to start: it is passed over what was read meanwhile.
      if (this.received === 0) return undefined;
      if (Atomics.wait(this.sent, 0, this.received, PATIENCE) === 'timed-out') this.giveUp();
    }
    return undefined;
  }

  private giveUp(): void {
    this.lost = true;
    void this.worker.terminate();
  }
}

/** Starts to read files ahead; undefined where that gains nothing, or threads are not allowed. The paths are below the folder, which is absolute. */
export function readAhead(folder: string, paths: readonly string[]): ReadAhead | undefined {
  if (availableParallelism() < 2) return undefined;
  const alone = countAlone(folder, paths);
  // For less than that a thread takes longer to start than it saves.
  if (alone === undefined || !isEnough(folder, paths.slice(alone))) return undefined;
  try {
    return new ReadAhead(folder, paths, alone);
  } catch {
    return undefined;
  }
}

function isEnough(folder: string, paths: readonly string[]): boolean {
  // Where they are many, nobody needs to look how large they are.
  return paths.length * OPENING >= ALONE || countAlone(folder, paths) !== undefined;
}

/** How many of the files make up `ALONE`; undefined where all are less. */
function countAlone(folder: string, paths: readonly string[]): number | undefined {
  let sum = 0;
  const last = paths.findIndex((path) => {
    sum += OPENING + sizeOfFile(join(folder, path));
    return sum >= ALONE;
  });
  return last === -1 ? undefined : last + 1;
}

/** In bytes; 0 where nobody can tell. */
function sizeOfFile(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
