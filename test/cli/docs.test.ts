import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProjectFile } from '../../language/project-file.ts';
import { agreement, Folder, GOOD } from './cli.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8');

/** The texts of the page's blocks in a language. */
function blocks(language: string): readonly string[] {
  return [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');
}

/** The command lines that the page shows and that can be run as they are. */
function commands(): readonly string[] {
  const shell = blocks('sh').flatMap((text) => text.split('\n'));
  const pipelines = [...PAGE.matchAll(/node path\/to\/agreement\.js ([^\n]*)/g)].map(([, args]) => `agreement ${args}`);
  return [...shell, ...pipelines]
    .map((line) => line.replace(/\s*[#>].*$/, '').trim())
    .filter((line) => line.startsWith('agreement') && !line.includes('[') && !line.includes('lsp'));
}

test('there are commands on the page', () => {
  expect(commands().length).toBeGreaterThan(8);
});

test.each(commands())('`%s` runs', async (line) => {
  using folder = new Folder({ 'a.agreement': GOOD });
  expect(await agreement(line.split(' ').slice(1), { cwd: folder.path })).toMatchObject({ code: 0 });
});

describe.each([
  ['check', /## agreement check[\s\S]*?### Exit codes/],
  ['status', /## agreement status[\s\S]*?## agreement format/],
  ['format', /## agreement format[\s\S]*?## agreement explain/],
])('agreement %s', (command, chapter) => {
  test('has the options that the page lists, and no others', async () => {
    const { out } = await agreement([command, '--help']);
    const offered = [...out.matchAll(/^ {2}(?:-\w, |)(--[a-z-]+)/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== '--help');
    const listed = [...(chapter.exec(PAGE)?.[0] ?? '').matchAll(/^\| (?:`-\w`, |)`(--[a-z-]+)/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(offered);
  });
});

test('the project file on the page is right', () => {
  for (const text of blocks('json')) expect(readProjectFile(text, 'file:///p/agreement.json').findings).toEqual([]);
});
