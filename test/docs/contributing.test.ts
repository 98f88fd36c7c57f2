import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Block, blocksOf, ROOT, readPage } from './markdown.ts';

/**
 * Walks through CONTRIBUTING.md in a copy of the project. A block with the name of a file writes that file; a `diff` changes one: its hunks
 * are parted by `@@`, and one that only adds does so at the end of the file. The `sh` blocks are run.
 */
const WALKS = ['Add a rule', 'Add a kind', 'Add a statement to the grammar'];
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'test-results', '.vscode-test', '.cache']);

describe.runIf(process.platform !== 'win32')('the walk', () => {
  test.each(WALKS)('%s', { timeout: 240_000 }, (title) => {
    using copy = new Copy();
    const steps = stepsOf(title);
    expect(steps.filter((step) => step.language === 'sh')).not.toEqual([]);
    for (const step of steps) copy.take(step);
  });
});

function stepsOf(title: string): readonly Block[] {
  const [, chapter = ''] = readPage('CONTRIBUTING.md').split(`\n## ${title}\n`);
  return blocksOf(chapter.split(/^## /m)[0] ?? '');
}

class Copy implements Disposable {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'agreement-walk-')));

  constructor() {
    cpSync(ROOT, this.folder, { recursive: true, filter: (from) => !LEFT_OUT.has(basename(from)) });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  take({ language, info, text }: Block): void {
    if (language === 'sh') this.run(text);
    else if (language === 'diff') this.change(info, text);
    else this.write(info, text);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  private change(name: string, diff: string): void {
    let text = readFileSync(join(this.folder, name), 'utf8').replaceAll('\r\n', '\n');
    for (const hunk of diff.split(/^@@\n/m)) {
      if (/^[ -]/m.test(hunk)) text = replaced(name, text, hunk);
      else text += sideOf(hunk, '+');
    }
    this.write(name, text);
  }

  private run(script: string): void {
    const { FORCE_COLOR, NODE_OPTIONS, VITEST, VITEST_POOL_ID, VITEST_WORKER_ID, NODE_ENV, ...env } = process.env;
    const path = [join(ROOT, 'node_modules/.bin'), env['PATH']].join(delimiter);
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
      cwd: this.folder,
      env: { ...env, PATH: path, NO_COLOR: '1' },
      encoding: 'utf8',
    });
    const said = `${script}\n${stdout}\n${stderr}`;
    expect(status, said).toBe(0);
    if (script.includes('vitest')) expect(said).toMatch(/Tests.* [1-9]\d* passed/);
  }
}

function replaced(name: string, text: string, hunk: string): string {
  const parts = text.split(sideOf(hunk, '-'));
  expect(parts.length - 1, `in ${name}, how often there is\n${sideOf(hunk, '-')}`).toBe(1);
  return parts.join(sideOf(hunk, '+'));
}

/** The lines of a hunk as they are before (`-`) or after (`+`) the change. */
function sideOf(hunk: string, side: '-' | '+'): string {
  return hunk
    .split('\n')
    .filter((line) => line === '' || line.startsWith(' ') || line.startsWith(side))
    .map((line) => line.slice(1))
    .join('\n');
}
