import { isSureReading, readDate, readPlainDate } from '../dates/index.ts';
import type * as Ast from '../generated/ast.ts';
import { countFirst } from '../sorted.ts';
import { KIND, kindOf } from '../syntax/kinds.ts';
import { nameOf, textValue } from '../syntax/leaves.ts';
import { either } from '../syntax/nouns.ts';
import type { Tokens } from '../syntax/scan.ts';
import type { Leaf, Node, Syntax } from '../syntax/tree.ts';
import type { Citation, Flaw, List, Name, Role, Span, Text, When, Word, Words } from './model.ts';
import { readPasted } from './pasted-date.ts';
import { copy, keep, keepPlain } from './strings.ts';

/** A node that may hold a date: `date` where it is one word, `words` where others stand in its place. */
interface DateNode {
  readonly date?: Leaf | undefined;
  readonly words?: readonly Leaf[] | undefined;
}

/** Not frozen: engines walk through frozen lists by the slow way, and through all others where some are. */
export const NONE: readonly never[] = [];

/**
 * Makes the small pieces of records from the leaves of one file's tree: names, texts, dates. It gathers what concerns more than one piece:
 * the names used in the declaration at hand, and the flaws of the file. Strings are copied, so that a record does not keep its file's text.
 */
export class Reader {
  readonly tokens: Tokens;
  readonly flaws: Flaw[] = [];
  private readonly cuts: readonly number[];
  /** The names used since they were last taken are the first of these: a list that grows anew each time takes long. */
  private readonly names: Name[] = [];
  private used = 0;

  /** `cuts`: the offsets behind which something could not be read, in order. */
  constructor(tokens: Tokens, cuts: readonly number[]) {
    this.tokens = tokens;
    this.cuts = cuts;
  }

  /** The names used since the last call. */
  takeNames(): readonly Name[] {
    const { used } = this;
    this.used = 0;
    return used === 0 ? NONE : this.names.slice(0, used);
  }

  span(node: Node): Span {
    return { start: this.start(node), end: this.end(node) };
  }

  start(node: Node): number {
    return this.tokens.start(node.$first);
  }

  end(node: Node): number {
    return this.tokens.end(Math.max(node.$first, node.$last));
  }

  leafSpan(leaf: Leaf): Span {
    return { start: this.tokens.start(leaf), end: this.tokens.end(leaf) };
  }

  /** Whether the node was cut short by a syntax error: what it says may be known only in part. */
  isCutShort(node: Node): boolean {
    return this.cuts.length > 0 && this.cutsWithin(this.span(node)) > 0;
  }

  /** How often something within a stretch could not be read. */
  cutsWithin({ start, end }: Span): number {
    if (this.cuts.length === 0) return 0;
    const upTo = (offset: number): number => countFirst(this.cuts.length, (i) => (this.cuts[i] as number) <= offset);
    return upTo(end) - upTo(start);
  }

  /** Whether what stands right behind a name in a header could not be read, and begins no other part of the header. */
  goesOn(name: Leaf): boolean {
    if (this.cuts.length === 0) return false;
    const end = this.tokens.end(name);
    const next = this.tokens.kind(name + 1);
    return this.cutsWithin({ start: end - 1, end }) > 0 && next !== KIND.open && next !== KIND.text && next !== COLON;
  }

  /** From `{` to behind `}`, or to the node's end where that is missing; undefined where there is no body. */
  body(node: Node): Span | undefined {
    const brace = this.openBrace(node);
    return brace === undefined ? undefined : { start: this.tokens.start(brace), end: this.end(node) };
  }

  /** The index of the `{` that opens the node's body; undefined where there is none. */
  openBrace(node: Node): number | undefined {
    for (let i = node.$first; i <= node.$last; i++) if (this.isBrace(i)) return i;
    return undefined;
  }

  private isBrace(token: number): boolean {
    return this.tokens.source.charCodeAt(this.tokens.start(token)) === 123;
  }

  word(leaf: Leaf): Word {
    return { name: this.nameText(leaf), start: this.tokens.start(leaf), end: this.tokens.end(leaf) };
  }

  /** The words of a list. */
  wordsOf(leaves: readonly Leaf[] | undefined): readonly Word[] {
    return (
      leaves?.map((leaf, i) => (i > 0 && leaf - 1 === leaves[i - 1] ? this.unparted(leaf) : this.word(leaf))) ?? NONE
    );
  }

  private unparted(leaf: Leaf): Word {
    return { ...this.word(leaf), isUnparted: true };
  }

  words(node: Node, leaves: readonly Leaf[] | undefined): Words {
    const words = this.wordsOf(leaves);
    const { start, end } = this.span(node);
    return this.isCutShort(node) ? { words, isCutShort: true, start, end } : { words, start, end };
  }

  name(leaf: Leaf, role: Role): Name {
    const name: Name = { name: this.nameText(leaf), role, start: this.tokens.start(leaf), end: this.tokens.end(leaf) };
    this.names[this.used++] = name;
    return name;
  }

  private unpartedName(leaf: Leaf, role: Role): Name {
    const name: Name = { ...this.name(leaf, role), isUnparted: true };
    this.names[this.used - 1] = name;
    return name;
  }

  optionalName(leaf: Leaf | undefined, role: Role): Name | undefined {
    return leaf === undefined ? undefined : this.name(leaf, role);
  }

  namesOf(leaves: readonly Leaf[] | undefined, role: Role): readonly Name[] {
    return (
      leaves?.map((leaf, i) =>
        i > 0 && leaf - 1 === leaves[i - 1] ? this.unpartedName(leaf, role) : this.name(leaf, role),
      ) ?? NONE
    );
  }

  list(node: Node, leaves: readonly Leaf[] | undefined, role: Role): List {
    const names = this.namesOf(leaves, role);
    const start = this.start(node);
    const end = this.end(node);
    return this.isCutShort(node) ? { names, isCutShort: true, start, end } : { names, start, end };
  }

  text(leaf: Leaf): Text {
    const start = this.tokens.start(leaf);
    const end = this.tokens.end(leaf);
    const value = this.shortText(leaf, start, end) ?? this.wholeText(leaf);
    if (this.tokens.faults.length > 0 && this.tokens.isUnclosed(leaf)) return { value, isUnclosed: true, start, end };
    return { value, start, end };
  }

  /** What a text says that stands in plain quotes and says what is between them; undefined where that takes a closer look. */
  private shortText(leaf: Leaf, start: number, end: number): string | undefined {
    const { source, faults } = this.tokens;
    if (end - start > SHORT || end - start < 3 || faults.length > 0 || this.tokens.kind(leaf) !== KIND.text)
      return undefined;
    if (source.charCodeAt(start) !== QUOTE || source.charCodeAt(start + 1) === QUOTE) return undefined;
    return keepPlain(source, start + 1, end - 1, BACKSLASH);
  }

  private wholeText(leaf: Leaf): string {
    const value = textValue(this.tokens, leaf);
    return value.length <= SHORT ? keep(value) : copy(value);
  }

  optionalText(leaf: Leaf | undefined): Text | undefined {
    return leaf === undefined ? undefined : this.text(leaf);
  }

  /** A number as written; NaN where it is none. */
  number(leaf: Leaf | undefined): number {
    return leaf === undefined ? Number.NaN : this.numberAt(this.leafSpan(leaf));
  }

  /** The number that is written from `start` to `end`; NaN where it is none. */
  numberAt({ start, end }: Span): number {
    const text = this.tokens.source.slice(start, end).replace('−', '-');
    return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  }

  /** Where a date stands, or what else is in its place; undefined where nothing is. */
  placeOfDate({ date, words = NONE }: DateNode): Span | undefined {
    const leaves = date === undefined ? words : [date, ...words];
    return leaves.length === 0 ? undefined : this.stretch(leaves);
  }

  /** The date in a statement. Undefined where there is none; where it cannot be read, a flaw is noted. */
  when(node: DateNode): When | undefined {
    const { words } = node;
    // A single word is a date where something else stands before it, which is told.
    const date = node.date ?? (words?.length === 1 ? words[0] : undefined);
    if (words?.length && date !== words[0])
      return this.misread(this.stretch(date === undefined ? words : [date, ...words]));
    if (date === undefined) return undefined;
    const { start, end } = this.leafSpan(date);
    const { source } = this.tokens;
    const reading = readPlainDate(source, start, end) ?? readDate(keep(source, start, end));
    return reading.ok ? { date: reading.date, start, end } : this.misread({ start, end }, reading.problem);
  }

  private stretch(leaves: readonly Leaf[]): Span {
    let first = Number.POSITIVE_INFINITY;
    let last = 0;
    for (const leaf of leaves) {
      first = Math.min(first, leaf);
      last = Math.max(last, leaf);
    }
    return { start: this.tokens.start(first), end: this.tokens.end(last) };
  }

  private misread(span: Span, problem?: string): When {
    const written = this.tokens.source.slice(span.start, span.end);
    const pasted = readPasted(written);
    const { readings } = pasted;
    const said = problem ?? pasted.problem;
    this.flaws.push({
      ...span,
      code: 'invalid-date',
      message: readings.length ? `${said} ${suggest(readings.map((r) => r.newText))}` : said,
      fixes: readings.map((r) => ({
        title: `Write ${r.newText}: ${r.label}`,
        safe: readings.length === 1 && isSureReading(written, r.edtf),
        edits: [{ ...span, newText: r.newText }],
      })),
    });
    return { date: undefined, ...span };
  }

  /** `before`: the citation before it in its list. */
  citation(node: Syntax<Ast.Citation>, before?: Syntax<Ast.Citation>): Citation {
    const { source } = node;
    const isUnparted = source !== undefined && before !== undefined && source - 1 === before.source;
    return {
      source: isUnparted ? this.unpartedName(source, 'cites') : this.optionalName(source, 'cites'),
      url: this.optionalText(node.url),
      locator: this.optionalText(node.locator),
      start: this.start(node),
      end: this.end(node),
    };
  }

  citations(nodes: readonly Syntax<Ast.Citation>[] | undefined): readonly Citation[] {
    return nodes?.map((node, i) => this.citation(node, nodes[i - 1])) ?? NONE;
  }

  /** The name as it is compared. */
  nameText(leaf: Leaf): string {
    const { source } = this.tokens;
    // A name that is nothing but ASCII, and has no `^`, stands in the text as it is compared.
    const plain = keepPlain(source, this.tokens.start(leaf), this.tokens.end(leaf), CARET);
    return plain ?? keep(nameOf(this.tokens, leaf));
  }
}

/** A list without the room to grow that pushing leaves behind: records are many, and are kept. */
export function exact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

/** Up to so many, lists are made without room to grow. */
const FEW = 3;

/** A list with one more: the list itself where it is no short one. What is kept of it is `trimmed`. */
export function added<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length === 0) return [item];
  if (list.length === 1) return [list[0] as T, item];
  if (list.length < FEW) return [list[0] as T, list[1] as T, item];
  (list as T[]).push(item);
  return list;
}

/** A list made by `added`, without the room to grow that long ones have. */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length <= FEW ? list : list.slice();
}

function suggest(edtf: readonly string[]): string {
  const dates = edtf.map((date) => `\`${date}\``);
  return dates.length === 1 ? `Write ${dates[0]}.` : `It may mean ${either(dates)}.`;
}

const COLON = kindOf(':');
/** Texts up to this length come again: places, persons and locators. */
const SHORT = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const CARET = 94;
