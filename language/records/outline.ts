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
      const used = namesIn(reader, node);
      parties = partiesIn(used, parties);
      declarations.push(agreement(reader, node, { uri, parties }));
      uses.push(used);
    } else {
      const declaration = declarationOf(reader, node, uri);
      declarations.push(declaration);
      uses.push(declaration.names);
    }
  }
  return { uri, declarations: exact(declarations), uses };
}

/** The names in `between`: the list before where that says the same, for agreements between the same parties stand together, and share it. */
function partiesIn(used: readonly Use[], before: readonly string[]): readonly string[] {
  let count = 0;
  let isSame = true;
  for (const { name, role } of used) if (role === 'between' && before[count++] !== name) isSame = false;
  if (isSame && count === before.length) return before;
  return used.filter(({ role }) => role === 'between').map(({ name }) => name);
}

/** Whether its parties are told once: otherwise nobody knows its sides. */
function hasSides({ statements }: Syntax<Ast.Agreement>): boolean {
  let found = 0;
  if (statements) for (const { $type } of statements) if ($type === 'Between') found++;
  return found < 2;
}

function agreement(
  reader: Reader,
  node: Syntax<Ast.Agreement>,
  { uri, parties }: Pick<OutlineFacts, 'uri' | 'parties'>,
): Outline {
  const { kind, title } = node;
  return new Outline({
    uri,
    start: reader.start(node),
    end: reader.end(node),
    called: reader.nameText(node.name as Leaf),
    titleStart: title === undefined ? 0 : reader.tokens.start(title),
    titleEnd: title === undefined ? 0 : reader.tokens.end(title),
    ofKind: kind === undefined ? undefined : reader.nameText(kind),
    parties,
  });
}

/** The names that an agreement uses. */
function namesIn(reader: Reader, node: Syntax<Ast.Agreement>): readonly Use[] {
  const names = new Gathering(reader);
  names.one(node.kind, 'kind');
  if (node.statements) for (const statement of node.statements) names.statement(statement);
  return names.used;
}

type Statement = NonNullable<Syntax<Ast.Agreement>['statements']>[number];

const NAMED: ReadonlyMap<string, readonly (readonly [property: string, role: Role])[]> = new Map(
  Object.entries(NAME_ROLES).map(([rule, roles]) => [rule, Object.entries(roles)]),
);
/** The properties of what stands in an agreement that hold nodes in which names may be used. */
const WITHIN = ['statements', 'signatories', 'cites'];

/** Gathers the names that an agreement uses, without making records of them. */
class Gathering {
  readonly used: Use[] = [];
  private readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** What nearly every agreement has is gone through property by property, which engines do many times faster than by a table. */
  statement(node: Statement): void {
    switch (node.$type) {
      case 'Between':
        this.all(node.parties, 'between');
        break;
      case 'Event':
        this.event(node);
        break;
      case 'Obligation':
        this.obligation(node);
        break;
      case 'Ports':
        this.all(node.ports, 'ports');
        break;
      case 'Follows':
        this.all(node.agreements, 'follows');
        break;
      case 'Recognizes':
        this.all(node.programs, 'recognizes');
        break;
      default:
        this.any(node);
    }
  }

  one(leaf: Leaf | undefined, role: Role): void {
    if (leaf !== undefined) this.used.push({ name: this.reader.nameText(leaf), role });
  }

  private all(leaves: readonly Leaf[] | undefined, role: Role): void {
    if (leaves) for (const leaf of leaves) this.one(leaf, role);
  }

  private event(node: Syntax<Ast.Event>): void {
    this.all(node.ports, 'at');
    this.all(node.parties, 'for');
    if (node.signatories) for (const { party } of node.signatories) this.one(party, 'signatory');
    if (node.cites) for (const { source } of node.cites) this.one(source, 'cites');
    if (node.statements) for (const inner of node.statements) this.any(inner);
  }

  private obligation(node: Syntax<Ast.Obligation>): void {
    this.all(node.bearers, 'bearer');
    this.all(node.toward, 'toward');
    this.all(node.ports, 'at');
    if (node.statements) for (const inner of node.statements) this.any(inner);
  }

  /** Whatever uses names, as the table of roles has it. */
  private any(node: Node): void {
    const parts = node as unknown as Readonly<Record<string, unknown>>;
    for (const [property, role] of NAMED.get(node.$type) ?? NONE) {
      const held = parts[property] as Leaf | readonly Leaf[] | undefined;
      if (typeof held === 'number') this.one(held, role);
      else this.all(held, role);
    }
    for (const property of WITHIN) {
      for (const inner of (parts[property] as readonly Node[] | undefined) ?? NONE) this.any(inner);
    }
  }
}
