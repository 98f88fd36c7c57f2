/** A place in a text: both count from 0; columns are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the lines begin, the first being 0. A line ends with LF, CRLF or CR. */
export function lineStarts(text: string): Uint32Array {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return Uint32Array.from(starts);
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 10 || (char === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

/** The line and column of an offset. An offset before the text is its beginning; one behind it counts on in the last line. */
export function positionAt(starts: Uint32Array, offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, column: Math.max(0, offset - (starts[low] ?? 0)) };
}

/** The offset of a line and column; a line behind the last gives the last line's beginning. `length` (of the text) bounds it. */
export function offsetAt(starts: Uint32Array, position: Position, length: number): number {
  const line = Math.min(Math.max(position.line, 0), starts.length - 1);
  const next = starts[line + 1] ?? length + 1;
  const offset = (starts[line] ?? 0) + Math.max(position.column, 0);
  return Math.min(offset, Math.max(next - 1, starts[line] ?? 0), length);
}
