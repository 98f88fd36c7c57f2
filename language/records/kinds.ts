import type * as Ast from '../generated/ast.ts';
import { wordOf } from '../syntax/leaves.ts';
import type { Leaf, Node, Syntax } from '../syntax/tree.ts';
import type { Demand, Span, Strength } from './model.ts';
import { noteReversed, readCount } from './numbers.ts';
import type { Reader } from './reader.ts';

/** Reads a demand of a kind; undefined where what it demands was lost in an error. */
export function readDemand(reader: Reader, node: Syntax<Ast.Demand>): Demand | undefined {
  const span = reader.span(node);
  const strength = wordOf(reader.tokens, node.strength ?? node.$first) as Strength;
  if (node.parties) return parties(reader, node.parties, { strength, ...span });
  if (node.program) {
    const type = node.program.type;
    return type === undefined ? undefined : { ...span, strength, about: 'program', programType: reader.word(type) };
  }
  if (node.word === undefined) return undefined;
  // `JWP before` without its moment: what is demanded is not known, but that it is about a kind.
  if (node.moment === undefined && follows(reader, node, node.word, 'before')) {
    reader.name(node.word, 'demanded-kind');
    return undefined;
  }
  if (node.moment === undefined) return { ...span, strength, about: 'statement', word: reader.word(node.word) };
  const kind = reader.name(node.word, 'demanded-kind');
  return { ...span, strength, about: 'precedent', kind, moment: reader.word(node.moment) };
}

function parties(
  reader: Reader,
  node: Syntax<Ast.PartiesDemand>,
  base: { strength: Strength; start: number; end: number },
): Demand {
  return { ...base, about: 'parties', ...numbers(reader, node), types: reader.wordsOf(node.types) };
}

/** How many parties are demanded: both ends are NaN where one of them is not known, so that it is no demand on another number. */
function numbers(reader: Reader, node: Syntax<Ast.PartiesDemand>): { min: number; max: number } {
  const min = count(reader, node.min, 'after `parties`', (n) => `parties ${n}`);
  const max = greatest(reader, node, min);
  if (min > max) noteReversed(reader, between(reader, node), min, max);
  return min <= max ? { min, max } : { min: Number.NaN, max: Number.NaN };
}

/** Whether the word follows the leaf within the node. */
function follows(reader: Reader, { $last }: Node, leaf: Leaf | undefined, word: string): boolean {
  return leaf !== undefined && leaf < $last && wordOf(reader.tokens, leaf + 1) === word;
}

function greatest(reader: Reader, node: Syntax<Ast.PartiesDemand>, min: number): number {
  if (node.more !== undefined) return Number.POSITIVE_INFINITY;
  if (node.max !== undefined) return count(reader, node.max, 'after `to`', (n) => `parties 2 to ${Math.max(n, 2)}`, 4);
  const isLost = ['to', 'or'].some((word) => follows(reader, node, node.min, word));
  return isLost ? Number.NaN : min;
}

function count(
  reader: Reader,
  leaf: Leaf | undefined,
  place: string,
  example: (count: number) => string,
  usual = 2,
): number {
  return leaf === undefined
    ? Number.NaN
    : readCount(reader, reader.leafSpan(leaf), { place, least: 1, usual, example });
}

/** From the first number to the second, where both are there. */
function between(reader: Reader, { min, max }: Syntax<Ast.PartiesDemand>): Span {
  return { start: reader.tokens.start(min as Leaf), end: reader.tokens.end(max as Leaf) };
}
