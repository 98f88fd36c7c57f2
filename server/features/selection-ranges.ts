import type { SelectionRange } from 'vscode-languageserver';
import type { Span } from '../../language/records/model.ts';
import { isKeyword, KIND } from '../../language/syntax/kinds.ts';
import type { Tokens } from '../../language/syntax/tokens.ts';
import { childrenOf, type Node } from '../../language/syntax/tree.ts';
import { answering } from '../answer.ts';
import type { TextOf } from '../context.ts';
import { pathTo } from '../leaves.ts';
import { toOffset, toRange } from '../positions.ts';
import type { Feature } from './feature.ts';

/** What is selected step by step around a place: the word, the part of the statement, the statement, the body, the declaration, the file. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: (connection, context) => {
    connection.onSelectionRanges(
      answering('find what to select', (params) => {
        const document = context.subject(params)?.document;
        if (!document) return null;
        return params.positions.map((position) => chain(document, toOffset(document.records, position)));
      }),
    );
  },
};

function chain(document: TextOf, offset: number): SelectionRange {
  const spans = around(document, offset).sort((a, b) => b.end - b.start - (a.end - a.start));
  let range: SelectionRange = { range: toRange(document.records, { start: 0, end: document.text.length }) };
  let last: Span = { start: 0, end: document.text.length };
  for (const span of spans) {
    const isWithin = span.start >= last.start && span.end <= last.end && span.end - span.start < last.end - last.start;
    if (!isWithin || span.start > offset || span.end < offset) continue;
    range = { range: toRange(document.records, span), parent: range };
    last = span;
  }
  return range;
}

/** Everything around an offset that can be selected, in any order. */
function around({ parsed: { tokens, tree }, text }: TextOf, offset: number): Span[] {
  const spans: Span[] = [...words(text, offset)];
  const comment = tokens.comments.find(({ start, end }) => start <= offset && offset <= end);
  const leaf = tokens.at(offset);
  if (comment) spans.push({ start: comment.start, end: comment.end });
  const near = leaf >= 0 ? leaf : tokens.from(offset) - 1;
  if (leaf >= 0 && !comment) spans.push(...partsOf(tokens, leaf));
  for (const node of near >= 0 ? pathTo(tree, near) : []) {
    if (node === tree) continue;
    spans.push(spanOf(tokens, node), ...bodyOf(tokens, node));
    if (leaf >= 0 && !comment) spans.push(...clauseOf(tokens, node, leaf));
  }
  return spans;
}

function words(text: string, offset: number): readonly Span[] {
  const before = /[\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const behind = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return before + behind > 0 ? [{ start: offset - before, end: offset + behind }] : [];
}

/** A token; of a text also what stands between its quotes. */
function partsOf(tokens: Tokens, leaf: number): readonly Span[] {
  const whole = { start: tokens.start(leaf), end: tokens.end(leaf) };
  if (tokens.kind(leaf) !== KIND.text) return [whole];
  const marks = tokens.text(leaf).startsWith('"""') ? 3 : 1;
  const end = tokens.isUnclosed(leaf) ? whole.end : whole.end - marks;
  return [whole, { start: whole.start + marks, end: Math.max(whole.start + marks, end) }];
}

function spanOf(tokens: Tokens, { $first, $last }: Node): Span {
  return { start: tokens.start($first), end: tokens.end($last) };
}

/** What stands between the braces of a node, and the braces with it. */
function bodyOf(tokens: Tokens, node: Node): readonly Span[] {
  const [first] = (node as Node & { statements?: readonly Node[] }).statements ?? [];
  const open = first ? first.$first - 1 : node.$last - 1;
  if (tokens.kind(open) !== KIND.open || tokens.kind(node.$last) !== KIND.close) return [];
  const whole = { start: tokens.start(open), end: tokens.end(node.$last) };
  return first ? [whole, { start: tokens.start(open + 1), end: tokens.end(node.$last - 1) }] : [whole];
}

/** The part of a statement around a token: from the keyword that leads to it to before the next one. None within a body. */
function clauseOf(tokens: Tokens, node: Node, leaf: number): readonly Span[] {
  const children = [...childrenOf(node)];
  const { statements = [] } = node as Node & { statements?: readonly Node[] };
  const holds =
    (index: number) =>
    (one: Node): boolean =>
      one.$first <= index && index <= one.$last;
  if (statements.some(holds(leaf))) return [];
  const leads = (index: number): boolean =>
    isKeyword(tokens.kind(index)) && tokens.text(index) !== 'and' && !children.some(holds(index));
  let first = leaf;
  while (first > node.$first && !leads(first)) first--;
  let last = leaf;
  while (last < node.$last && !leads(last + 1) && tokens.kind(last + 1) !== KIND.open) last++;
  return [{ start: tokens.start(first), end: tokens.end(last) }];
}
