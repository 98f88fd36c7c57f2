import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../language/records/model.ts';
import { offsetAt, positionAt } from '../language/syntax/lines.ts';

/** What is needed to tell positions in a text. */
export interface Lines {
  readonly lineStarts: Uint32Array;
  /** The text's length in UTF-16 units. */
  readonly length: number;
}

/** An offset as the protocol writes it. */
export function toPosition(lines: Lines, offset: number): Position {
  const { line, column } = positionAt(lines.lineStarts, Math.min(offset, lines.length));
  return { line, character: column };
}

/** A span as the protocol writes it. */
export function toRange(lines: Lines, span: Span): Range {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

/** The offset of a position; positions beyond the text, or a line, are its end. */
export function toOffset(lines: Lines, position: Position): number {
  return offsetAt(lines.lineStarts, { line: position.line, column: position.character }, lines.length);
}

/** The span of a range. */
export function toSpan(lines: Lines, range: Range): Span {
  return { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
}
