import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.ts';
import { addExplain } from './commands/explain.ts';
import { addFormat } from './commands/format.ts';
import { addLsp } from './commands/lsp.ts';
import { addRules } from './commands/rules.ts';
import { addStatus } from './commands/status.ts';
import { FINE, reasonOf, UNABLE } from './problems.ts';
import { harmless } from './terminal/style.ts';
import { VERSION } from './version.ts';

/** Runs a command line by commander, and gives back the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code = FINE;
  const program = new Command('agreement')
    .description('Checks the records of the history of agreements.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'agreement: ')) });
  const end = (ended: number): void => {
    code = ended;
  };
  for (const add of [addCheck, addStatus, addExplain, addRules, addFormat, addLsp]) add(program, end);
  if (args.length === 0) {
    program.outputHelp();
    return FINE;
  }
  await program.parseAsync(args, { from: 'user' });
  return code;
}

/** What a failure means: commander has said its own, all else is told in one line. */
export function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : UNABLE;
  process.stderr.write(`agreement: ${harmless(reasonOf(error))}\n`);
  return UNABLE;
}
