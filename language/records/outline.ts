import type * as Ast from '../generated/ast.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Leaf, Syntax } from '../syntax/tree.ts';
import { declarationOf } from './extract.ts';
import type { Declaration, Name, Role } from './model.ts';
import { exact, NONE, Reader } from './reader.ts';

/** A name in use: what it is used for, and not where. */
export type Use = Pick<Name, 'name' | 'role'>;

/** An agreement as far as others find it. All of it stands in its file from `start` to `end`. */
export class Outline {
  readonly type = 'agreement';
  readonly uri: string;
  /** UTF-16 offsets, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The names in `between`; none where it has no such statement. */
  readonly parties: readonly string[];
  // No objects of their own: there may be 100,000 of these, and each object that lives long costs more than the agreement's reading.
  private readonly called: string;
  private readonly entitled: string | undefined;
  private readonly ofKind: string | undefined;

  constructor(of: Pick<Outline, 'uri' | 'start' | 'end' | 'parties' | 'name' | 'title' | 'kind'>) {
    this.uri = of.uri;
    this.start = of.start;
    this.end = of.end;
    this.parties = of.parties;
    this.called = of.name.name;
    this.entitled = of.title?.value;
    this.ofKind = of.kind?.name;
  }

  get name(): { readonly name: string } {
    return { name: this.called };
  }

  get title(): { readonly value: string } | undefined {
    return this.entitled === undefined ? undefined : { value: this.entitled };
  }

  get kind(): { readonly name: string } | undefined {
    return this.ofKind === undefined ? undefined : { name: this.ofKind };
  }
}

/** What a text declares, and the names that each of its declarations uses. */
export interface Outlined {
  readonly declarations: readonly (Declaration | Outline)[];
  readonly uses: readonly (readonly Use[])[];
}

/**
 * Reads of a text without syntax errors what others find its declarations by: agreements in outline, all else whole. The names that are used
 * are all of those of the whole records.
 */
export function outline(parsed: Parsed, uri: string): Outlined {
  const reader = new Reader(parsed.tokens, NONE);
  const declarations: Outlined['declarations'][number][] = [];
  const uses: (readonly Use[])[] = [];
  for (const node of parsed.tree.declarations ?? NONE) {
    if (node.$type === 'Agreement' && hasSides(node)) {
      const used: Use[] = [];
      declarations.push(agreement(reader, node, uri, used));
      uses.push(used);
    } else {
      const declaration = declarationOf(reader, node, uri);
      declarations.push(declaration);
      uses.push(declaration.names);
    }
  }
  return { declarations: exact(declarations), uses };
}

/** Whether its parties are told once: otherwise nobody knows its sides. */
function hasSides({ statements }: Syntax<Ast.Agreement>): boolean {
  let found = 0;
  for (const { $type } of statements ?? NONE) if ($type === 'Between') found++;
  return found < 2;
}

function agreement(reader: Reader, node: Syntax<Ast.Agreement>, uri: string, used: Use[]): Outline {
  let parties: readonly string[] = NONE;
  if (node.kind !== undefined) used.push({ name: reader.nameText(node.kind), role: 'kind' });
  const uses = new Uses(reader, used);
  for (const statement of node.statements ?? NONE) {
    uses.of(statement);
    if (statement.$type === 'Between') parties = statement.parties?.map((leaf) => reader.nameText(leaf)) ?? NONE;
  }
  return new Outline({
    uri,
    start: reader.start(node),
    end: reader.end(node),
    parties,
    name: { name: reader.nameText(node.name as Leaf) },
    title: reader.optionalText(node.title),
    kind: node.kind === undefined ? undefined : { name: reader.nameText(node.kind) },
  });
}

/** Gathers the names that statements use, without making records of them. */
class Uses {
  private readonly reader: Reader;
  private readonly found: Use[];

  constructor(reader: Reader, found: Use[]) {
    this.reader = reader;
    this.found = found;
  }

  of(node: NonNullable<Syntax<Ast.Agreement | Ast.Obligation>['statements']>[number]): void {
    switch (node.$type) {
      case 'Between':
        this.all(node.parties, 'between');
        break;
      case 'Event':
        this.all(node.ports, 'at');
        this.all(node.parties, 'for');
        for (const { party } of node.signatories ?? NONE) this.one(party, 'signatory');
        this.cited(node.cites);
        this.within(node.statements);
        break;
      case 'Obligation':
        this.all(node.bearers, 'bearer');
        this.all(node.toward, 'toward');
        this.all(node.ports, 'at');
        this.within(node.statements);
        break;
      case 'Ports':
        this.all(node.ports, 'ports');
        break;
      case 'Follows':
        this.all(node.agreements, 'follows');
        break;
      case 'Amends':
        this.all(node.agreements, 'amends');
        break;
      case 'Supersedes':
        this.all(node.agreements, 'supersedes');
        break;
      case 'Under':
        this.all(node.frames, 'under');
        break;
      case 'Recognizes':
        this.all(node.programs, 'recognizes');
        break;
      case 'Until':
      case 'Outcome':
      case 'Cites':
      case 'Figure':
        this.cited(node.cites);
        break;
      case 'Waiver':
        this.one(node.subject, 'waiver-subject');
        break;
    }
  }

  private within(nodes: Syntax<Ast.Event | Ast.Obligation>['statements']): void {
    for (const node of nodes ?? NONE) this.of(node);
  }

  private cited(nodes: readonly Syntax<Ast.Citation>[] | undefined): void {
    for (const { source } of nodes ?? NONE) this.one(source, 'cites');
  }

  private all(leaves: readonly Leaf[] | undefined, role: Role): void {
    for (const leaf of leaves ?? NONE) this.one(leaf, role);
  }

  private one(leaf: Leaf | undefined, role: Role): void {
    if (leaf !== undefined) this.found.push({ name: this.reader.nameText(leaf), role });
  }
}
