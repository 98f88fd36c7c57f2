import { countFirst } from '../sorted.ts';
import { KIND } from '../syntax/kinds.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Tokens } from '../syntax/tokens.ts';
import type { Node } from '../syntax/tree.ts';
import { breaksBetween, Comments, type Gap, type LineGap } from './gaps.ts';
import { Wrapper } from './wrap.ts';

/** Columns that a declaration or body may fill to stay on one line when it was written on one. */
const SHORT_WIDTH = 100;

/** A declaration or statement, with a body or without. */
interface Bodied extends Node {
  readonly statements?: readonly Bodied[] | undefined;
}

/** How a text is to be laid out. */
export interface Layout {
  /** By the token that follows; one more for the end of the text. */
  readonly gaps: readonly Gap[];
  readonly comments: Comments;
  /** Declarations with errors in them, which stay as they are: their places in the list of declarations. */
  readonly left: readonly number[];
}

/** Decides what shall stand in every gap of a text whose bodies are indented by `step` columns. */
export function layOut(parsed: Parsed, step: number): Layout {
  const planner = new Planner(parsed, step);
  const left = planner.file();
  return { gaps: planner.gaps, comments: planner.comments, left };
}

class Planner {
  readonly gaps: Gap[];
  readonly comments: Comments;
  readonly #parsed: Parsed;
  readonly #tokens: Tokens;
  readonly #step: number;
  readonly #wrapper: Wrapper;

  constructor(parsed: Parsed, step: number) {
    this.#parsed = parsed;
    this.#tokens = parsed.tokens;
    this.#step = step;
    this.gaps = new Array<Gap>(parsed.tokens.count + 1).fill(undefined);
    this.comments = new Comments(parsed.tokens);
    this.#wrapper = new Wrapper(parsed.tokens, this.comments, this.gaps);
  }

  /** Lays out all declarations without errors, and gives back which have some. */
  file(): number[] {
    const declarations: readonly Bodied[] = this.#parsed.tree.declarations ?? [];
    const left = declarations.flatMap((node, index) => (this.#isSound(node, declarations[index + 1]) ? [] : [index]));
    const broken = new Set(left);
    declarations.forEach((node, index) => {
      if (broken.has(index)) return;
      const before = declarations[index - 1];
      if (before === undefined) this.#first(node);
      else if (!broken.has(index - 1)) this.gaps[node.$first] = this.#between(before, node);
      this.#node(node, 0, false);
    });
    const last = declarations.at(-1);
    const isNothing = this.#tokens.count === 0 && this.#parsed.problems.length === 0;
    const isSound = last === undefined ? isNothing : !broken.has(declarations.length - 1);
    if (isSound) this.gaps[this.#tokens.count] = line(0, { closes: true, opens: last === undefined });
    return left;
  }

  /** Whether a declaration is without errors, and nothing that belongs nowhere stands between it and the next. */
  #isSound(node: Bodied, next: Bodied | undefined): boolean {
    const end = next?.$first ?? this.#tokens.count;
    if (node.$broken || node.$last + 1 !== end) return false;
    const from = this.#tokens.start(node.$first);
    const to = this.#tokens.start(end);
    const { problems } = this.#parsed;
    const nearest = problems[countFirst(problems.length, (i) => (problems[i]?.end ?? 0) < from)];
    return nearest === undefined || (nearest.start >= to && next !== undefined);
  }

  #first(node: Bodied): void {
    if (node.$first === 0) this.gaps[0] = line(0, { opens: true });
  }

  #between(before: Bodied, node: Bodied): LineGap {
    return line(0, { apart: !(this.#isSingle(before) && this.#isSingle(node)) });
  }

  /** Whether a declaration stays a single line, so that several may stand together. */
  #isSingle(node: Bodied): boolean {
    const open = this.#open(node);
    return open === undefined || this.#isEmpty(node, open) || this.#isOneLine(node, 0);
  }

  #isEmpty(node: Bodied, open: number): boolean {
    return node.$last === open + 1 && !this.comments.any(node.$last);
  }

  /** The `{` of a node's body; undefined where it has none. */
  #open(node: Bodied): number | undefined {
    if (!('statements' in node) || this.#tokens.kind(node.$last) !== KIND.close) return undefined;
    for (let token = node.$first; token < node.$last; token++) if (this.#tokens.kind(token) === KIND.open) return token;
    return undefined;
  }

  /** Whether a node with a body was written on one line that is short enough to stay one. */
  #isOneLine(node: Bodied, indent: number): boolean {
    const { source } = this.#tokens;
    if (breaksBetween(source, this.#tokens.start(node.$first), this.#tokens.end(node.$last))) return false;
    return indent + this.#wrapper.width(node.$first, node.$last) <= SHORT_WIDTH;
  }

  /** Lays out a declaration or statement that begins at the column `indent`; `flat`: on one line. */
  #node(node: Bodied, indent: number, flat: boolean): void {
    const open = this.#open(node);
    this.#head(node, open, indent);
    if (open === undefined) return;
    this.gaps[open] = { is: 'space', width: 1, indent };
    const isEmpty = this.#isEmpty(node, open);
    if (isEmpty || flat || this.#isOneLine(node, indent)) this.#flatBody(node, isEmpty, indent);
    else this.#body(node, indent);
  }

  #head(node: Bodied, open: number | undefined, indent: number): void {
    const further = indent + this.#step * (open === undefined ? 1 : 2);
    this.#wrapper.wrap({
      first: node.$first,
      last: open === undefined ? node.$last : open - 1,
      indent,
      further,
      deeper: further + this.#step,
      reserve: open === undefined ? 0 : 2,
      titled: indent === 0,
    });
  }

  #flatBody(node: Bodied, isEmpty: boolean, indent: number): void {
    for (const statement of node.statements ?? []) {
      this.gaps[statement.$first] = { is: 'space', width: 1, indent };
      this.#node(statement, indent, true);
    }
    this.gaps[node.$last] = { is: 'space', width: isEmpty ? 0 : 1, indent };
  }

  #body(node: Bodied, indent: number): void {
    const inner = indent + this.#step;
    const statements = node.statements ?? [];
    statements.forEach((statement, index) => {
      this.gaps[statement.$first] = line(inner, { opens: index === 0 });
      this.#node(statement, inner, false);
    });
    this.gaps[node.$last] = line(indent, { comments: inner, opens: statements.length === 0, closes: true });
  }
}

function line(indent: number, options: Partial<LineGap>): LineGap {
  return { is: 'line', indent, comments: indent, opens: false, closes: false, apart: false, ...options };
}
