import { END } from './kinds.ts';
import { type Comment, type Fault, Tokens } from './tokens.ts';

/** Above this many tokens the arrays are not kept for the next text. */
const KEPT = 1 << 20;

/** Collects tokens into arrays that grow and are used again for the next text. */
export class Sink {
  count = 0;
  comments: Comment[] = [];
  faults: Fault[] = [];
  #codes = new Uint16Array(4096);
  #starts = new Uint32Array(4096);
  #ends = new Uint32Array(4096);

  add(code: number, start: number, end: number): void {
    const index = this.count++;
    if (index + 2 >= this.#codes.length) this.#grow(this.#codes.length * 2);
    this.#codes[index] = code;
    this.#starts[index] = start;
    this.#ends[index] = end;
  }

  /** The tokens so far, in arrays of their own; the sink is empty afterwards. */
  take(text: string): Tokens {
    const { codes, starts, ends, comments, faults } = this.lend(text).parts;
    return new Tokens(text, { codes: codes.slice(), starts: starts.slice(), ends: ends.slice(), comments, faults });
  }

  /** The same in the sink's own arrays: they hold other tokens as soon as something is added. */
  lend(text: string): Tokens {
    const { count, comments, faults } = this;
    this.#codes[count] = END;
    this.#codes[count + 1] = END;
    const tokens = new Tokens(text, {
      codes: this.#codes.subarray(0, count + 2),
      starts: this.#starts.subarray(0, count),
      ends: this.#ends.subarray(0, count),
      comments,
      faults,
    });
    this.reset();
    if (count > KEPT) {
      this.#codes = new Uint16Array(4096);
      this.#starts = new Uint32Array(4096);
      this.#ends = new Uint32Array(4096);
    }
    return tokens;
  }

  reset(): void {
    this.count = 0;
    this.comments = [];
    this.faults = [];
  }

  #grow(size: number): void {
    const codes = new Uint16Array(size);
    const starts = new Uint32Array(size);
    const ends = new Uint32Array(size);
    codes.set(this.#codes);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#codes = codes;
    this.#starts = starts;
    this.#ends = ends;
  }
}
