/** Bundles the command line: `build.ts [FOLDER]`, `dist` by default. It runs on Node 20 and needs no `node_modules`. */
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { namedImports } from './named-imports.ts';

/** Packages of the older kind ask for Node's own modules with `require`, which a module does not have by itself. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);";

const COMMAND: BuildOptions = {
  bundle: true,
  minify: true,
  legalComments: 'eof',
  logLevel: 'warning',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // The first of these that a package has: as modules, packages bundle without what is not used.
  mainFields: ['module', 'main'],
  banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
  plugins: [namedImports('vscode-languageserver(/node)?')],
};

const folder = process.argv[2] ?? 'dist';
/** What each run loads as far as it needs it: a check has no use for the language server. */
const PARTS = 'parts';

rmSync(join(folder, PARTS), { recursive: true, force: true });
await build({
  ...COMMAND,
  entryPoints: { agreement: 'cli/main.ts' },
  outdir: folder,
  chunkNames: `${PARTS}/[name]-[hash]`,
  splitting: true,
});
// In one piece, though it shares code with the rest: while it is loaded, the first files wait for a processor.
await build({ ...COMMAND, entryPoints: ['cli/ahead/thread.ts'], outfile: join(folder, PARTS, 'thread.js') });
chmodSync(join(folder, 'agreement.js'), 0o755);
