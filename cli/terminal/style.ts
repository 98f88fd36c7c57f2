import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import pc from 'picocolors';

export type ColourChoice = 'auto' | 'always' | 'never';
export type Colours = ReturnType<typeof pc.createColors>;

/** How something is shown. */
export interface Style {
  readonly colours: Colours;
  readonly coloured: boolean;
  /** How many columns there are; undefined: as many as are needed. */
  readonly width: number | undefined;
}

/** The style for a stream. `NO_COLOR` and `FORCE_COLOR` count where the user leaves it open, `COLUMNS` where there is no terminal. */
export function styleFor(choice: ColourChoice, stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Style {
  const coloured = choice === 'auto' ? wantsColour(stream, env) : choice === 'always';
  const columns = stream.columns ?? Number(env['COLUMNS']);
  return { colours: pc.createColors(coloured), coloured, width: columns >= 20 ? columns : undefined };
}

function wantsColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** Puts a text behind a lead, broken at spaces where it is wider than the terminal; further lines are indented by `indent` columns. */
export function wrap(lead: string, text: string, style: Style, indent: number): string {
  if (style.width === undefined) return lead + text;
  const room = Math.max(20, style.width - indent);
  return lead + wrapAnsi(text, room, { hard: false }).replaceAll('\n', `\n${' '.repeat(indent)}`);
}

/** Text from a record that is safe on a terminal: what would steer the terminal, or turn the reading direction, is made visible. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

/** How many columns a text takes on a terminal. */
export function columns(text: string): number {
  // The package counts a column for characters that terminals do not show.
  return stringWidth(text.replace(/[\u200B\u200C\u200E\u200F\u2060-\u2064\uFEFF]/g, ''));
}

/** Rows as a table: cells are padded to the widest of their column. `trimmed` lines have no spaces at their end. */
export function table(rows: readonly (readonly string[])[], ends: 'trimmed' | 'padded' = 'trimmed'): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, columns(cell));
  const lines = rows.map((row) => row.map((cell, i) => pad(cell, widths[i] ?? 0)).join('  '));
  return ends === 'trimmed' ? lines.map((line) => line.trimEnd()) : lines;
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - columns(cell)));
}

/** The beginning of a text that takes no more than `width` columns, with `…` where something is left out. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let room = width - 1;
  let begin = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= columns(segment);
    if (room < 0) break;
    begin += segment;
  }
  return `${begin}…`;
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** `12,480`. The engine's own way to write numbers takes six milliseconds to get ready. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
