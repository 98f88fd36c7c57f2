import type { Command } from 'commander';

/** `agreement lsp`. The server is loaded only here: no other command waits for it. */
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
    .action(async () => {
      const { createConnection, ProposedFeatures } = await import('vscode-languageserver/node');
      const { startServer } = await import('../../server/node.ts');
      startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
    });
}
