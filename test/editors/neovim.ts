import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { blocksOf, ROOT, readPage } from '../docs/markdown.ts';

/** What came of a check that Neovim made. */
export interface Outcome {
  readonly name: string;
  /** Why it failed; missing where it did not. */
  readonly failure?: string;
}

/** The page whose configuration is checked. */
const PAGE = 'docs/editors.md';
const PATIENCE_MS = 240_000;

/** What `nvim --version` says in its first line; undefined where there is no Neovim. */
export function neovimVersion(): string | undefined {
  const { status, stdout } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n', 1)[0] : undefined;
}

/** The configuration that the page has for a Neovim, and the blocks of Lua that it has for others. */
export function configuration(version: string): { readonly used: string; readonly unused: readonly string[] } {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version) ?? [];
  const isModern = Number(major) > 0 || Number(minor) >= 11;
  const blocks = blocksOf(readPage(PAGE)).filter(({ language }) => language === 'lua');
  const wanted = ['all', isModern ? '0.11' : '0.7'];
  const used = wanted.map((info) => blocks.find((block) => block.info === info)?.text);
  if (used.includes(undefined)) throw new Error(`${PAGE} has no blocks \`lua ${wanted.join('` and `lua ')}\`.`);
  return { used: used.join('\n'), unused: blocks.filter(({ info }) => !wanted.includes(info)).map(({ text }) => text) };
}

/** A home of its own for Neovim, with the command `agreement`, a copy of the examples, and a configuration. */
export class Home implements Disposable {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'agreement-neovim-')));

  /** Builds the command line into it. */
  constructor(config: string) {
    this.build();
    cpSync(join(ROOT, 'examples'), this.path('records'), { recursive: true });
    const plugins = this.path('config/nvim/plugin');
    mkdirSync(plugins, { recursive: true });
    writeFileSync(join(plugins, 'agreement.lua'), config);
  }

  /** Runs the checks in Neovim. A run that ends before its last check is a failure of its own. */
  check(): readonly Outcome[] {
    const checks = join(import.meta.dirname, 'checks.lua');
    const { stdout, stderr, status, error } = this.run(['-c', `luafile ${checks}`]);
    const told = stdout.split('\n').filter((line) => line.startsWith('{'));
    const lines: readonly (Outcome & { readonly checks?: number })[] = told.map((line) => JSON.parse(line));
    const outcomes = lines.filter(({ checks }) => checks === undefined);
    if (status === 0 && outcomes.length > 0 && lines.at(-1)?.checks === outcomes.length) return outcomes;
    const failure = `it ended with ${error?.message ?? status} after ${outcomes.length} checks\n${stderr}`;
    return [...outcomes, { name: 'Neovim makes all checks', failure }];
  }

  /** Says why Neovim cannot read a text as Lua; undefined where it can. */
  fault(lua: string): string | undefined {
    const file = this.path('block.lua');
    writeFileSync(file, lua);
    const { stdout } = this.run([
      '-u',
      'NONE',
      '-c',
      `lua io.stdout:write(select(2, loadfile('${file}')) or 'fine')`,
      '-c',
      'qall!',
    ]);
    return stdout === 'fine' ? undefined : stdout || 'Neovim does not say.';
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private build(): void {
    const bin = this.path('bin');
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/build.ts'), bin], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The command line could not be built: ${stderr}`);
    symlinkSync('agreement.js', join(bin, 'agreement'));
  }

  private run(args: readonly string[]) {
    const folders = ['config', 'data', 'state', 'cache'].map((name) => [
      `XDG_${name.toUpperCase()}_HOME`,
      this.path(name),
    ]);
    return spawnSync('nvim', ['--headless', '-n', ...args], {
      cwd: this.path('records'),
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      env: {
        ...process.env,
        ...Object.fromEntries(folders),
        HOME: this.folder,
        PATH: `${this.path('bin')}${delimiter}${process.env['PATH']}`,
        RECORDS: this.path('records'),
      },
    });
  }
}
