import { KIND } from '../syntax/kinds.ts';
import type { Comment, Tokens } from '../syntax/tokens.ts';

/** The gap between two tokens stays within a line, as far as comments in it allow. */
export interface SpaceGap {
  readonly is: 'space';
  /** Spaces, where no comment stands in it. */
  readonly width: 0 | 1;
  /** The column (from 0) of what stands behind a line end that a comment brings. */
  readonly indent: number;
}

/** The next token begins a line. */
export interface LineGap {
  readonly is: 'line';
  /** The column (from 0) of the next token. */
  readonly indent: number;
  /** The column of comments on lines of their own. */
  readonly comments: number;
  /** No blank line behind the token before. */
  readonly opens: boolean;
  /** No blank line before the next token. */
  readonly closes: boolean;
  /** At least one blank line. */
  readonly apart: boolean;
}

/** What shall stand between two neighbouring tokens, beside comments. Undefined: what stands there stays. */
export type Gap = SpaceGap | LineGap | undefined;

const BREAK = /[\r\n]/;

/** The comments of a text by the token that they stand before. */
export class Comments {
  readonly #tokens: Tokens;
  readonly #firsts: Uint32Array;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#firsts = new Uint32Array(tokens.count + 2);
    let next = 0;
    for (let token = 0; token <= tokens.count; token++) {
      this.#firsts[token] = next;
      while (tokens.comments[next]?.before === token) next++;
    }
    this.#firsts[tokens.count + 1] = next;
  }

  /** Whether comments stand between this token and the one before. */
  any(token: number): boolean {
    return (this.#firsts[token] ?? 0) < (this.#firsts[token + 1] ?? 0);
  }

  /** The comments between this token and the one before. */
  before(token: number): readonly Comment[] {
    return this.any(token) ? this.#tokens.comments.slice(this.#firsts[token], this.#firsts[token + 1]) : NONE;
  }

  /** Whether a line ends between this token and the one before because of comments, in whatever way the gap is laid out. */
  forceBreak(token: number): boolean {
    if (!this.any(token)) return false;
    const { source } = this.#tokens;
    const start = token === 0 ? 0 : this.#tokens.end(token - 1);
    return BREAK.test(source.slice(start, this.#tokens.start(token)));
  }
}

const NONE: readonly Comment[] = [];

/** Whether a comment runs to the end of its line. */
export function isLineComment(source: string, comment: Comment): boolean {
  return source.startsWith('//', comment.start);
}

/** Whether a line ends between two offsets. */
export function breaksBetween(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const char = source.charCodeAt(at);
    if (char === 10 || char === 13) return true;
  }
  return false;
}

/** The length of a token's first line. */
export function headWidth(tokens: Tokens, token: number): number {
  if (tokens.kind(token) === KIND.inForce) return 'in force'.length;
  const start = tokens.start(token);
  const end = tokens.end(token);
  if (tokens.kind(token) !== KIND.text) return end - start;
  const line = tokens.source.slice(start, end).search(BREAK);
  return line < 0 ? end - start : line;
}

/** The length of a token's last line where it has several, else undefined. */
export function tailWidth(tokens: Tokens, token: number): number | undefined {
  if (tokens.kind(token) !== KIND.text) return undefined;
  const text = tokens.text(token);
  const line = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return line < 0 ? undefined : text.length - line - 1;
}
