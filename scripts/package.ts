/**
 * Packs the VS Code extension: `package.ts [--out FILE]`. What goes into it is named here, and its manifest says only what VS Code asks for.
 * Fails where the package is larger than a megabyte.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';

const ROOT = join(import.meta.dirname, '..');
const STAGE = join(ROOT, 'dist/extension');
const LARGEST = 1_000_000;

/** What is packed, by its place in the project. Pages that the marketplace shows stand at the top. */
const CONTENTS: Readonly<Record<string, string>> = {
  'client/README.md': 'README.md',
  LICENSE: 'LICENSE',
  'client/icons/agreement.png': 'client/icons/agreement.png',
  'client/icons/file-dark.svg': 'client/icons/file-dark.svg',
  'client/icons/file-light.svg': 'client/icons/file-light.svg',
  'client/language-configuration.json': 'client/language-configuration.json',
  'client/snippets.json': 'client/snippets.json',
  'client/syntaxes': 'client/syntaxes',
  'client/walkthrough': 'client/walkthrough',
  'dist/client.cjs': 'dist/client.cjs',
  'dist/client-web.cjs': 'dist/client-web.cjs',
  'dist/server.cjs': 'dist/server.cjs',
  'dist/server-worker.js': 'dist/server-worker.js',
  'schemas/agreement.schema.json': 'schemas/agreement.schema.json',
};

/** What npm needs, and VS Code does not. */
const NPM_ONLY = ['private', 'bin', 'files', 'exports', 'scripts', 'dependencies', 'devDependencies', 'allowScripts'];

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(ROOT, 'dist/agreement-records.vsix') } },
});
const out = resolve(values.out);

bundle();
stage();
await createVSIX({ cwd: STAGE, packagePath: out, dependencies: false, allowMissingRepository: true });
const { size } = statSync(out);
console.log(`${out}: ${Math.round(size / 1000)} kB`);
if (size > LARGEST) throw new Error(`The package may have ${LARGEST} bytes, and has ${size}.`);

function bundle(): void {
  const script = join(import.meta.dirname, 'bundle.ts');
  const { status } = spawnSync(process.execPath, [script, '--minify'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The bundles could not be made: ${script} ended with ${status}.`);
}

function stage(): void {
  rmSync(STAGE, { recursive: true, force: true });
  for (const [from, to] of Object.entries(CONTENTS)) {
    mkdirSync(dirname(join(STAGE, to)), { recursive: true });
    cpSync(join(ROOT, from), join(STAGE, to), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
  for (const key of NPM_ONLY) delete manifest[key];
  writeFileSync(join(STAGE, 'package.json'), JSON.stringify(manifest, null, 2));
}
