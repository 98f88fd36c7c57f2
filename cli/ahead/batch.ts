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

/** Puts files together, as they are read. */
export class BatchMaker {
  private readonly bytes = new Pile<Uint8Array>((size) => new Uint8Array(size));
  private readonly codes = new Pile<Uint16Array>((size) => new Uint16Array(size));
  private readonly starts = new Pile<Uint32Array>((size) => new Uint32Array(size));
  private readonly ends = new Pile<Uint32Array>((size) => new Uint32Array(size));
  private places: number[] = [];

  /** How many bytes there are so far. */
  get size(): number {
    return this.bytes.count;
  }

  /** Adds a file; undefined stands for one that could not be read. */
  add(file: FileRead | undefined): void {
    if (!file) this.places.push(NONE, NONE, NONE, NONE);
    else this.places.push(...this.bytes.add(file.bytes), ...this.addTokens(file.tokens));
  }

  private addTokens(tokens: PlainTokens | undefined): readonly [number, number] {
    if (!tokens) return [NONE, NONE];
    const place = this.codes.add(tokens.codes);
    // As many numbers as codes, so that one place serves for all.
    this.starts.add(tokens.starts, tokens.codes.length);
    this.ends.add(tokens.ends, tokens.codes.length);
    return place;
  }

  /** All files so far; there are none afterwards. */
  take(): Batch {
    const { bytes, codes, starts, ends, places } = this;
    this.places = [];
    return {
      bytes: bytes.take(),
      codes: codes.take(),
      starts: starts.take(),
      ends: ends.take(),
      places: Int32Array.from(places),
    };
  }
}

/** So many numbers a pile has room for at first. */
const ROOM = 1 << 16;
/** The room for more numbers than these is not kept for the next ones. */
const KEPT = 1 << 22;

/** Numbers one behind the other, in an array that grows and is used again. */
class Pile<A extends Uint8Array | Uint16Array | Uint32Array> {
  count = 0;
  private room: A;
  private readonly make: (size: number) => A;

  constructor(make: (size: number) => A) {
    this.make = make;
    this.room = make(ROOM);
  }

  /** Adds numbers, with room behind them up to `length`; gives back where they begin and end with that room. */
  add(numbers: A, length = numbers.length): readonly [number, number] {
    const start = this.count;
    this.count += length;
    if (this.count > this.room.length) {
      const more = this.make(Math.max(this.count, this.room.length * 2));
      more.set(this.room.subarray(0, start));
      this.room = more;
    }
    this.room.set(numbers, start);
    return [start, this.count];
  }

  /** All numbers, in an array of their own; there are none afterwards. */
  take(): A {
    const all = this.room.slice(0, this.count) as A;
    this.count = 0;
    if (this.room.length > KEPT) this.room = this.make(ROOM);
    return all;
  }
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
