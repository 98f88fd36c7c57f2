import type { FileRecords, Name, Span } from '../records/model.ts';
import { countFirst } from '../sorted.ts';
import type { Ask } from './ask.ts';
import { namespacesOf } from './roles.ts';

/**
 * Names of a list that follow one another without a separator, which is a syntax error: they are several, or one in several words, as
 * `United States` is. Read as one, its name is the words with blanks between them.
 */
export interface Row extends Name {
  /** Two at the least. */
  readonly words: readonly Name[];
}

const NONE: readonly never[] = [];

/** The rows among names that are in the order of the text. */
export function rowsOf(names: readonly Name[]): readonly Row[] {
  let rows: readonly Row[] = NONE;
  for (let i = 1; i < names.length; i++) {
    if (names[i]?.isUnparted !== true) continue;
    const first = i - 1;
    while (names[i + 1]?.isUnparted === true) i++;
    rows = [...rows, rowOf(names.slice(first, i + 1))];
  }
  return rows;
}

function rowOf(words: readonly Name[]): Row {
  const [first, last] = [words[0] as Name, words.at(-1) as Name];
  return { name: words.map(({ name }) => name).join(' '), role: first.role, start: first.start, end: last.end, words };
}

/** Whether anything is declared that the name may mean. */
export function isDeclared(ask: Ask, { name, role }: Pick<Name, 'name' | 'role'>): boolean {
  for (const space of namespacesOf(role)) {
    if ((space === 'kinds' ? ask.kindsNamed(name) : ask.declared(name)).length > 0) return true;
  }
  return false;
}

/** The rows of which a word is not declared: none of their words can be known to be a name, whatever is declared by it. */
export function unknownRows(ask: Ask, names: readonly Name[]): readonly Row[] {
  const rows = rowsOf(names);
  return rows.length === 0 ? rows : rows.filter(({ words }) => !words.every((word) => isDeclared(ask, word)));
}

/** The one of a file's rows in which a stretch lies. */
export function rowAround(rows: readonly Row[], { start, end }: Span): Row | undefined {
  const row = rows[countFirst(rows.length, (i) => (rows[i] as Row).end < end)];
  return row && row.start <= start ? row : undefined;
}

/** The rows of a file of which a word is not declared, in the order of the text. */
export function unknownRowsIn(file: FileRecords, ask: Ask): readonly Row[] {
  // Each comes with a syntax error.
  return file.flaws.length === 0 ? NONE : ask.remember('unknown rows', file, inDeclarations);
}

function inDeclarations(ask: Ask, { declarations }: FileRecords): readonly Row[] {
  return declarations.flatMap(({ names }) => unknownRows(ask, names));
}

/** The names that a declaration of the file uses, and those that its rows may be meant for. */
export function withRows({ flaws }: FileRecords, names: readonly Name[]): readonly Name[] {
  const rows = flaws.length === 0 ? NONE : rowsOf(names);
  return rows.length === 0 ? names : [...names, ...rows];
}
