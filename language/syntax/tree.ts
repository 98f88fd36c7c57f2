import type * as ast from '../generated/ast.ts';

/** An index into the file's tokens. */
export type Leaf = number;

/** What all nodes of a syntax tree have. */
export interface Node {
  readonly $type: string;
  /** The indices of the first and the last token; the last is smaller where the node is empty. */
  readonly $first: number;
  readonly $last: number;
  /** Whether a syntax error was found in it (in a part of it, too): what is missing may have been lost there. */
  readonly $broken: boolean;
}

type Value<T> = NonNullable<T> extends readonly (infer Element)[] ? readonly Single<Element>[] : Single<NonNullable<T>>;

type Single<T> = T extends { readonly $type: string } ? Syntax<T> : Leaf;

type Property<T> = Exclude<keyof T, `$${string}`>;

/**
 * The syntax of a rule of the grammar: names, texts, numbers, references and words (also the words of yes-or-no properties) are leaves,
 * the rest are nodes or lists. A property is undefined where it is absent or was lost in an error.
 */
export type Syntax<T extends { readonly $type: string }> = T extends {
  readonly $type: string;
}
  ? Node & { readonly $type: T['$type'] } & {
      readonly [K in Property<T>]?: Value<T[K]> | undefined;
    }
  : never;

export type SyntaxFile = Syntax<ast.File>;

/** The parts of a node that are nodes, in the order of the text. */
export function* childrenOf(node: Node): Generator<Node> {
  const found: Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const part of value) if (isNode(part)) found.push(part);
    if (isNode(value)) found.push(value);
  }
  yield* found.sort((a, b) => a.$first - b.$first);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && '$type' in value;
}
