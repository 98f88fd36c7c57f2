import type { Parsed } from '../language/syntax/parse.ts';
import { childrenOf, type Leaf, type Node } from '../language/syntax/tree.ts';

/** A token, and where it is in the tree. */
export interface LeafAt {
  readonly leaf: Leaf;
  /** The nodes around it, the file first. */
  readonly path: readonly [Node, ...Node[]];
  /** The property of the innermost node that it is (or is one of); undefined for words and marks that only lead to others. */
  readonly property: string | undefined;
}

/** The token that covers an offset or ends at it; undefined where none does. */
export function leafAt(parsed: Parsed, offset: number): LeafAt | undefined {
  const leaf = parsed.tokens.at(offset);
  if (leaf < 0) return undefined;
  const path = pathTo(parsed.tree, leaf);
  const innermost = path.at(-1);
  return { leaf, path, property: innermost && propertyOf(innermost, leaf) };
}

/** The nodes that a token lies in, the outermost first. */
export function pathTo(root: Node, leaf: Leaf): [Node, ...Node[]] {
  const path: [Node, ...Node[]] = [root];
  for (let next: Node | undefined = root; next; ) {
    next = childOf(next, leaf);
    if (next) path.push(next);
  }
  return path;
}

function childOf(node: Node, leaf: Leaf): Node | undefined {
  for (const child of childrenOf(node)) if (child.$first <= leaf && leaf <= child.$last) return child;
  return undefined;
}

/** The property of a node whose value a token is, or that it is one of. */
export function propertyOf(node: Node, leaf: Leaf): string | undefined {
  return Object.entries(node).find(
    ([key, value]) => !key.startsWith('$') && (value === leaf || (Array.isArray(value) && value.includes(leaf))),
  )?.[0];
}
