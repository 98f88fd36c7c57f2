/** A VS Code that is thrown away: code-server, with a user, settings and extensions of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, 'node_modules/code-server/out/node/entry.js');
const START_MS = 60_000;

/** What is quiet in every test: nothing greets, asks or advertises, and nothing is saved unasked, as a browser's VS Code does. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface CodeServer {
  /** Where it listens, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Host and port, the authority of its `vscode-remote:` addresses. */
  readonly host: string;
  /** The folder of its user's data; logs are in `logs/`. */
  readonly userData: string;
  /** What it has written to its output so far. */
  output(): string;
  /** Ends it with all its children, and removes what it has written. */
  stop(): Promise<void>;
}

export interface CodeServerOptions {
  /** User settings, over the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Extensions to install, as paths of `.vsix` files. */
  readonly install?: readonly string[];
}

/** Starts one. It listens when the promise resolves. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  requireNode24();
  const home = newHome(options.settings ?? {});
  try {
    for (const vsix of options.install ?? []) install(home, vsix);
    return await listen(home);
  } catch (error) {
    removeFolder(home.root);
    throw error;
  }
}

/** The folder of an extension as it is once installed from a `.vsix`, and how to be rid of it. */
export function unpackVsix(vsix: string): { readonly folder: string; remove(): void } {
  const home = newHome({});
  install(home, vsix);
  const [name] = readdirSync(home.extensions, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (!name) throw new Error(`Nothing was installed from ${vsix}.`);
  return { folder: join(home.extensions, name.name), remove: () => removeFolder(home.root) };
}

interface Home {
  readonly root: string;
  readonly userData: string;
  readonly extensions: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

function newHome(settings: Readonly<Record<string, unknown>>): Home {
  const root = mkdtempSync(join(tmpdir(), 'agreement-vscode-'));
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const userData = folder('user');
  const extensions = folder('extensions');
  const config = join(root, 'config.yaml');
  writeFileSync(config, '');
  writeFileSync(join(folder('user/User'), 'settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  // A terminal inside VS Code sets VSCODE_…: code-server would talk to that VS Code instead of starting.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
  Object.assign(env, {
    HOME: folder('home'),
    XDG_CACHE_HOME: folder('home/cache'),
    XDG_CONFIG_HOME: folder('home/config'),
    XDG_DATA_HOME: folder('home/data'),
    XDG_RUNTIME_DIR: folder('home/run'),
  });
  return {
    root,
    userData,
    extensions,
    args: [ENTRY, '--config', config, '--user-data-dir', userData, '--extensions-dir', extensions],
    env,
  };
}

function install(home: Home, vsix: string): void {
  const result = spawnSync(process.execPath, [...home.args, '--install-extension', vsix], {
    env: home.env,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${vsix} could not be installed:\n${result.stdout}${result.stderr}`);
}

async function listen(home: Home): Promise<CodeServer> {
  const options = ['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-telemetry', '--disable-update-check'];
  options.push('--disable-workspace-trust', '--disable-getting-started-override');
  // Without it a built VS Code takes neither the extension nor the tests that the page's address names.
  options.push('--vscode-option', 'enable-smoke-test-driver');
  // A process group of its own, so that its children end with it.
  const child = spawn(process.execPath, [...home.args, ...options], {
    env: home.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const end = () => {
    killGroup(child, 'SIGKILL');
    removeFolder(home.root);
  };
  process.once('exit', end);
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`code-server ${why}:\n${output}`));
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /HTTP server listening on (http:\/\/[\d.]+:\d+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
  return {
    url,
    host: new URL(url).host,
    userData: home.userData,
    output: () => output,
    stop: async () => {
      process.off('exit', end);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      killGroup(child, 'SIGTERM');
      // It would take its time to save what is thrown away here.
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1000))]);
      end();
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function requireNode24(): void {
  if (!process.versions.node.startsWith('24.')) {
    throw new Error(`code-server needs Node 24, this is ${process.versions.node}: use \`npm run test:vscode\`.`);
  }
}
