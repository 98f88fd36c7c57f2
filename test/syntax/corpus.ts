import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { parse } from '../../language/syntax/parse.ts';
import { readCases, readStatementCases, surrounded, unmarked } from './cases.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function read(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}

/** Correct texts, by their names: the examples, the library, and all cases without a problem. */
export const correct: readonly (readonly [name: string, text: string])[] = [
  ...globSync(['examples/**/*.agreement', 'language/library/*.agreement'], { cwd: root }).map(
    (path) => [path, read(path)] as const,
  ),
  ...readCases(read('test/syntax/cases/files.txt'))
    .filter((one) => one.messages.length === 0)
    .map((one) => [one.name, unmarked(one.marked)] as const),
  ...readCases(read('test/syntax/cases/correct.txt')).map((one) => [one.name, one.marked] as const),
];

/** Texts with problems. */
export const broken: readonly string[] = readCases(read('test/syntax/cases/files.txt'))
  .map((one) => unmarked(one.marked))
  .filter((text) => parse(text).problems.length > 0);

/** Statements with problems, each between others. */
export const brokenStatements: readonly string[] = readStatementCases(read('test/syntax/cases/statements.txt')).map(
  ({ body, marked }) => surrounded(body, unmarked(marked)),
);
