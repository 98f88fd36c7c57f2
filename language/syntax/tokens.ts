import { countFirst } from '../sorted.ts';
import type { TokenKind } from './kinds.ts';

/** A comment as it is written, with its marks; offsets are UTF-16, `end` is exclusive and leaves the line end out. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** The index of the token that follows it; the number of tokens where none does. */
  readonly before: number;
}

/**
 * What the scanner found wrong with one token, or before it: invisible characters. With the comment that runs to the end `token` is the number of
 * tokens.
 */
export interface Fault {
  readonly token: number;
  readonly is: 'unclosed-text' | 'unclosed-comment' | 'quotes' | 'escape' | 'dash' | 'invisible';
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens of one text, in flat arrays. Comments and white space are none. A method given the index `count` answers for the end of the
 * text. All offsets are UTF-16.
 */
export class Tokens {
  /** The whole text. */
  readonly source: string;
  /** How many tokens there are. */
  readonly count: number;
  /** Kind doubled, plus one for a token that begins its line; for the parser, which may correct a kind. Two codes of the end follow. */
  readonly codes: Uint16Array;
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #unclosed: ReadonlySet<number> | undefined;

  constructor(text: string, parts: TokenParts) {
    this.source = text;
    this.count = parts.starts.length;
    this.codes = parts.codes;
    this.comments = parts.comments;
    this.faults = parts.faults;
    this.#starts = parts.starts;
    this.#ends = parts.ends;
  }

  /** What they were made of. */
  get parts(): TokenParts {
    return { codes: this.codes, starts: this.#starts, ends: this.#ends, comments: this.comments, faults: this.faults };
  }

  /** The kind; see `kinds.ts`. A keyword that serves as a name keeps its kind; a misspelt keyword has the kind it was read as. */
  kind(index: number): TokenKind {
    return (this.codes[index] ?? 0) >> 1;
  }

  /** Offset of the first character. */
  start(index: number): number {
    return this.#starts[index] ?? this.source.length;
  }

  /** Offset behind the last character. */
  end(index: number): number {
    return this.#ends[index] ?? this.source.length;
  }

  /** As it is written. */
  text(index: number): string {
    return this.source.slice(this.start(index), this.end(index));
  }

  /** Whether nothing but white space and comments stands before it on its line. */
  beginsLine(index: number): boolean {
    return ((this.codes[index] ?? 1) & 1) === 1;
  }

  /** The index of the token that covers `offset` or ends at it (of two that touch there, the later); -1 where none does. */
  at(offset: number): number {
    const next = this.from(offset + 1);
    return next > 0 && this.end(next - 1) >= offset ? next - 1 : -1;
  }

  /** The index of the first token that begins at `offset` or behind it: so many begin before it. */
  from(offset: number): number {
    return countFirst(this.count, (index) => this.start(index) < offset);
  }

  /** Whether the token is a text that nothing closes. */
  isUnclosed(index: number): boolean {
    this.#unclosed ??= new Set(this.faults.filter((fault) => fault.is === 'unclosed-text').map((fault) => fault.token));
    return this.#unclosed.has(index);
  }
}

export interface TokenParts {
  readonly codes: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
}
