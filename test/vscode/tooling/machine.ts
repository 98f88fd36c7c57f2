/** Puts in place what the tests need and this machine has not: the packages of this folder, a VS Code that runs, a Chromium. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standIns } from './stand-ins.ts';

const HERE = import.meta.dirname;
const MODULES = join(HERE, 'node_modules');
const VSCODE = join(MODULES, 'code-server/lib/vscode');
const STAMP = join(MODULES, '.prepared');

/** What an outer `npm run` leaves in the environment would misdirect an npm that it starts. */
const MISLEADING =
  /^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global|omit|include|only|production|ignore_scripts|workspaces?|dry_run|package_lock)$/i;

/** Parts of VS Code that no test here touches: 0.4 GB, and a sign-in prompt over the screenshots. */
const NOT_NEEDED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'node_modules/@github/copilot-sdk-linux-x64',
  'node_modules/@microsoft/mxc-sdk',
  ...['darwin-arm64', 'darwin-x64', 'win32-arm64', 'win32-ia32', 'win32-x64'].map(
    (platform) => `node_modules/@vscode/ripgrep-universal/bin/${platform}`,
  ),
];

/**
 * Installs the packages of this folder, once for each state of its lock file. No script of any package is run: code-server's own would
 * compile native modules that a test has no use for, so its inner packages are installed by hand.
 */
export function preparePackages(): void {
  const wanted = createHash('sha256')
    .update(readFileSync(join(HERE, 'package-lock.json')))
    .update(standIns.map((file) => file.text).join())
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  npm(HERE, 'ci');
  // Not `npm ci`: the shrinkwrap that VS Code comes with is not complete.
  for (const folder of [VSCODE, join(VSCODE, 'extensions')]) npm(folder, 'install', '--omit=dev', '--no-save');
  for (const part of NOT_NEEDED) rmSync(join(VSCODE, part), { recursive: true, force: true });
  for (const file of standIns) writeFileSync(join(VSCODE, 'node_modules', file.path), file.text);
  writeFileSync(STAMP, wanted);
}

function npm(folder: string, ...args: string[]): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING.test(name)));
  demand('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env });
}

/** The path of a Chromium; where the machine has none, and we may, it is installed. `CHROMIUM_PATH` names another. */
export function prepareChromium(): string {
  const found = chromium();
  if (found) return found;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Error('There is no Chromium on this machine: install one, or name it in CHROMIUM_PATH.');
  }
  demand('apt-get', ['update', '-qq']);
  demand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  const installed = chromium();
  if (!installed) throw new Error('Chromium was installed, but is not where it was expected.');
  return installed;
}

function chromium(): string | undefined {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env['CHROMIUM_PATH'] ?? places.find((place) => existsSync(place));
}

function demand(command: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): void {
  // Standard output belongs to the tests' own report.
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}
