import type { Tokens } from '../syntax/tokens.ts';
import type { Piece } from './render.ts';

/** Where a place stands: its line, and the column within that, both from 0. */
interface Spot {
  line: number;
  column: number;
}

/** A comment behind code: its white space, where it was, and where its code ends now. */
interface Trailing {
  readonly piece: Piece;
  readonly was: Readonly<Spot>;
  readonly now: Readonly<Spot>;
}

/** Keeps comments behind the code of neighbouring lines below each other where they were, as near to the code as that allows. */
export function align(tokens: Tokens, pieces: readonly Piece[]): void {
  let group: Trailing[] = [];
  for (const trailing of trailingIn(tokens.source, pieces)) {
    const before = group.at(-1);
    if (before !== undefined && !continues(before, trailing)) {
      settle(group);
      group = [];
    }
    group.push(trailing);
  }
  settle(group);
}

function continues(before: Trailing, next: Trailing): boolean {
  if (next.was.line !== before.was.line + 1 || next.now.line !== before.now.line + 1) return false;
  return next.was.column === before.was.column;
}

function settle(group: readonly Trailing[]): void {
  const column = Math.max(...group.map(({ now }) => now.column)) + 1;
  for (const { piece, now } of group) piece.text = ' '.repeat(column - now.column);
}

function* trailingIn(source: string, pieces: readonly Piece[]): Generator<Trailing> {
  const was: Spot = { line: 0, column: 0 };
  const now: Spot = { line: 0, column: 0 };
  let at = 0;
  for (const piece of pieces) {
    const code = source.slice(at, piece.start);
    move(was, code);
    move(now, code);
    const end = { ...now };
    move(was, source.slice(piece.start, piece.end));
    move(now, piece.text);
    if (piece.trails && !piece.kept) yield { piece, was: { ...was }, now: end };
    at = piece.end;
  }
}

function move(spot: Spot, text: string): void {
  const lines = text.split(/\r\n|[\r\n]/);
  const last = lines.at(-1) ?? '';
  if (lines.length === 1) spot.column += last.length;
  else {
    spot.line += lines.length - 1;
    spot.column = last.length;
  }
}
