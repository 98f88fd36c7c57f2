import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What VS Code runs inside itself: a module with `run()`, and the titles of the tests to run, where it has any. */
export interface Suite {
  readonly entry: string;
  readonly outfile: string;
  readonly grep?: string;
}

/** One bundle for both hosts. */
export async function bundleSuite({ entry, outfile, grep = '' }: Suite): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, entry)],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    nodePaths: [join(import.meta.dirname, 'tooling/node_modules')],
    define: { global: 'globalThis', GREP: JSON.stringify(grep) },
    logLevel: 'warning',
  });
  if (!existsSync(outfile)) throw new Error('The suite was not bundled.');
}
