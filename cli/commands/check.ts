import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS, type FormatName } from '../formats/index.ts';
import { FINE, FOUND, reasonOf, Unable } from '../problems.ts';
import { fitToOneRun } from '../project/engine.ts';
import { isProjectFile, type StandIn } from '../project/targets.ts';
import { decode } from '../project/text.ts';
import { makeReport, type Report } from '../report.ts';
import { type ColourChoice, count } from '../terminal/style.ts';
import { dayOf, loadAll, ruleSettings } from './projects.ts';
import { Run } from './run.ts';

interface CheckOptions {
  readonly format: FormatName;
  readonly asOf?: string;
  readonly rule: readonly string[];
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly quiet: boolean;
  readonly color: ColourChoice;
}

/** `agreement check` */
export function addCheck(program: Command, end: (code: number) => void): void {
  program
    .command('check')
    .summary('find what is wrong in records')
    .description('Reads the records of a project and tells what is wrong in them.')
    .argument('[paths...]', 'folders or files of records; - for standard input', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(Object.keys(FORMATS)).default('pretty'))
    .option(
      '--as-of <day>',
      'judge for this day, such as 2026-01-01, or today (default: as the project says, or today)',
    )
    .option(
      '--rule <code=severity>',
      'set a rule to error, warning, information, hint or off; may be repeated',
      repeat,
      [],
    )
    .option('--max-warnings <n>', 'fail with more warnings than this', wholeNumber)
    .option('--stdin-filename <path>', 'the file that standard input stands for')
    .option('-q, --quiet', 'print findings and nothing else', false)
    .addOption(colourOption())
    .action(async (paths: readonly string[], options: CheckOptions) => end(await check(paths, options)))
    .addHelpText(
      'after',
      `
Exit codes: 0 no error (there may be warnings), 1 an error, or more warnings than --max-warnings allows,
2 something could not be read or written, or the command line is wrong.

Examples:
  agreement check                                   this folder
  agreement check records --as-of 2020-01-01        one folder, as things stood then
  agreement check --rule missing-source=off         without one of the rules
  agreement check --format sarif > agreement.sarif  for other programs`,
    );
}

/** `--color`, which several commands have. */
export function colourOption(): Option {
  return new Option('--color <when>', 'use colours').choices(['auto', 'always', 'never']).default('auto');
}

async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  fitToOneRun();
  const run = new Run(options);
  const standards = {
    asOf: options.asOf === undefined ? undefined : dayOf(options.asOf),
    rules: ruleSettings(options.rule),
  };
  const text = standardInput(paths, options);
  const named = paths.filter((path) => path !== '-');
  const projects = await loadAll(named, text, standards, run);
  if (projects.length === 0) return run.end();
  const report = makeReport(projects);
  if (report.summary.files === 0) run.note(whyNoFiles([...named, ...(text ? [text.path ?? ''] : [])]));
  const view = {
    cwd: run.cwd,
    style: run.style,
    quiet: options.quiet,
    get missed(): number {
      return run.missed;
    },
  };
  const format = await FORMATS[options.format]();
  await run.print(format(report, view));
  // Where the reader has gone away, the rest is judged for the exit code alone.
  for (const _ of report.findings);
  return run.end(verdict(report, options, run));
}

/** Why there is nothing to judge, and what helps. */
function whyNoFiles(named: readonly string[]): string {
  return named.length > 0 && named.every(isProjectFile)
    ? 'An `agreement.json` stands for its settings alone: name its folder to check its records.'
    : 'There are no files of records here: their names end in `.agreement`.';
}

function verdict({ summary }: Report, { maxWarnings }: CheckOptions, run: Run): number {
  if (maxWarnings !== undefined && summary.warning > maxWarnings) {
    run.note(`${count(summary.warning, 'warning')}, and --max-warnings allows ${maxWarnings}.`);
    return FOUND;
  }
  return summary.error > 0 ? FOUND : FINE;
}

function standardInput(paths: readonly string[], { stdinFilename }: CheckOptions): StandIn | undefined {
  if (!paths.includes('-')) {
    if (stdinFilename === undefined) return undefined;
    throw new Unable('--stdin-filename names what standard input stands for: add - to read it.');
  }
  try {
    return { text: decode(readFileSync(0)), path: stdinFilename };
  } catch (error) {
    throw new Unable(`Standard input cannot be read: ${reasonOf(error)}.`);
  }
}

function repeat(value: string, values: readonly string[]): readonly string[] {
  return [...values, value];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(text);
}
