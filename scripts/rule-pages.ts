import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { RULES } from '../language/rules/index.ts';
import { pageOf, tableOfRules } from '../language/rules/page.ts';

/**
 * Writes `docs/rules/`: one page for each rule, and a table of all. `--check` writes nothing and fails where a page is not what the rules
 * say, or where one has no rule.
 */
const FOLDER = new URL('../docs/rules/', import.meta.url);

const pages = new Map([
  ['README.md', tableOfRules(RULES)],
  ...RULES.map((rule) => [`${rule.code}.md`, pageOf(rule)] as const),
]);

mkdirSync(FOLDER, { recursive: true });
const there = readdirSync(FOLDER);
const stale = [...pages.keys()].filter((name) => !there.includes(name) || read(name) !== pages.get(name));
const surplus = there.filter((name) => !pages.has(name));

if (process.argv.includes('--check')) {
  for (const name of [...stale, ...surplus])
    console.error(`docs/rules/${name} is not what the rules say: npm run rule-pages`);
  process.exitCode = stale.length + surplus.length ? 1 : 0;
} else {
  for (const name of stale) writeFileSync(new URL(name, FOLDER), pages.get(name) ?? '');
  for (const name of surplus) rmSync(new URL(name, FOLDER));
  console.log(`docs/rules: ${pages.size} pages, ${stale.length} written, ${surplus.length} removed`);
}

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8').replaceAll('\r\n', '\n');
}
