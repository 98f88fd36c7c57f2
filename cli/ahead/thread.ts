/** The thread that reads ahead: it reads files in order, cuts their texts into tokens, and hands over both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { scanInPassing } from '../../language/syntax/scan.ts';
import { decode, withoutMark } from '../project/text.ts';
import { BatchMaker, type FileRead, handedOver } from './batch.ts';

/** What the thread is started with. */
export interface Task {
  /** Absolute. */
  readonly folder: string;
  /** Below the folder. */
  readonly paths: readonly string[];
  /** Where batches go. */
  readonly port: MessagePort;
  /** How many batches there are so far: one number. */
  readonly sent: Int32Array<SharedArrayBuffer>;
}

/** How much is handed over at once, in bytes of text: little at first, for nobody waits long. */
const LITTLE = 32 * 1024;
const MUCH = 512 * 1024;
/** A larger file, in bytes, is not cut into tokens here: whoever waits for it would take the thread for lost. */
const HUGE = 16 * 1024 * 1024;

const { folder, paths, port, sent } = workerData as Task;
const files = new BatchMaker();
let enough = LITTLE;
for (const path of paths) {
  files.add(read(join(folder, path)));
  if (files.size < enough) continue;
  handOver();
  enough = Math.min(MUCH, enough * 2);
}
handOver();
port.close();

/** Undefined where it cannot be read: whoever gets it finds out why. */
function read(path: string): FileRead | undefined {
  try {
    const bytes = readFileSync(path);
    const text = decode(bytes);
    return { bytes: withoutMark(bytes), tokens: bytes.length > HUGE ? undefined : plainTokens(text) };
  } catch {
    return undefined;
  }
}

function plainTokens(text: string): FileRead['tokens'] {
  const tokens = scanInPassing(text);
  const isPlain = tokens.comments.length === 0 && tokens.faults.length === 0;
  return isPlain ? tokens.parts : undefined;
}

function handOver(): void {
  const batch = files.take();
  port.postMessage(batch, handedOver(batch));
  Atomics.add(sent, 0, 1);
  Atomics.notify(sent, 0);
}
