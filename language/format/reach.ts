import type { Span } from '../records/model.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Node } from '../syntax/tree.ts';

interface Bodied extends Node {
  readonly statements?: readonly Bodied[] | undefined;
}

/** A range widened to whole lines, and to the statements (or, where it touches their heads, the declarations' heads) that it touches. */
export function reach(parsed: Parsed, range: Span): Span {
  const { text, tokens } = parsed;
  let { start, end } = range;
  const visit = (node: Bodied): void => {
    const from = tokens.start(node.$first);
    const to = tokens.end(node.$last);
    if (to < range.start || from > range.end) return;
    const inner = node.statements ?? [];
    const head = inner.length === 0 ? to : tokens.end((inner[0]?.$first ?? 1) - 1);
    if (range.start <= head) {
      start = Math.min(start, from);
      end = Math.max(end, head);
    }
    inner.forEach(visit);
  };
  for (const node of (parsed.tree.declarations ?? []) as readonly Bodied[]) visit(node);
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return { start, end };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
