import type { Report } from '../report.ts';
import type { Style } from '../terminal/style.ts';

/** How a report is wanted. */
export interface View {
  /** The folder in which the program runs: what people and services read names files from there. */
  readonly cwd: string;
  readonly style: Style;
  /** Findings alone. */
  readonly quiet: boolean;
  /** How many files and folders could not be read or judged; it grows while findings are taken. */
  readonly missed: number;
}

/** A way to write a report, piece by piece, so that a large one need not be held as one text. */
export type Format = (report: Report, view: View) => Iterable<string>;
