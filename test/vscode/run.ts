/**
 * `npm run test:vscode [-- PART …]`: the extension in a real VS Code. Parts: `desktop`, `node`, `web`, `node-vsix`, `web-vsix`, `ui`; all that
 * can run here unless some are named. `--grep TEXT` runs the tests with that in their title alone. `desktop` needs a VS Code to download (or `VSCODE_EXECUTABLE_PATH`); the others need none.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuite } from './bundle-suite.ts';
import { isSuccess, type SuiteEnd } from './suite-end.ts';
import { preparePackages } from './tooling/machine.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const RESULTS = join(ROOT, 'test-results');
const SUITE = join(RESULTS, 'suite/suite.cjs');
const VSIX = join(RESULTS, 'agreement-records.vsix');
const WORKSPACE = join(HERE, 'fixture');
const PATIENCE_S = 600;

/** Runs a part; undefined where it cannot run here. Throws where it did not come to an end. */
type Part = () => Promise<SuiteEnd | undefined>;

const PARTS: Readonly<Record<string, Part>> = {
  desktop: async () => {
    const { runOnDesktop } = await import('./desktop.ts');
    return runOnDesktop({ extension: ROOT, tests: SUITE, workspace: WORKSPACE });
  },
  node: () => suite('node', { folder: ROOT }),
  web: () => suite('web', { folder: ROOT }),
  'node-vsix': () => suite('node', { vsix: VSIX }),
  'web-vsix': () => suite('web', { vsix: VSIX }),
  ui: async () => {
    const { runUi } = await import('./ui/run.ts');
    return runUi({ vsix: VSIX, workspace: WORKSPACE, pictures: join(RESULTS, 'pictures') });
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', default: '' } },
});
await main(positionals);

async function main(named: string[]): Promise<void> {
  const unknown = named.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`There is no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}.`);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  preparePackages();
  await bundleSuite({ entry: 'suite/index.ts', outfile: SUITE, grep: values.grep });
  npm('package', '--', '--out', VSIX);
  // After it, since both fill `dist/`: from its folder the extension runs with names and lines that a report can show.
  npm('bundle');
  const outcomes: Outcome[] = [];
  for (const name of named.length > 0 ? named : Object.keys(PARTS)) outcomes.push(await outcomeOf(name));
  const ends = outcomes.flatMap(({ end }) => end ?? []);
  const total = { passed: sum(ends.map(({ passed }) => passed)), failed: sum(ends.map(({ failed }) => failed)) };
  console.log(`\n${outcomes.map(({ line }) => line).join('\n')}\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = isSuccess(total) ? 0 : 1;
}

/** What came of a part, and the line that says so. A part that did not come to an end counts as one failure. */
interface Outcome {
  readonly end: SuiteEnd | undefined;
  readonly line: string;
}

async function outcomeOf(name: string): Promise<Outcome> {
  const start = Date.now();
  console.log(`\n── ${name}`);
  const end = await PARTS[name]?.().catch((error: unknown): SuiteEnd => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const word = end === undefined ? 'not run' : isSuccess(end) ? 'passed ' : 'failed ';
  return { end, line: `${word}  ${name}  ${((Date.now() - start) / 1000).toFixed(1)} s` };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

async function suite(host: 'node' | 'web', extension: { folder: string } | { vsix: string }): Promise<SuiteEnd> {
  const { runSuite } = await import('./tooling/run-suite.ts');
  const artefacts = join(RESULTS, `${host}${'vsix' in extension ? '-vsix' : ''}`);
  return runSuite({ host, extension, tests: SUITE, workspace: WORKSPACE, artefacts, patience: PATIENCE_S });
}

function npm(...script: string[]): void {
  const { status } = spawnSync('npm', ['run', '--silent', ...script], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm run ${script.join(' ')} ended with ${status}.`);
}
