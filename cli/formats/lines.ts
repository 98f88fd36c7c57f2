import type { LoadedProject } from '../project/load.ts';

/** How many files' texts are kept: findings come file by file, and related places are often in the same few. */
const KEPT = 4;

/** Reads lines of files anew, for excerpts. */
export class LineReader {
  private readonly texts = new Map<string, string | undefined>();

  /** A line, counted from 1, without its end; undefined where the file cannot be read any more. */
  line(from: LoadedProject, uri: string, number: number): string | undefined {
    const text = this.text(from, uri);
    const starts = from.lines(uri);
    const start = starts?.[number - 1];
    if (text === undefined || start === undefined) return undefined;
    return text.slice(start, starts?.[number] ?? text.length).replace(/[\r\n]+$/, '');
  }

  private text(from: LoadedProject, uri: string): string | undefined {
    if (this.texts.has(uri)) return this.texts.get(uri);
    const text = from.text(uri);
    this.texts.set(uri, text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > KEPT && oldest !== undefined) this.texts.delete(oldest);
    return text;
  }
}
