import { FINE, type Teller, UNABLE } from '../problems.ts';
import { Output } from '../terminal/output.ts';
import { Progress } from '../terminal/progress.ts';
import { type ColourChoice, harmless, type Style, styleFor } from '../terminal/style.ts';

/** One run of a command: where its lines go, and whether all went well. */
export class Run implements Teller {
  readonly cwd = process.cwd();
  readonly style: Style;
  readonly progress: Progress;
  private readonly quiet: boolean;
  private readonly output = new Output(process.stdout, () => this.progress.clear());
  private problems = 0;

  constructor(options: { readonly color?: ColourChoice; readonly quiet?: boolean } = {}) {
    this.quiet = options.quiet ?? false;
    this.style = styleFor(options.color ?? 'auto', process.stdout, process.env);
    this.progress = new Progress(!this.quiet && process.stderr.isTTY ? process.stderr : undefined);
  }

  problem(line: string): void {
    this.problems++;
    this.line(line);
  }

  note(line: string): void {
    if (!this.quiet) this.line(line);
  }

  /** How many problems there were so far. */
  get missed(): number {
    return this.problems;
  }

  /** Prints a report or an answer on standard output. */
  async print(pieces: Iterable<string>): Promise<void> {
    await this.output.print(pieces);
    if (this.output.failure !== undefined) this.problem(`The output cannot be written: ${this.output.failure}.`);
  }

  /** The exit code: `code`, unless something could not be read or written. */
  end(code: number = FINE): number {
    this.progress.clear();
    return this.problems > 0 ? UNABLE : code;
  }

  private line(text: string): void {
    this.progress.clear();
    process.stderr.write(`agreement: ${harmless(text).replaceAll('\n', ' ')}\n`);
  }
}
