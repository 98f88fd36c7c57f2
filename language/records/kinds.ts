import type * as Ast from '../generated/ast.ts';
import { wordOf } from '../syntax/leaves.ts';
import type { Syntax } from '../syntax/tree.ts';
import type { Demand, Strength } from './model.ts';
import { NONE, type Reader } from './reader.ts';

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
  if (node.moment === undefined) return { ...span, strength, about: 'statement', word: reader.word(node.word) };
  const kind = reader.name(node.word, 'demanded-kind');
  return { ...span, strength, about: 'precedent', kind, moment: reader.word(node.moment) };
}

function parties(
  reader: Reader,
  node: Syntax<Ast.PartiesDemand>,
  base: { strength: Strength; start: number; end: number },
): Demand | undefined {
  const min = reader.number(node.min);
  if (Number.isNaN(min)) return undefined;
  const max =
    node.more !== undefined ? Number.POSITIVE_INFINITY : node.max === undefined ? min : reader.number(node.max);
  return { ...base, about: 'parties', min, max, types: node.types?.map((t) => reader.word(t)) ?? NONE };
}
