import type * as Ast from '../generated/ast.ts';
import { wordOf } from '../syntax/leaves.ts';
import type { Syntax } from '../syntax/tree.ts';
import { readCommon } from './common.ts';
import type { EventRecord, EventWord, Signatory, Span } from './model.ts';
import { added, NONE, type Reader, trimmed } from './reader.ts';

/** Reads one claim of an event; undefined where its word was lost in an error. */
export function readEvent(reader: Reader, node: Syntax<Ast.Event>): EventRecord | undefined {
  if (node.event === undefined) return undefined;
  const when = reader.when(node);
  const ports = reader.namesOf(node.ports, 'at');
  const parties = reader.namesOf(node.parties, 'for');
  const signatories = readSignatories(reader, node.signatories);
  const cites = reader.citations(node.cites);
  const span = withoutBody(reader, node);
  return {
    event: wordOf(reader.tokens, node.event) as EventWord,
    negated: node.negated !== undefined,
    when,
    place: reader.optionalText(node.place),
    ports,
    parties,
    signatories,
    cites,
    preferred: node.preferred === undefined ? undefined : reader.leafSpan(node.preferred),
    common: readCommon(reader, node.statements, reader.span(node)),
    start: span.start,
    end: span.end,
  };
}

/** One whose person was lost in an error is none, but its party is a name that is used. */
function readSignatories(reader: Reader, nodes: readonly Syntax<Ast.Signatory>[] | undefined): readonly Signatory[] {
  if (!nodes) return NONE;
  let signatories: readonly Signatory[] = NONE;
  for (const { party: leaf, person } of nodes) {
    const party = reader.optionalName(leaf, 'signatory');
    if (person !== undefined) signatories = added(signatories, { person: reader.text(person), party });
  }
  return trimmed(signatories);
}

function withoutBody(reader: Reader, node: Syntax<Ast.Event>): Span {
  const brace =
    node.statements || reader.tokens.source.charCodeAt(reader.end(node) - 1) === 125
      ? reader.openBrace(node)
      : undefined;
  if (brace === undefined || brace === node.$first) return reader.span(node);
  return { start: reader.start(node), end: reader.tokens.end(brace - 1) };
}
