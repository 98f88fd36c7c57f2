import type { LoadedProject } from '../project/load.ts';

/** A line of a file, counted from 1, without its end; undefined where the file cannot be read any more. */
export function lineOf(from: LoadedProject, uri: string, number: number): string | undefined {
  const text = from.text(uri);
  const starts = from.lines(uri);
  const start = starts?.[number - 1];
  if (text === undefined || start === undefined) return undefined;
  return text.slice(start, starts?.[number] ?? text.length).replace(/[\r\n]+$/, '');
}
