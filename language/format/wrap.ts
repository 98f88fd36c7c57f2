import { grammar } from '../generated/tables.ts';
import { KIND, kindOf } from '../syntax/kinds.ts';
import type { Tokens } from '../syntax/tokens.ts';
import { breaksBetween, type Comments, type Gap, headWidth, tailWidth } from './gaps.ts';

/** Columns that a line may fill. */
export const LINE_WIDTH = 120;

const AND = kindOf('and');
const LEAST = kindOf('least');

/** Words before which a statement that is too long goes on in the next line; never taken for names. */
const tails = new Set(
  ['at', 'because', 'by', 'for', 'from', 'in', 'may', 'must', 'over', 'per', 'sha256', 'should', 'to', 'toward']
    .filter((word) => grammar.connectives.includes(word))
    .map(kindOf),
);

/** The part of a line that is to be filled: the tokens from `first` to `last`, beginning at the column `indent`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly indent: number;
  /** The column of further lines. */
  readonly further: number;
  /** The column of further lines of a list that does not begin the statement. */
  readonly deeper: number;
  /** Columns that must stay free behind the last token. */
  readonly reserve: number;
  /** Whether a text may begin a line: a title in a header. */
  readonly titled: boolean;
}

/** Lays out the gaps within a stretch: on one line where it fits, else broken before connectives, else also between the items of lists. */
export class Wrapper {
  readonly #tokens: Tokens;
  readonly #comments: Comments;
  readonly #gaps: Gap[];
  #column = 0;

  constructor(tokens: Tokens, comments: Comments, gaps: Gap[]) {
    this.#tokens = tokens;
    this.#comments = comments;
    this.#gaps = gaps;
  }

  /** Decides every gap behind the first token. */
  wrap(stretch: Stretch): void {
    this.#column = stretch.indent;
    let start = stretch.first;
    while (start <= stretch.last) {
      const next = this.#next(stretch, start, (token) => this.#beginsTail(stretch, token));
      this.#segment(stretch, start, next - 1);
      start = next;
    }
  }

  /** Columns from a token to another, when both are on one line; only up to where the line ends in any case. */
  width(first: number, last: number): number {
    let width = headWidth(this.#tokens, first);
    for (let token = first; token < last; token++) {
      if (tailWidth(this.#tokens, token) !== undefined || this.#comments.forceBreak(token + 1)) return width;
      width += this.#gapWidth(token + 1) + headWidth(this.#tokens, token + 1);
    }
    return width;
  }

  /** Whether the text on both sides of a gap is one misread date or an unknown mark: what stands there stays. */
  #isKept(token: number): boolean {
    return isWord(this.#tokens.kind(token)) && isWord(this.#tokens.kind(token - 1));
  }

  #next(stretch: Stretch, start: number, begins: (token: number) => boolean): number {
    let next = start + 1;
    while (next <= stretch.last && !begins(next)) next++;
    return next;
  }

  #beginsTail(stretch: Stretch, token: number): boolean {
    if (token <= stretch.first + 1 || this.#comments.any(token)) return false;
    const kind = this.#tokens.kind(token);
    if (kind === KIND.text) return stretch.titled;
    return tails.has(kind) && this.#tokens.kind(token + 1) !== LEAST;
  }

  #beginsItem(token: number): boolean {
    if (this.#comments.any(token)) return false;
    const kind = this.#tokens.kind(token);
    if (kind === AND) return true;
    return this.#tokens.kind(token - 1) === KIND.comma && (kind === KIND.name || kind === KIND.text);
  }

  #segment(stretch: Stretch, first: number, last: number): void {
    const isFirst = first === stretch.first;
    const further = isFirst ? stretch.further : stretch.deeper;
    if (isFirst) this.#advance(first);
    else this.#place(first, this.#fits(stretch, first, last) || !this.#gains(stretch, first, last), stretch.further);
    let start = first;
    while (start <= last) {
      const end = Math.min(
        this.#next(stretch, start, (token) => this.#beginsItem(token)),
        last + 1,
      );
      if (start > first) this.#place(start, this.#fits(stretch, start, end - 1), further);
      for (let token = start + 1; token < end; token++) this.#place(token, true, further);
      start = end;
    }
  }

  /** Whether a segment that does not fit fares better on a line of its own: a text longer than a line does not. */
  #gains(stretch: Stretch, first: number, last: number): boolean {
    const reserve = last === stretch.last ? stretch.reserve : 0;
    if (stretch.further + this.width(first, last) + reserve <= LINE_WIDTH) return true;
    return this.#next(stretch, first, (token) => this.#beginsItem(token)) <= last;
  }

  #fits(stretch: Stretch, first: number, last: number): boolean {
    const reserve = last === stretch.last ? stretch.reserve : 0;
    return this.#column + this.#gapWidth(first) + this.width(first, last) + reserve <= LINE_WIDTH;
  }

  #place(token: number, fits: boolean, further: number): void {
    if (this.#isKept(token)) {
      this.#gaps[token] = undefined;
      this.#column += this.#tokens.start(token) - this.#tokens.end(token - 1);
    } else if (fits) {
      const width = this.#tokens.kind(token) === KIND.comma ? 0 : 1;
      this.#gaps[token] = { is: 'space', width, indent: further };
      this.#skipGap(token, further);
    } else {
      this.#gaps[token] = { is: 'line', indent: further, comments: further, opens: true, closes: true, apart: false };
      this.#column = further;
    }
    this.#advance(token);
  }

  #advance(token: number): void {
    const tail = tailWidth(this.#tokens, token);
    this.#column = tail ?? this.#column + headWidth(this.#tokens, token);
  }

  #skipGap(token: number, further: number): void {
    const last = this.#comments.before(token).at(-1);
    if (last === undefined || !this.#comments.forceBreak(token)) {
      this.#column += this.#gapWidth(token);
      return;
    }
    const { source } = this.#tokens;
    const isEnded = breaksBetween(source, last.end, this.#tokens.start(token));
    const lines = source.slice(last.start, last.end).split(/\r\n|[\r\n]/);
    const width = lines.at(-1)?.length ?? 0;
    this.#column = isEnded ? further : (lines.length > 1 ? 0 : further) + width + 1;
  }

  /** Columns between a token and the one before, on one line. */
  #gapWidth(token: number): number {
    if (this.#isKept(token)) return this.#tokens.start(token) - this.#tokens.end(token - 1);
    const width = this.#tokens.kind(token) === KIND.comma ? 0 : 1;
    if (!this.#comments.any(token)) return width;
    return this.#comments.before(token).reduce((sum, { start, end }) => sum + end - start + 1, width);
  }
}

function isWord(kind: number): boolean {
  return kind === KIND.name || kind === KIND.value || kind === KIND.unknown;
}
