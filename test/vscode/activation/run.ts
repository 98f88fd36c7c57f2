/**
 * `npm run bench:activation [-- --starts 5]`: how long VS Code waits for the extension, by what its extension host notes. The extension is as it
 * is packed; each start is a VS Code of its own with the folder of the tests, and the two hosts take turns.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../../bench/folders.ts';
import { percentile } from '../../bench/measure.ts';
import { type Figure, figuresTable } from '../../bench/table.ts';
import { bundleSuite } from '../bundle-suite.ts';
import { preparePackages } from '../tooling/machine.ts';
import { type Activation, readActivation } from './line.ts';

const ROOT = join(import.meta.dirname, '../../..');
const WORKSPACE = join(import.meta.dirname, '../fixture');
const PATIENCE_S = 180;
const WANTED_MS = 150;
const HOSTS = { node: 'in Node', web: 'in a web worker' } as const;
type Host = keyof typeof HOSTS;

const { values } = parseArgs({ options: { starts: { type: 'string', default: '5' } } });
const folder = mkdtempSync(join(tmpdir(), 'agreement-activation-'));
try {
  await main(Number(values.starts));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(starts: number): Promise<void> {
  const tests = join(folder, 'suite.cjs');
  const vsix = join(folder, 'extension.vsix');
  preparePackages();
  await bundleSuite({ entry: 'activation/suite.ts', outfile: tests });
  execFileSync(process.execPath, [join(ROOT, 'scripts/package.ts'), '--out', vsix], { cwd: ROOT, stdio: 'inherit' });
  const seen: Record<Host, Activation[]> = { node: [], web: [] };
  for (let start = 0; start < starts; start++) {
    for (const host of ['node', 'web'] as const) seen[host].push(await measure(host, tests, vsix));
  }
  process.stdout.write(`${machine()}\n\n${figuresTable([...figures('node', seen.node), ...figures('web', seen.web)])}`);
}

async function measure(host: Host, tests: string, vsix: string): Promise<Activation> {
  const { runSuite } = await import('../tooling/run-suite.ts');
  let seen: Activation | undefined;
  const hear = (line: string): void => {
    seen ??= readActivation(line);
  };
  const artefacts = join(ROOT, 'test-results/activation');
  await runSuite({ host, extension: { vsix }, tests, workspace: WORKSPACE, artefacts, patience: PATIENCE_S, hear });
  if (!seen) throw new Error('VS Code has not told how long the activation took.');
  const parts = Object.entries(seen).map(([part, ms]) => `${part} ${ms.toFixed(0)} ms`);
  process.stderr.write(`${HOSTS[host]}: ${parts.join(', ')}\n`);
  return seen;
}

function figures(host: Host, seen: readonly Activation[]): readonly Figure[] {
  const figure = (part: string, time: (one: Activation) => number): Figure => {
    return { name: `activation ${HOSTS[host]}: ${part}`, value: percentile(seen.map(time), 50), unit: 'ms' };
  };
  return [
    { ...figure('code and `activate`', ({ code, activate }) => code + activate), target: WANTED_MS },
    figure('code', ({ code }) => code),
    figure('`activate`', ({ activate }) => activate),
    figure("the host's own wait in between", ({ storage }) => storage),
  ];
}
