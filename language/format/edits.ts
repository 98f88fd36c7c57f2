import type { TextEdit } from '../records/model.ts';
import type { Piece } from './render.ts';

/** The edits that turn white space into what it shall be, each as small as can be. */
export function editsOf(source: string, pieces: readonly Piece[]): TextEdit[] {
  return pieces.flatMap(({ start, end, text }) => {
    const white = source.slice(start, end);
    return white === text ? [] : [trimmed(start, white, text)];
  });
}

/** The text with edits made, which are in its order and do not overlap. */
export function patched(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of edits) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function trimmed(start: number, old: string, text: string): TextEdit {
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  if (splits(old, head) || splits(text, head)) head--;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  if (splits(old, old.length - tail) || splits(text, text.length - tail)) tail--;
  return { start: start + head, end: start + old.length - tail, newText: text.slice(head, text.length - tail) };
}

/** Whether an offset lies within a line end of two characters. */
function splits(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}
