import { addressesServer, serve } from './commands/lsp.ts';

/** Runs the command line `args` (without the program's own name) and gives back the exit code. Only what it takes is loaded. */
async function main(args: readonly string[]): Promise<number> {
  if (!addressesServer(args)) return (await import('./program.ts')).run(args);
  await serve();
  return 0;
}

async function failed(error: unknown): Promise<number> {
  return (await import('./program.ts')).failed(error);
}

// Ending by itself, the program writes all that is still on its way into a pipe.
process.exitCode = await main(process.argv.slice(2)).catch(failed);
