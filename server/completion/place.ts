import type { Declaration, Role } from '../../language/records/model.ts';
import { NAME_ROLES } from '../../language/records/name-roles.ts';
import { type Expected, type ExpectedName, expectedAt } from '../../language/syntax/expected.ts';
import type { Parsed } from '../../language/syntax/parse.ts';
import { childrenOf, type Node } from '../../language/syntax/tree.ts';
import type { Context, Spot } from '../context.ts';

/** Where something is to be completed, and all that is known of the place. */
export interface Place extends Spot {
  readonly context: Context;
  readonly expected: Expected;
  /** The declaration around it, as far as it is written. */
  readonly declaration: Declaration | undefined;
  /** The innermost nodes around it: they hold what is written before the place. Empty outside of declarations. */
  readonly node: Node | undefined;
  /** Behind the word that is typed: where it goes on behind the cursor that belongs to it. UTF-16 offset. */
  readonly wordEnd: number;
}

/** Looks at a place in a document. */
export function placeAt(context: Context, spot: Spot): Place {
  const { parsed, records } = spot.document;
  const expected = expecting(parsed, spot.offset);
  const { prefix, path } = expected;
  const start = path[1] && parsed.tokens.start(path[1].$first);
  const declaration = records.declarations.find((d) => d.start === start);
  return { ...spot, context, expected, declaration, node: path.at(-1), wordEnd: endOfWord(parsed, prefix) };
}

/** A hyphen at the end of what is typed is no word yet: what is looked for goes on behind it. */
function expecting(parsed: Parsed, offset: number): Expected {
  const before = /[\p{L}\p{M}\p{Nd}_](-+)$/u.exec(parsed.text.slice(Math.max(0, offset - 100), offset));
  const hyphens = before?.[1]?.length ?? 0;
  const expected = expectedAt(parsed, offset - hyphens);
  const { start } = expected.prefix;
  if (hyphens === 0) return withoutLineEnds(parsed, expected);
  if (expected.inside !== undefined || start === offset - hyphens) return expectedAt(parsed, offset);
  return withoutLineEnds(parsed, {
    ...expected,
    prefix: { start, end: offset, text: parsed.text.slice(start, offset) },
  });
}

/** Editors complete within a line. */
function withoutLineEnds(parsed: Parsed, expected: Expected): Expected {
  const { start, end, text } = expected.prefix;
  const lineEnd = /[\r\n]\s*(?=[^\r\n]*$)/.exec(text);
  if (!lineEnd) return expected;
  const from = start + lineEnd.index + lineEnd[0].length;
  return { ...expected, prefix: { start: from, end, text: parsed.text.slice(from, end) } };
}

function endOfWord({ tokens }: Parsed, { start, end }: Expected['prefix']): number {
  const index = tokens.at(end);
  return start < end && index >= 0 && tokens.start(index) < end ? Math.max(end, tokens.end(index)) : end;
}

/** The role of a name that may stand somewhere; undefined for new names and words of closed lists. */
export function roleOf({ rule, property }: ExpectedName): Role | undefined {
  return NAME_ROLES[rule]?.[property];
}

/** The roles in which a declaration names nothing twice. */
const ONCE_EACH: ReadonlySet<Role> = new Set([
  'between',
  'ports',
  'follows',
  'amends',
  'supersedes',
  'under',
  'recognizes',
  'of',
  'part-of',
  'succeeds',
  'run-by',
  'partners',
  'beneficiaries',
]);

/** The names that stand there already: in the same list, or wherever the declaration would not name them twice. */
export function alreadyNamed({ declaration, node, document, expected }: Place, role: Role): ReadonlySet<string> {
  if (!declaration || !node) return new Set();
  const { tokens } = document.parsed;
  const { start, end } = expected.prefix;
  const statement = { start: tokens.start(node.$first), end: Math.max(end, tokens.end(node.$last)) };
  const near = declaration.names.filter(
    (name) =>
      name.role === role &&
      (name.end < start || name.start > end) &&
      (ONCE_EACH.has(role) || (name.start >= statement.start && name.end <= statement.end)),
  );
  return new Set(near.map((name) => name.name));
}

/** The statements that stand in the innermost body around the place, the one that is being typed left out. */
export function statementsAround({ document, expected }: Place, body: Node): readonly Node[] {
  const { tokens, tree } = document.parsed;
  const found = nodeAt(tree, body);
  const statements = ((found as { statements?: readonly Node[] } | undefined)?.statements ?? []).slice();
  const { start, end } = expected.prefix;
  return statements.filter((s) => !(tokens.start(s.$first) <= start && end <= tokens.end(s.$last) && start < end));
}

/** The node of the whole document's tree that is this one, which was read only up to the place. */
function nodeAt(root: Node, sought: Node): Node | undefined {
  for (const child of childrenOf(root)) {
    if (child.$first === sought.$first && child.$type === sought.$type) return child;
    if (child.$first <= sought.$first && sought.$first <= child.$last) return nodeAt(child, sought);
  }
  return undefined;
}
