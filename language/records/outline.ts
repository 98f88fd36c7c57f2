import type * as Ast from '../generated/ast.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Leaf, Node, Syntax } from '../syntax/tree.ts';
import { declarationOf } from './extract.ts';
import type { Declaration, Name, Role } from './model.ts';
import { NAME_ROLES } from './name-roles.ts';
import { exact, NONE, Reader } from './reader.ts';

/** A name in use: what it is used for, and not where. */
export type Use = Pick<Name, 'name' | 'role'>;

/** What an outline tells of an agreement. Offsets are UTF-16 offsets into its file, ends are exclusive. */
export interface OutlineFacts {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly called: string;
  /** Where its title stands, quotes included; both are 0 where it has none. */
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly ofKind: string | undefined;
  /** The names in `between`; none where it has no such statement. */
  readonly parties: readonly string[];
}

/**
 * An agreement as far as others find it. It has no objects of its own: there may be 100,000 of these, and each object that lives long costs
 * more than to read the agreement.
 */
export class Outline implements OutlineFacts {
  readonly type = 'agreement';
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly called: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly ofKind: string | undefined;
  readonly parties: readonly string[];

  constructor(facts: OutlineFacts) {
    this.uri = facts.uri;
    this.start = facts.start;
    this.end = facts.end;
    this.called = facts.called;
    this.titleStart = facts.titleStart;
    this.titleEnd = facts.titleEnd;
    this.ofKind = facts.ofKind;
    this.parties = facts.parties;
  }

  get name(): { readonly name: string } {
    return { name: this.called };
  }

  get kind(): { readonly name: string } | undefined {
    return this.ofKind === undefined ? undefined : { name: this.ofKind };
  }
}

/** What the text of a file declares, agreements in outline, and the names that each of its declarations uses. */
export interface OutlinedFile {
  readonly uri: string;
  readonly declarations: readonly (Declaration | Outline)[];
  readonly uses: readonly (readonly Use[])[];
}

/**
 * Reads of a text without syntax errors what others find its declarations by: agreements in outline, all else whole. The names that are used
 * are all of those of the whole records.
 */
export function outline(parsed: Parsed, uri: string): OutlinedFile {
  const reader = new Reader(parsed.tokens, NONE);
  const declarations: (Declaration | Outline)[] = [];
  const uses: (readonly Use[])[] = [];
  let parties: readonly string[] = NONE;
  for (const node of parsed.tree.declarations ?? NONE) {
    if (node.$type === 'Agreement' && hasSides(node)) {
      const used: Use[] = [];
      const read = agreement(reader, node, used);
      parties = sameList(parties, read.parties);
      declarations.push(new Outline({ ...read, uri, parties }));
      uses.push(used);
    } else {
      const declaration = declarationOf(reader, node, uri);
      declarations.push(declaration);
      uses.push(declaration.names);
    }
  }
  return { uri, declarations: exact(declarations), uses };
}

/** The list before where the one now says the same: agreements between the same parties stand together, and share it. */
function sameList(before: readonly string[], now: readonly string[]): readonly string[] {
  return now.length === before.length && now.every((name, i) => name === before[i]) ? before : now;
}

/** Whether its parties are told once: otherwise nobody knows its sides. */
function hasSides({ statements }: Syntax<Ast.Agreement>): boolean {
  let found = 0;
  for (const { $type } of statements ?? NONE) if ($type === 'Between') found++;
  return found < 2;
}

function agreement(reader: Reader, node: Syntax<Ast.Agreement>, used: Use[]): Omit<OutlineFacts, 'uri'> {
  gather(reader, node, used);
  const { kind, title } = node;
  return {
    start: reader.start(node),
    end: reader.end(node),
    called: reader.nameText(node.name as Leaf),
    titleStart: title === undefined ? 0 : reader.tokens.start(title),
    titleEnd: title === undefined ? 0 : reader.tokens.end(title),
    ofKind: kind === undefined ? undefined : reader.nameText(kind),
    parties: used.filter(({ role }) => role === 'between').map(({ name }) => name),
  };
}

const NAMED: ReadonlyMap<string, readonly (readonly [property: string, role: Role])[]> = new Map(
  Object.entries(NAME_ROLES).map(([rule, roles]) => [rule, Object.entries(roles)]),
);
/** The properties of an agreement, and of what stands in it, that hold nodes in which names may be used. */
const WITHIN = ['statements', 'signatories', 'cites'];

/** Gathers the names that a node and what stands in it use, without making records of them. */
function gather(reader: Reader, node: Node, into: Use[]): void {
  const parts = node as unknown as Readonly<Record<string, unknown>>;
  for (const [property, role] of NAMED.get(node.$type) ?? NONE) {
    const held = parts[property] as Leaf | readonly Leaf[] | undefined;
    if (typeof held === 'number') into.push({ name: reader.nameText(held), role });
    else for (const leaf of held ?? NONE) into.push({ name: reader.nameText(leaf), role });
  }
  for (const property of WITHIN) {
    for (const inner of (parts[property] as readonly Node[] | undefined) ?? NONE) gather(reader, inner, into);
  }
}
