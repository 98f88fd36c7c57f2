import { grammar } from '../generated/tables.ts';
import { countFirst } from '../sorted.ts';
import { declares } from './bodies.ts';
import { parserOf } from './compile.ts';
import { openers } from './expectation.ts';
import { END, isKeyword, KIND } from './kinds.ts';
import { explain } from './messages.ts';
import type { Parsed } from './parse.ts';
import { Run, type Wish } from './run.ts';
import type { Tokens } from './tokens.ts';
import type { Node } from './tree.ts';

/** A name that may stand somewhere. */
export interface ExpectedName {
  /** The rule of the grammar (a node's `$type`) and the property that the name would go into. */
  readonly rule: string;
  readonly property: string;
  /** What it refers to (`Actor`, `Port`, …); undefined for names that refer to nothing: new names, and words of closed lists. */
  readonly type?: string;
}

/** What may come next at a place. */
export interface Expected {
  /** Keywords (`signed`, `in force`, `{`), the nearest first. */
  readonly words: readonly string[];
  readonly names: readonly ExpectedName[];
  readonly text: boolean;
  readonly date: boolean;
  readonly number: boolean;
  /** The nodes around the place, the outermost first. They hold what is written before the place; their tokens are those of `parsed`. */
  readonly path: readonly Node[];
  /** What is typed already of the word at the place (UTF-16 offsets); empty where nothing is. */
  readonly prefix: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  };
  /** Whether the word would begin its line. Statements usually do, though they need not. */
  readonly beginsLine: boolean;
  /** Where the place is within a text or a comment, in which nothing is expected. */
  readonly inside?: 'text' | 'comment';
}

/** What may come next at an offset (UTF-16) of a text, also of a broken one. The word that ends at the offset counts as not yet written. */
export function expectedAt(parsed: Parsed, offset: number): Expected {
  const { tokens } = parsed;
  const inside = insideOf(tokens, offset);
  if (inside !== undefined) {
    const path = pathTo(parsed.tree, tokens.from(offset));
    return { ...gathered([]), path, ...around(tokens, offset, offset), inside };
  }
  const typed = typedAt(tokens, offset);
  const entry = entryAt(tokens, typed, offset);
  if (entry) return entry;
  const start = typed === undefined ? offset : tokens.start(typed);
  const wishes = wishesAfter(tokens, tokens.from(start));
  const all = gathered(wishes);
  // What begins with `^` is a name.
  const found = tokens.source[start] === '^' && start < offset ? { ...gathered([]), names: all.names } : all;
  return { ...found, path: pathOf(wishes), ...around(tokens, start, offset) };
}

function pathOf(wishes: readonly Wish[]): readonly Node[] {
  return (wishes[0]?.path ?? []) as readonly Node[];
}

function around({ source }: Tokens, start: number, end: number): Pick<Expected, 'prefix' | 'beginsLine'> {
  return {
    prefix: { start, end, text: source.slice(start, end) },
    beginsLine: /(?:^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, start - 200), start)),
  };
}

/** The word, date or number that ends at the offset or goes on behind it. */
function typedAt(tokens: Tokens, offset: number): number | undefined {
  const index = tokens.at(offset);
  if (index < 0 || tokens.start(index) === offset) return touching(tokens, index - 1, offset);
  return touching(tokens, index, offset);
}

/** What is expected where `in` or `in f` is the beginning of `in force`; undefined where it is not. */
function entryAt(tokens: Tokens, typed: number | undefined, offset: number): Expected | undefined {
  const index = typed === undefined ? tokens.from(offset) - 1 : typed - 1;
  if (index < 0 || tokens.text(index) !== 'in') return undefined;
  if (typed !== undefined && !FORCE.startsWith(tokens.text(typed))) return undefined;
  const [start, end] = [tokens.start(index), tokens.end(index)];
  if (!/^[ \t]+$/.test(tokens.source.slice(end, typed === undefined ? offset : tokens.start(typed)))) return undefined;
  const wishes = wishesAfter(tokens, index);
  const { words } = gathered(wishes);
  // Within a line the `in` of a place goes on with the event before it.
  if (!words.includes(IN_FORCE) || (words.includes('in') && !tokens.beginsLine(index))) return undefined;
  return { ...gathered([]), words: [IN_FORCE], path: pathOf(wishes), ...around(tokens, start, offset) };
}

const IN_FORCE = 'in force';
const FORCE = 'force';

function touching(tokens: Tokens, index: number, offset: number): number | undefined {
  if (index < 0 || tokens.end(index) < offset) return undefined;
  const kind = tokens.kind(index);
  if (kind === KIND.unknown) return tokens.text(index) === '^' ? index : undefined;
  return kind === KIND.name || kind === KIND.value || isKeyword(kind) ? index : undefined;
}

function insideOf(tokens: Tokens, offset: number): 'text' | 'comment' | undefined {
  const { source } = tokens;
  if (isInComment(tokens, offset)) return 'comment';
  const index = tokens.from(offset) - 1;
  if (index < 0 || tokens.kind(index) !== KIND.text) return undefined;
  if (!tokens.isUnclosed(index)) return offset < tokens.end(index) ? 'text' : undefined;
  return /[\r\n]/.test(source.slice(tokens.end(index), offset)) ? undefined : 'text';
}

/** Comments stand in order: of those that begin before the place the last may hold it. */
function isInComment({ source, comments }: Tokens, offset: number): boolean {
  const last = comments[countFirst(comments.length, (i) => (comments[i]?.start ?? 0) < offset) - 1];
  if (last === undefined || offset > last.end) return false;
  return offset < last.end || goesOn(source, last.start, last.end);
}

/** Whether what is typed at the end of a comment still belongs to it. The marks of a block are four characters. */
function goesOn(source: string, start: number, end: number): boolean {
  return source.startsWith('//', start) || end - start < 4 || !source.startsWith('*/', end - 2);
}

/** Reads the declaration before the place, as if the text ended there. */
function wishesAfter(tokens: Tokens, count: number): readonly Wish[] {
  let from = Math.max(count - 1, 0);
  while (from > 0 && declares[tokens.codes[from] as number] !== 1) from--;
  const codes = tokens.codes.slice(0, count + 2);
  codes[count] = END;
  codes[count + 1] = END;
  const run = new Run(tokens, explain, { from, codes });
  parserOf(grammar.entry)(run);
  return run.wishes ?? [];
}

function gathered(wishes: readonly Wish[]): Pick<Expected, 'words' | 'names' | 'text' | 'date' | 'number'> {
  const words = new Set<string>();
  const names = new Map<string, ExpectedName>();
  let text = false;
  let date = false;
  let number = false;
  for (const wish of wishes) {
    for (const { step, rule } of openers(wish.step, wish.rule)) {
      if (step.token === 'TEXT') text = true;
      else if (step.token === 'VALUE') {
        date ||= step.property === 'date';
        number ||= step.property !== 'date' && step.property !== 'words';
      } else if (step.token === 'NAME') addName(names, step, nodeRule(wish, rule));
      else if (step.token !== 'WORD') words.add(step.token === 'IN_FORCE' ? IN_FORCE : step.token);
    }
  }
  return { words: [...words], names: [...names.values()], text, date, number };
}

/** Fragments write into the node that uses them. */
function nodeRule(wish: Wish, rule: string): string {
  return grammar.fragments.includes(rule) ? (wish.path.at(-1)?.$type ?? rule) : rule;
}

function addName(names: Map<string, ExpectedName>, step: { property?: string; type?: string }, rule: string): void {
  const property = step.property ?? '';
  const type = step.type === undefined ? {} : { type: step.type };
  names.set(`${rule}.${property}`, { rule, property, ...type });
}

/** The nodes that the token before `count` stands in. */
function pathTo(root: Node, count: number): Node[] {
  const path: Node[] = [];
  for (let node: Node | undefined = root; node !== undefined; ) {
    path.push(node);
    const children: Node[] = Object.values(node)
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
      .filter(isNode);
    node = children.find((child) => child.$first < count && count - 1 <= child.$last);
  }
  return path;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
