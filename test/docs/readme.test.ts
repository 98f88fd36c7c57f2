import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { agreement, Folder } from '../cli/cli.ts';
import { blocksOf, ROOT, readPage } from './markdown.ts';

const PAGE = readPage('README.md');
const RECORDS = blocksOf(PAGE).filter((block) => block.language === 'agreement');
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(readPage('package.json')).scripts;

describe('the README', () => {
  test('begins with the two commands', () => {
    const commands = blocksOf(PAGE).filter((block) => block.language === 'sh');
    expect(commands.slice(0, 2).map((block) => block.text.trim())).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
    ]);
  });

  test('shows a first record of five lines, and what the command line says to the mended one', async () => {
    const [first, mended] = RECORDS;
    expect(first?.text.trimEnd().split('\n')).toHaveLength(5);
    using folder = new Folder({ 'first.agreement': mended?.text ?? '' });
    const { out, code } = await agreement(['check', '--as-of', '2026-01-01'], {
      cwd: folder.path,
    });
    expect(blocksOf(PAGE).find((block) => block.language === 'text')?.text).toBe(out);
    expect(code).toBe(0);
  });

  test('has the picture of what is said to the first', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/picture.ts'), '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('counts the examples right', () => {
    const files = globSync('examples/**/*.agreement', { cwd: ROOT });
    const count = files.flatMap((file) => readPage(file).match(/^agreement /gm) ?? []).length;
    for (const [, said] of PAGE.matchAll(/(\d+) (?:real )?agreements/g)) expect(Number(said)).toBe(count);
  });
});

test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/README.md'])(
  '%s names scripts that there are',
  (page) => {
    const named = [...readPage(page).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in SCRIPTS) && name !== 'vitest')).toEqual([]);
  },
);
