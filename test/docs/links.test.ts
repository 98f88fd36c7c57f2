import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { proseOf, ROOT, readPage } from './markdown.ts';

const PAGES = globSync(['**/*.md'], {
  cwd: ROOT,
  ignore: ['**/node_modules/**', 'dist/**', 'test-results/**'],
}).sort();

test.each(PAGES)('%s: its links lead somewhere', (page) => {
  const broken = linksOf(page).filter((link) => !leadsSomewhere(page, link));
  expect(broken).toEqual([]);
});

/** The links of a page to other files and headings of the project. */
function linksOf(page: string): readonly string[] {
  const prose = proseOf(readPage(page)).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^[a-z]+:/.test(to));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || (target.endsWith('.md') && anchorsOf(target).includes(anchor));
}

/** The headings of a page, as GitHub names them in links. */
function anchorsOf(page: string): readonly string[] {
  return [...proseOf(readPage(page)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
