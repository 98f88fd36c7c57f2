import type { Command } from 'commander';

/** Whether a command line starts the server, and asks nothing about it. An editor waits for that: it needs none of the other commands. */
export function addressesServer([command, ...options]: readonly string[]): boolean {
  return command === 'lsp' && !options.some((option) => option === '--help' || option === '-h');
}

/** Starts the server, which is loaded only here: no other command waits for it. */
export async function serve(): Promise<void> {
  const { startOnStdio } = await import('../../server/node.ts');
  startOnStdio();
}

/** `agreement lsp`. */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .summary('start the language server, for editors')
    .description(
      'Starts the language server. An editor starts this; it speaks the Language Server Protocol on standard input and output.',
    )
    .option('--stdio', 'speak on standard input and output (there is no other way)')
    // Editors add options of their own, such as --clientProcessId.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(serve);
}
