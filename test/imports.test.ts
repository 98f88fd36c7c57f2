import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { beforeAll, expect, test } from 'vitest';

/** Who imports whom, as esbuild sees it: imports of types alone are none. */
const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['language', 'server', 'cli', 'client'];

/** By a file, relative to the project: the files and packages it imports. */
const imports = new Map<string, readonly string[]>();
/** By a file: what it exports. */
const exported = new Map<string, readonly string[]>();

beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: globSync(
      FOLDERS.map((folder) => `${folder}/**/*.ts`),
      // Of what Langium makes, only what is imported for its values counts.
      { cwd: ROOT, ignore: ['language/generated/**'] },
    ),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  for (const [file, input] of Object.entries(metafile.inputs)) {
    imports.set(
      file,
      input.imports.map((one) => one.path),
    );
  }
  for (const output of Object.values(metafile.outputs)) {
    if (output.entryPoint) exported.set(output.entryPoint, output.exports);
  }
});

test('every folder of code is looked at', () => {
  for (const folder of ['language', 'server', 'cli', 'client']) expect(filesOf(folder).length).toBeGreaterThan(5);
});

/** What each folder may import from the others. */
const MAY_IMPORT: readonly (readonly [string, readonly string[]])[] = [
  ['language', []],
  ['server', ['language']],
  ['cli', ['language', 'server']],
  ['client', ['server']],
];

test.each(MAY_IMPORT)('%s/ imports of the other folders only %j', (folder, allowed) => {
  const others = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  expect(importsOf(folder, (path) => others.some((other) => path.startsWith(`${other}/`)))).toEqual([]);
});

test('language/ knows no editor, no disk and no Langium', () => {
  const isForeign = (path: string): boolean =>
    path.startsWith('node:') || builtinModules.includes(path) || /^(vscode|langium)\b/.test(path);
  expect(importsOf('language', isForeign)).toEqual([]);
});

test('what is shipped imports no Langium', () => {
  for (const folder of FOLDERS) expect(importsOf(folder, (path) => /^langium\b/.test(path))).toEqual([]);
});

test('no module leads back to itself', () => {
  expect(circles()).toEqual([]);
});

test('no module exports `then`: whoever awaited its import would wait for ever', () => {
  expect(exported.size).toBeGreaterThan(100);
  expect([...exported].filter(([, names]) => names.includes('then')).map(([file]) => file)).toEqual([]);
});

function filesOf(folder: string): readonly string[] {
  return [...imports.keys()].filter((file) => file.startsWith(`${folder}/`)).sort();
}

function importsOf(folder: string, is: (path: string) => boolean): readonly string[] {
  return filesOf(folder).flatMap((file) => (imports.get(file) ?? []).filter(is).map((path) => `${file} → ${path}`));
}

/** Every circle that a walk along the imports closes, as a line each. */
function circles(): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const next of imports.get(file) ?? []) if (imports.has(next)) walk(next, [...way, file]);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
}
