import { columns, harmless } from './style.ts';

/** A line of a file, cut to what fits, with the stretch to mark. Columns are those of a terminal. */
export interface Excerpt {
  readonly line: string;
  readonly from: number;
  readonly length: number;
}

const TAB = '  ';
/** A line may be very long: no more than this is looked at on either side of the place, in UTF-16 units. */
const REACH = 500;
/** A line of such characters alone has a column for each. */
const PLAIN = /^[ -~]*$/;
/** Made for the first line that is not plain: it takes ten milliseconds. */
let segmenter: Intl.Segmenter | undefined;

interface Cell {
  readonly shown: string;
  readonly width: number;
  /** Its offset in the line, in UTF-16 units. */
  readonly at: number;
}

/** Makes an excerpt of one line; `start` and `end` are UTF-16 offsets in it, `width` is how many columns it may take. */
export function excerptOf(line: string, start: number, end: number, width: number): Excerpt {
  if (line.length <= width && PLAIN.test(line)) {
    return { line, from: start, length: Math.max(1, Math.min(end, line.length) - start) };
  }
  const low = Math.max(0, start - REACH);
  const cells = cellsOf(line.slice(low, start + REACH), low);
  const before = cells.filter((cell) => cell.at < start);
  const marked = cells.filter((cell) => cell.at >= start && cell.at < end);
  const room = Math.max(10, width - 2);
  const whole = widthOf(cells);
  const from = widthOf(before);
  const skip = whole <= width && low === 0 ? 0 : Math.max(0, Math.min(from - Math.floor(room / 3), whole - room));
  const { text, left, cutLeft } = cut(cells, skip, room, low > 0);
  const isCutRight = start + REACH < line.length || left + columns(text) < whole;
  const head = cutLeft ? '…' : '';
  const length = Math.max(1, Math.min(widthOf(marked), columns(text) - (from - left)));
  return { line: head + text + (isCutRight ? '…' : ''), from: from - left + head.length, length };
}

function cellsOf(text: string, offset: number): readonly Cell[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const shown = segment === '\t' ? TAB : harmless(segment);
    return { shown, width: columns(shown), at: offset + index };
  });
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The cells from a column on, as many as there is room for. */
function cut(
  cells: readonly Cell[],
  skip: number,
  room: number,
  isCut: boolean,
): { text: string; left: number; cutLeft: boolean } {
  let column = 0;
  let left = -1;
  let text = '';
  const isWhole = skip === 0 && widthOf(cells) <= room + 2;
  for (const cell of cells) {
    if (column >= skip) {
      if (left === -1) left = column;
      if (!isWhole && column + cell.width - left > room) break;
      text += cell.shown;
    }
    column += cell.width;
  }
  return { text, left: Math.max(0, left), cutLeft: isCut || skip > 0 };
}
