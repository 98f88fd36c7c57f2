/** Bundles the command line: `build.ts [FOLDER]`, `dist` by default. One file that runs on Node 20 and needs no `node_modules`. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { namedImports } from './named-imports.ts';

/** Packages of the older kind ask for Node's own modules with `require`, which a module does not have by itself. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);";

const COMMAND: BuildOptions = {
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // The first of these that a package has: as modules, packages bundle without what is not used.
  mainFields: ['module', 'main'],
  banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
  plugins: [namedImports('vscode-languageserver(/node)?')],
};

const folder = process.argv[2] ?? 'dist';
const command = join(folder, 'agreement.js');

/** What is made of what. */
const BUNDLES: readonly BuildOptions[] = [{ ...COMMAND, entryPoints: ['cli/main.ts'], outfile: command }];

await Promise.all(
  BUNDLES.map((bundle) => build({ bundle: true, minify: true, legalComments: 'eof', logLevel: 'warning', ...bundle })),
);
chmodSync(command, 0o755);
