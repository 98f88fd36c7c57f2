import { KIND } from '../syntax/kinds.ts';
import type { Comment, Tokens } from '../syntax/tokens.ts';
import { type Gap, isLineComment, type LineGap, type SpaceGap } from './gaps.ts';
import type { Layout } from './layout.ts';

/** A stretch of white space and what it becomes. Pieces are in the order of the text, and every stretch between two tokens or comments is one. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  text: string;
  /** Whether a comment follows, behind code, that runs to the end of the line. */
  readonly trails: boolean;
  /** Whether it stays as it is. */
  readonly kept: boolean;
}

/** What all white space of a text becomes. */
export function render(tokens: Tokens, layout: Layout, newline: string): Piece[] {
  const renderer = new Renderer(tokens, newline);
  for (let token = 0; token <= tokens.count; token++) {
    renderer.gap(token, layout.gaps[token], layout.comments.before(token));
    if (tokens.kind(token) === KIND.inForce) renderer.inForce(token, layout.gaps[token + 1] === undefined);
  }
  return renderer.pieces;
}

/** The line end of a text: the first that stands outside texts and comments, else the first. */
export function newlineOf(tokens: Tokens, layout: Layout): string {
  for (let token = 0; token <= tokens.count; token++) {
    let start = token === 0 ? 0 : tokens.end(token - 1);
    for (const comment of [...layout.comments.before(token), { start: tokens.start(token), end: 0 }]) {
      const found = breakIn(tokens.source.slice(start, comment.start));
      if (found !== undefined) return found;
      start = comment.end;
    }
  }
  return breakIn(tokens.source) ?? '\n';
}

function breakIn(text: string): string | undefined {
  return /\r\n|\n/.exec(text)?.[0];
}

class Renderer {
  readonly pieces: Piece[] = [];
  readonly #tokens: Tokens;
  readonly #newline: string;

  constructor(tokens: Tokens, newline: string) {
    this.#tokens = tokens;
    this.#newline = newline;
  }

  /** The white space before a token, in as many pieces as comments cut it into. */
  gap(token: number, gap: Gap, comments: readonly Comment[]): void {
    const whites = this.#whites(token, comments);
    const texts = gap === undefined ? [] : this.#texts(token, gap, comments, whites.map(linesIn));
    whites.forEach((white, index) => {
      const comment = comments[index];
      const text = gap === undefined ? white : (texts[index] ?? '');
      const trails =
        comment !== undefined &&
        token + index > 0 &&
        isLineComment(this.#tokens.source, comment) &&
        !/[\r\n]/.test(text);
      const end = comment?.start ?? this.#tokens.start(token);
      this.pieces.push({ start: end - white.length, end, text, trails, kept: gap === undefined });
    });
  }

  /** `in force` is two words with one space. */
  inForce(token: number, kept: boolean): void {
    const start = this.#tokens.start(token) + 'in'.length;
    const end = this.#tokens.end(token) - 'force'.length;
    this.pieces.push({ start, end, text: kept ? this.#tokens.source.slice(start, end) : ' ', trails: false, kept });
  }

  #whites(token: number, comments: readonly Comment[]): string[] {
    const { source } = this.#tokens;
    let start = token === 0 ? 0 : this.#tokens.end(token - 1);
    const whites: string[] = [];
    for (const comment of comments) {
      whites.push(source.slice(start, comment.start));
      start = comment.end;
    }
    whites.push(source.slice(start, this.#tokens.start(token)));
    return whites;
  }

  #texts(token: number, gap: SpaceGap | LineGap, comments: readonly Comment[], lines: number[]): string[] {
    if (gap.is === 'line') this.#settleLines(token, gap, lines);
    else if (comments.length === 0) return [' '.repeat(gap.width)];
    return lines.map((ended, index) => {
      const isLast = index === comments.length;
      if (token === 0 && index === 0) return this.#beginning();
      if (ended > 0) return this.#lineEnd(gap, ended, isLast);
      return gap.is === 'space' && isLast ? ' '.repeat(gap.width) : ' ';
    });
  }

  #lineEnd(gap: SpaceGap | LineGap, ended: number, isLast: boolean): string {
    if (gap.is === 'space') return this.#newline + ' '.repeat(gap.indent);
    return this.#newline.repeat(ended) + ' '.repeat(isLast ? gap.indent : gap.comments);
  }

  /** A byte order mark stays. */
  #beginning(): string {
    return this.#tokens.source.startsWith('\uFEFF') ? '\uFEFF' : '';
  }

  /** Brings the numbers of lines that end in each white space of a gap to what the gap demands. */
  #settleLines(token: number, gap: LineGap, lines: number[]): void {
    const last = lines.length - 1;
    if (gap.closes) lines[last] = 1;
    if (token === 0) return;
    if (!lines.some((ended) => ended > 0)) lines[last] = 1;
    const first = lines.findIndex((ended) => ended > 0);
    if (gap.opens) lines[first] = 1;
    if (gap.apart && !lines.includes(2)) lines[first] = 2;
  }
}

/** How many lines end in white space: at most two, since more than one blank line is none. */
function linesIn(white: string): number {
  return Math.min(2, white.split(/\r\n|[\r\n]/).length - 1);
}
