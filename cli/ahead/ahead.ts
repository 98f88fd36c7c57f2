import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Batch, type InBatch, isRead, sizeOf } from './batch.ts';
import type { Task } from './thread.ts';

/** So many files are read without help while the thread starts. */
const FIRST = 300;
/** For fewer files a thread takes longer to start than it saves. */
const MANY = 2 * FIRST;
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
  private batch: Batch | undefined;
  /** The next file in the batch. */
  private next = 0;
  private taken = 0;
  private lost = false;

  /** Starts to read; the paths are below the folder, which is absolute. */
  constructor(folder: string, paths: readonly string[]) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const task: Task = { folder, paths: paths.slice(FIRST), port: port2, sent: this.sent };
    // What the program was started with, such as a module to load first, is not for the thread.
    this.worker = new Worker(THREAD, { workerData: task, transferList: [port2], execArgv: [] });
    this.worker.on('error', () => {
      this.lost = true;
    });
    this.worker.unref();
    this.port.unref();
  }

  /** The next file; undefined where it is to be read without help. */
  take(): InBatch | undefined {
    if (this.taken++ < FIRST) return undefined;
    if (this.batch === undefined || this.next === sizeOf(this.batch)) {
      this.batch = this.receive();
      this.next = 0;
    }
    const { batch } = this;
    if (batch === undefined) return undefined;
    const index = this.next++;
    return isRead(batch, index) ? { batch, index } : undefined;
  }

  private receive(): Batch | undefined {
    while (!this.lost) {
      const message = receiveMessageOnPort(this.port) as { readonly message: Batch } | undefined;
      if (message) {
        this.received++;
        return message.message;
      }
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
  if (paths.length < MANY || availableParallelism() < 2) return undefined;
  try {
    return new ReadAhead(folder, paths);
  } catch {
    return undefined;
  }
}
