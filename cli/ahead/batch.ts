import type { TokenParts } from '../../language/syntax/tokens.ts';

/** The tokens of a text that holds no comments and no faults. */
export type PlainTokens = Pick<TokenParts, 'codes' | 'starts' | 'ends'>;

/** A file that was read: the bytes of its text in UTF-8, without a byte order mark, and its tokens where they are plain. */
export interface FileRead {
  readonly bytes: Uint8Array;
  readonly tokens: PlainTokens | undefined;
}

/** Files that were read, one behind the other: data that goes from thread to thread without being copied. */
export interface Batch extends PlainTokens {
  readonly bytes: Uint8Array;
  /** Of each file where its bytes begin and end, and where its tokens begin and end; -1 for what is not there. */
  readonly places: Int32Array;
}

const NUMBERS = 4;
const NONE = -1;
/** How many codes stand behind those of the last token. */
const ENDING = 2;

/** Puts files together; undefined stands for one that could not be read. */
export function batchOf(files: readonly (FileRead | undefined)[]): Batch {
  const bytes = new Uint8Array(sum(files, (file) => file?.bytes.length ?? 0));
  const count = sum(files, (file) => file?.tokens?.codes.length ?? 0);
  const batch = {
    bytes,
    codes: new Uint16Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    places: new Int32Array(files.length * NUMBERS).fill(NONE),
  };
  let at = 0;
  let token = 0;
  for (const [i, file] of files.entries()) {
    if (!file) continue;
    bytes.set(file.bytes, at);
    batch.places.set([at, at + file.bytes.length], i * NUMBERS);
    at += file.bytes.length;
    if (!file.tokens) continue;
    const { codes, starts, ends } = file.tokens;
    batch.codes.set(codes, token);
    batch.starts.set(starts, token);
    batch.ends.set(ends, token);
    batch.places.set([token, token + codes.length], i * NUMBERS + 2);
    token += codes.length;
  }
  return batch;
}

/** What has to be handed over with a batch, so that it is not copied. */
export function handedOver({ bytes, codes, starts, ends, places }: Batch): readonly ArrayBuffer[] {
  return [bytes, codes, starts, ends, places].map(({ buffer }) => buffer as ArrayBuffer);
}

/** How many files there are in it. */
export function sizeOf({ places }: Batch): number {
  return places.length / NUMBERS;
}

/** Whether the file could be read. */
export function isRead({ places }: Batch, index: number): boolean {
  return places[index * NUMBERS] !== NONE;
}

/** A file that could be read, and where it is. */
export interface InBatch {
  readonly batch: Batch;
  readonly index: number;
}

/** The bytes of a file. */
export function bytesOf({ batch: { bytes, places }, index }: InBatch): Buffer {
  const start = places[index * NUMBERS] as number;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, (places[index * NUMBERS + 1] as number) - start);
}

/** The tokens of a file; undefined where they are not there. */
export function tokensOf({ batch: { codes, starts, ends, places }, index }: InBatch): PlainTokens | undefined {
  const first = places[index * NUMBERS + 2] as number;
  const end = places[index * NUMBERS + 3] as number;
  if (first === NONE) return undefined;
  const last = end - ENDING;
  return { codes: codes.subarray(first, end), starts: starts.subarray(first, last), ends: ends.subarray(first, last) };
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
