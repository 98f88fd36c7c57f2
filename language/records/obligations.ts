import { inUnits } from '../dates/index.ts';
import type * as Ast from '../generated/ast.ts';
import { wordOf } from '../syntax/leaves.ts';
import type { Leaf, Syntax } from '../syntax/tree.ts';
import { readCommon } from './common.ts';
import type { Dated, Due, Modality, Obligation, Outcome, Unit } from './model.ts';
import { readCount } from './numbers.ts';
import { readRepeated } from './once.ts';
import { NONE, type Reader } from './reader.ts';

type Statement = NonNullable<Syntax<Ast.Obligation>['statements']>[number];

/** Reads an obligation. One whose name was lost in an error has the empty name. */
export function readObligation(reader: Reader, node: Syntax<Ast.Obligation>): Obligation {
  const span = reader.span(node);
  const head = { start: span.start, end: span.start };
  const bearers = reader.namesOf(node.bearers, 'bearer');
  const toward = reader.namesOf(node.toward, 'toward');
  const ports = reader.namesOf(node.ports, 'at');
  const statements: readonly Statement[] = node.statements ?? NONE;
  return {
    name: node.name === undefined ? { name: '', ...head } : reader.word(node.name),
    bearers,
    modality: modality(reader, node),
    what: reader.optionalText(node.what),
    toward,
    ports,
    body: reader.body(node),
    from: dated(reader, find(statements, 'From')),
    until: dated(reader, find(statements, 'Until')),
    due: due(reader, find(statements, 'Due')),
    every: every(reader, find(statements, 'Every')),
    condition: reader.optionalText(find(statements, 'If')?.condition),
    outcomes: statements.flatMap((s) => (s.$type === 'Outcome' ? [outcome(reader, s)] : [])),
    common: readCommon(reader, node.statements, span),
    repeated: readRepeated(reader, node.statements),
    start: span.start,
    end: span.end,
  };
}

/** The first statement of that type. */
export function find<S extends { readonly $type: string }, T extends S['$type']>(
  statements: readonly S[] | undefined,
  type: T,
): Extract<S, { readonly $type: T }> | undefined {
  return statements?.find((s): s is Extract<S, { readonly $type: T }> => s.$type === type);
}

/** Reads `since DATE per …` and its like. */
export function dated(
  reader: Reader,
  node:
    | (Parameters<Reader['when']>[0] & Parameters<Reader['span']>[0] & Partial<Pick<Syntax<Ast.Since>, 'cites'>>)
    | undefined,
): Dated | undefined {
  return node && { when: reader.when(node), cites: reader.citations(node.cites), ...reader.span(node) };
}

function modality(reader: Reader, node: Syntax<Ast.Obligation>): Modality {
  const word = node.modality === undefined ? 'must' : wordOf(reader.tokens, node.modality);
  return (node.negated === undefined ? word : `${word} not`) as Modality;
}

function due(reader: Reader, node: Syntax<Ast.Due> | undefined): Due | undefined {
  if (!node) return undefined;
  const span = reader.span(node);
  if (node.unit === undefined)
    return { when: reader.when(node), count: undefined, unit: undefined, moment: undefined, ...span };
  return {
    when: undefined,
    count: termCount(reader, node, node.unit),
    unit: unit(wordOf(reader.tokens, node.unit)),
    moment: node.moment === undefined ? undefined : reader.word(node.moment),
    ...span,
  };
}

function termCount(reader: Reader, node: Syntax<Ast.Due>, unitLeaf: Leaf): number {
  const written = reader.placeOfDate(node);
  if (written === undefined) return Number.NaN;
  const word = wordOf(reader.tokens, unitLeaf);
  const example = (count: number): string => inUnits(count, unit(word));
  return readCount(reader, written, { place: `before \`${word}\``, least: 0, usual: USUAL[unit(word)], example });
}

/** One whose term was lost in an error still says that the obligation comes again. */
function every(reader: Reader, node: Syntax<Ast.Every> | undefined): Obligation['every'] {
  if (!node) return undefined;
  const each = node.unit === undefined ? undefined : unit(wordOf(reader.tokens, node.unit));
  return { count: everyCount(reader, node.value, each ?? 'month'), unit: each, ...reader.span(node) };
}

function everyCount(reader: Reader, leaf: Leaf | undefined, each: Unit): number {
  if (leaf === undefined) return Number.NaN;
  const example = (count: number): string => `every ${inUnits(count, each)}`;
  return readCount(reader, reader.leafSpan(leaf), { place: 'after `every`', least: 1, usual: USUAL[each], example });
}

/** Terms of a usual length, for examples. */
const USUAL: Readonly<Record<Unit, number>> = { day: 90, week: 2, month: 6, year: 1 };

/** `months` and `month` are one unit. */
function unit(word: string): Unit {
  return (word.endsWith('s') ? word.slice(0, -1) : word) as Unit;
}

function outcome(reader: Reader, node: Syntax<Ast.Outcome>): Outcome {
  const word = node.outcome === undefined ? 'fulfilled' : wordOf(reader.tokens, node.outcome);
  return {
    outcome: word as Outcome['outcome'],
    when: reader.when(node),
    cites: reader.citations(node.cites),
    ...reader.span(node),
  };
}
