import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createTwoFilesPatch } from 'diff';
import { format, patched } from '../../language/format/index.ts';
import { FINE, FOUND, reasonOf, Unable } from '../problems.ts';
import { decodeWhole, recordFiles } from '../project/records.ts';
import { pathFrom } from '../project/targets.ts';
import { type ColourChoice, count, harmless } from '../terminal/style.ts';
import { colourOption } from './check.ts';
import { Run } from './run.ts';

interface FormatOptions {
  readonly check: boolean;
  readonly diff: boolean;
  readonly stdin: boolean;
  readonly quiet: boolean;
  readonly color: ColourChoice;
}

/** A text before and after. */
interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** `agreement format` */
export function addFormat(program: Command, end: (code: number) => void): void {
  program
    .command('format')
    .summary('lay records out in one way')
    .description(
      'Lays the files of records out in one way. What they say never changes, and declarations with errors stay as they are.',
    )
    .argument('[paths...]', 'folders or files of records', ['.'])
    .option('--check', 'write nothing; fail where a file would change', false)
    .option('--diff', 'write nothing; show what would change', false)
    .option('--stdin', 'format standard input, to standard output', false)
    .option('-q, --quiet', 'print no names of files and no notes', false)
    .addOption(colourOption())
    .action(async (paths: readonly string[], options: FormatOptions) => end(await run(paths, options)))
    .addHelpText(
      'after',
      `
Exit codes: 0 all went well, 1 with --check: a file would change, 2 something could not be read or written.

Examples:
  agreement format                this folder
  agreement format --check        is all of it formatted?
  agreement format --diff a.agreement`,
    );
}

async function run(paths: readonly string[], options: FormatOptions): Promise<number> {
  const session = new Run(options);
  // The folder that stands for no path at all is no path.
  const path = options.stdin ? paths.find((one) => one !== '.') : undefined;
  if (path !== undefined) throw new Unable(`--stdin formats standard input, and no files: leave out ${path}.`);
  const changed = options.stdin ? await formatInput(session, options) : await formatFiles(paths, session, options);
  return session.end(options.check && changed > 0 ? FOUND : FINE);
}

async function formatInput(session: Run, options: FormatOptions): Promise<number> {
  const change = changeOf('<stdin>', readInput(), session);
  const isChanged = change.before !== change.after;
  if (options.diff && isChanged) await session.print(shown(change, session));
  else if (options.check && isChanged) session.note('Standard input would change.');
  else if (!options.diff && !options.check) await session.print([change.after]);
  return isChanged ? 1 : 0;
}

function readInput(): string {
  try {
    return decodeWhole(readFileSync(0));
  } catch (error) {
    throw new Unable(`Standard input cannot be read: ${reasonOf(error)}.`);
  }
}

async function formatFiles(paths: readonly string[], session: Run, options: FormatOptions): Promise<number> {
  const files = recordFiles(paths, session.cwd, session);
  let changed = 0;
  for (const file of files) {
    const change = fileChange(file, session);
    if (change === undefined || change.before === change.after) continue;
    changed++;
    if (options.diff) await session.print(shown(change, session));
    else {
      if (!options.check) write(file, change, session);
      if (!options.quiet) await session.print([`${harmless(change.name)}\n`]);
    }
  }
  session.note(closing(files.length, changed, options));
  return changed;
}

function closing(files: number, changed: number, { check, diff }: FormatOptions): string {
  if (files === 0) return 'There are no files of records here: their names end in `.agreement`.';
  const verb = check || diff ? 'would change' : 'changed';
  return `${count(files, 'file')}, ${changed} ${verb}.`;
}

function fileChange(file: string, session: Run): Change | undefined {
  const name = pathFrom(session.cwd, file);
  try {
    return changeOf(name, decodeWhole(readFileSync(file)), session);
  } catch (error) {
    session.problem(`${name}: the file cannot be read: ${reasonOf(error)}.`);
    return undefined;
  }
}

function changeOf(name: string, before: string, session: Run): Change {
  const result = format(before);
  if (!result.ok) {
    session.problem(`${name}: ${result.reason}`);
    return { name, before, after: before };
  }
  const { length } = result.left;
  if (length > 0) {
    session.note(
      `${name}: ${count(length, 'declaration')} with errors ${length === 1 ? 'stays as it is' : 'stay as they are'}.`,
    );
  }
  return { name, before, after: patched(before, result.edits) };
}

function write(file: string, { name, after }: Change, session: Run): void {
  try {
    writeFileSync(file, after);
  } catch (error) {
    session.problem(`${name}: the file cannot be written: ${reasonOf(error)}.`);
  }
}

function* shown({ name, before, after }: Change, { style }: Run): Generator<string> {
  const patch = createTwoFilesPatch(name, name, before, after, 'now', 'formatted', { context: 2 });
  for (const line of patch.split('\n').slice(1, -1)) {
    const text = harmless(line.replace(/\r$/, ''));
    if (line.startsWith('+')) yield `${style.colours.green(text)}\n`;
    else yield `${line.startsWith('-') ? style.colours.red(text) : text}\n`;
  }
}
