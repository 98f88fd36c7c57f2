import type * as Ast from '../generated/ast.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Leaf, Syntax } from '../syntax/tree.ts';
import { declarationOf } from './extract.ts';
import type { Declaration, Name, Role } from './model.ts';
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
  const ofKind = node.kind === undefined ? undefined : reader.nameText(node.kind);
  if (ofKind !== undefined) used.push({ name: ofKind, role: 'kind' });
  const uses = new Uses(reader, used);
  let parties: readonly string[] = NONE;
  for (const statement of node.statements ?? NONE) {
    const before = used.length;
    uses.of(statement);
    if (statement.$type === 'Between') parties = used.slice(before).map(({ name }) => name);
  }
  const { title } = node;
  return {
    start: reader.start(node),
    end: reader.end(node),
    called: reader.nameText(node.name as Leaf),
    titleStart: title === undefined ? 0 : reader.tokens.start(title),
    titleEnd: title === undefined ? 0 : reader.tokens.end(title),
    ofKind,
    parties,
  };
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
      case 'Binding':
      case 'From':
      case 'Due':
      case 'Every':
      case 'If':
      case 'Description':
      case 'Note':
      case 'Also':
      case 'Mark':
      case 'Translation':
        break;
      default:
        // A statement that is new in the grammar is to be named above, whether it uses names or not.
        node satisfies never;
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
