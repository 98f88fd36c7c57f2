import type * as Ast from '../generated/ast.ts';
import { wordOf } from '../syntax/leaves.ts';
import { lineStarts } from '../syntax/lines.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Node, Syntax } from '../syntax/tree.ts';
import { EMPTY, readCommon } from './common.ts';
import { cutsOf, lostNames } from './cuts.ts';
import { readEvent } from './events.ts';
import { readDemand } from './kinds.ts';
import type {
  Agreement,
  Declaration,
  DeclarationBase,
  FileRecords,
  Flaw,
  Jurisdiction,
  Kind,
  List,
  Name,
  Party,
  Port,
  Program,
  Source,
  Span,
  Word,
  Words,
} from './model.ts';
import { dated, find, readObligation } from './obligations.ts';
import { readRepeated } from './once.ts';
import { added, NONE, Reader, trimmed } from './reader.ts';

/** Turns what was read of one file into its records. The tree is not needed afterwards. */
export function extract(parsed: Parsed, uri: string): FileRecords {
  return { ...contentsOf(parsed, uri), lineStarts: lineStarts(parsed.text) };
}

/** The records of a file, without where its lines begin. */
export function contentsOf(parsed: Parsed, uri: string): Omit<FileRecords, 'lineStarts'> {
  const cuts = cutsOf(parsed);
  const reader = new Reader(parsed.tokens, cuts);
  const declarations = declarationsOf(parsed, uri, reader);
  const syntax = parsed.problems.map(
    (p): Flaw => ({
      code: 'syntax',
      start: p.start,
      end: p.end,
      message: p.message,
      fixes: p.fix ? [{ title: p.fix.title, safe: !p.fix.guess, edits: p.fix.edits }] : NONE,
    }),
  );
  const flaws = [...syntax, ...reader.flaws].sort((a, b) => a.start - b.start || a.end - b.end);
  return { uri, length: parsed.text.length, declarations, flaws, lost: lostNames(parsed, cuts) };
}

/** The declarations alone, without what else there is to say of their file. */
export function declarationsOf(
  parsed: Parsed,
  uri: string,
  reader = new Reader(parsed.tokens, cutsOf(parsed)),
): readonly Declaration[] {
  return parsed.tree.declarations?.map((node) => declarationOf(reader, node, uri)) ?? NONE;
}

/** The record of one declaration. */
export function declarationOf(reader: Reader, node: Syntax<Ast.Declaration>, uri: string): Declaration {
  switch (node.$type) {
    case 'Agreement':
      return agreement(reader, node, uri);
    case 'Source':
      return source(reader, node, uri);
    case 'Party':
      return party(reader, node, uri);
    case 'Program':
      return program(reader, node, uri);
    case 'Port':
      return port(reader, node, uri);
    case 'Jurisdiction':
      return jurisdiction(reader, node, uri);
    case 'Kind':
      return kind(reader, node, uri);
  }
}

/** What a head holds, and the statements as far as their types go. */
interface Headed extends Node {
  readonly name?: number | undefined;
  readonly title?: number | undefined;
  /** More words behind the name. */
  readonly extra?: readonly number[] | undefined;
  readonly kind?: number | undefined;
  readonly base?: number | undefined;
  readonly statements?: readonly Node[] | undefined;
}

/** What all declarations have in common; to be read last, since it takes the names that were used. */
function base(reader: Reader, node: Headed, uri: string): DeclarationBase {
  const { statements } = node;
  const common = readCommon(reader, statements, reader.span(node));
  return { ...head(reader, node, uri), common, repeated: readRepeated(reader, statements) };
}

/** What a head says, and the names that were used. */
function head(reader: Reader, node: Headed, uri: string): Omit<DeclarationBase, 'common' | 'repeated'> {
  const start = reader.start(node);
  const end = reader.end(node);
  const { title } = node;
  return {
    uri,
    name: declaredName(reader, node) ?? { name: '', start, end: reader.tokens.end(node.$first) },
    title: title === undefined ? undefined : reader.text(title),
    body: reader.body(node),
    names: byPlace(reader.takeNames()),
    start,
    end,
  };
}

/** The name that is declared; undefined where it was lost. */
function declaredName(reader: Reader, { $type, name, extra, kind, base }: Headed): Word | undefined {
  if (name === undefined) return undefined;
  const word = reader.word(name);
  if (extra === undefined) return reader.goesOn(name) ? { ...word, isPartial: true } : word;
  // The last of several words may be the kind.
  if ($type === 'Agreement' ? kind === undefined : $type === 'Kind' && base === undefined && extra.length > 1)
    return { ...word, isPartial: true };
  const words = [name, ...extra].map((leaf) => reader.word(leaf));
  return {
    name: words.map((one) => one.name).join('-'),
    isPartial: true,
    start: word.start,
    end: words.at(-1)?.end ?? word.end,
  };
}

function byPlace(names: readonly Name[]): readonly Name[] {
  for (let i = 1; i < names.length; i++) {
    if ((names[i] as Name).start < (names[i - 1] as Name).start) return names.toSorted((a, b) => a.start - b.start);
  }
  return names;
}

/** What the statements of an agreement say, as far as they were read. */
class InAgreement {
  between: List | undefined = undefined;
  events: Agreement['events'] = NONE;
  obligations: Agreement['obligations'] = NONE;
  ports: readonly List[] = NONE;
  follows: readonly List[] = NONE;
  amends: readonly List[] = NONE;
  supersedes: readonly List[] = NONE;
  under: readonly List[] = NONE;
  recognizes: readonly List[] = NONE;
  binding: Agreement['binding'] = undefined;
  /** Whether there are any that stand in every declaration. */
  hasCommon = false;
}

function agreement(reader: Reader, node: Syntax<Ast.Agreement>, uri: string): Agreement {
  const kind = reader.optionalName(node.kind, 'kind');
  const { statements } = node;
  const read = new InAgreement();
  if (statements) for (const statement of statements) inAgreement(reader, statement, read);
  const common = read.hasCommon ? readCommon(reader, statements, reader.span(node)) : EMPTY;
  const all = head(reader, node, uri);
  // Written out: objects that are spread together take twice the room, and there may be 100,000 of these.
  return {
    type: 'agreement',
    uri,
    name: all.name,
    title: all.title,
    kind,
    body: all.body,
    between: read.between,
    events: trimmed(read.events),
    obligations: trimmed(read.obligations),
    ports: trimmed(read.ports),
    follows: trimmed(read.follows),
    amends: trimmed(read.amends),
    supersedes: trimmed(read.supersedes),
    under: trimmed(read.under),
    recognizes: trimmed(read.recognizes),
    binding: read.binding,
    isCutShort: all.body !== undefined && lacks(reader, all.body, statements),
    common,
    repeated: readRepeated(reader, statements),
    names: all.names,
    start: all.start,
    end: all.end,
  };
}

/** Whether something of a body could not be read, other than in a waiver, which says nothing of the agreement itself. */
function lacks(reader: Reader, body: Span, statements: readonly Node[] | undefined): boolean {
  let cuts = reader.cutsWithin(body);
  if (cuts === 0 || !statements) return cuts > 0;
  for (const node of statements) if (node.$type === 'Waiver') cuts -= reader.cutsWithin(reader.span(node));
  return cuts > 0;
}

type InAgreementNode = NonNullable<Syntax<Ast.Agreement>['statements']>[number];

function inAgreement(r: Reader, s: InAgreementNode, into: InAgreement): void {
  switch (s.$type) {
    case 'Between': {
      const list = r.list(s, s.parties, 'between');
      into.between ??= list;
      break;
    }
    case 'Event': {
      const event = readEvent(r, s);
      if (event) into.events = added(into.events, event);
      break;
    }
    case 'Obligation':
      into.obligations = added(into.obligations, readObligation(r, s));
      break;
    case 'Ports':
      into.ports = added(into.ports, r.list(s, s.ports, 'ports'));
      break;
    case 'Follows':
      into.follows = added(into.follows, r.list(s, s.agreements, 'follows'));
      break;
    case 'Amends':
      into.amends = added(into.amends, r.list(s, s.agreements, 'amends'));
      break;
    case 'Supersedes':
      into.supersedes = added(into.supersedes, r.list(s, s.agreements, 'supersedes'));
      break;
    case 'Under':
      into.under = added(into.under, r.list(s, s.frames, 'under'));
      break;
    case 'Recognizes':
      into.recognizes = added(into.recognizes, r.list(s, s.programs, 'recognizes'));
      break;
    case 'Binding':
      into.binding ??= binding(r, s);
      break;
    default:
      into.hasCommon = true;
  }
}

function source(reader: Reader, node: Syntax<Ast.Source>, uri: string): Source {
  const s = node.statements;
  const publisher = find(s, 'Publisher');
  const evidence = find(s, 'Evidence');
  return {
    type: 'source',
    publisher: publisher && {
      party: reader.optionalName(publisher.party, 'publisher'),
      text: reader.optionalText(publisher.text),
      ...reader.span(publisher),
    },
    published: dated(reader, find(s, 'Published')),
    retrieved: dated(reader, find(s, 'Retrieved')),
    url: reader.optionalText(find(s, 'Url')?.url),
    file:
      evidence?.path === undefined
        ? undefined
        : { path: reader.text(evidence.path), sha256: reader.optionalText(evidence.digest), ...reader.span(evidence) },
    ...base(reader, node, uri),
  };
}

function party(reader: Reader, node: Syntax<Ast.Party>, uri: string): Party {
  const s = node.statements;
  return {
    type: 'party',
    types: types(reader, s),
    of: lists(reader, s, 'Of', (x) => x.jurisdictions, 'of'),
    partOf: lists(reader, s, 'PartOf', (x) => x.wholes, 'part-of'),
    since: dated(reader, find(s, 'Since')),
    until: dated(reader, find(s, 'Until')),
    succeeds: lists(reader, s, 'Succeeds', (x) => x.parties, 'succeeds'),
    isCutShort: lacks(reader, reader.body(node) ?? reader.span(node), s),
    ...base(reader, node, uri),
  };
}

function program(reader: Reader, node: Syntax<Ast.Program>, uri: string): Program {
  const s = node.statements;
  return {
    type: 'program',
    types: types(reader, s),
    runBy: lists(reader, s, 'RunBy', (x) => x.parties, 'run-by')[0],
    partners: lists(reader, s, 'Partners', (x) => x.parties, 'partners'),
    beneficiaries: lists(reader, s, 'Beneficiaries', (x) => x.parties, 'beneficiaries'),
    ports: lists(reader, s, 'Ports', (x) => x.ports, 'ports'),
    since: dated(reader, find(s, 'Since')),
    until: dated(reader, find(s, 'Until')),
    obligations: s?.flatMap((x) => (x.$type === 'Obligation' ? [readObligation(reader, x)] : [])) ?? NONE,
    isCutShort: lacks(reader, reader.body(node) ?? reader.span(node), s),
    ...base(reader, node, uri),
  };
}

function port(reader: Reader, node: Syntax<Ast.Port>, uri: string): Port {
  const s = node.statements;
  // A part of a code or of a position is none.
  const locode = whole(reader, find(s, 'Locode'))?.code;
  const located = whole(reader, find(s, 'Located'));
  return {
    type: 'port',
    locode: locode === undefined ? undefined : reader.word(locode),
    of: lists(reader, s, 'Of', (x) => x.jurisdictions, 'of'),
    located: located && {
      latitude: reader.number(located.latitude),
      longitude: reader.number(located.longitude),
      ...reader.span(located),
    },
    modes: s?.flatMap((x) => (x.$type === 'Mode' ? [reader.words(x, x.values)] : [])) ?? NONE,
    since: dated(reader, find(s, 'Since')),
    until: dated(reader, find(s, 'Until')),
    ...base(reader, node, uri),
  };
}

/** The statement, unless a syntax error cut it short. */
function whole<N extends Node>(reader: Reader, node: N | undefined): N | undefined {
  return node && reader.isCutShort(node) ? undefined : node;
}

function jurisdiction(reader: Reader, node: Syntax<Ast.Jurisdiction>, uri: string): Jurisdiction {
  const s = node.statements;
  return {
    type: 'jurisdiction',
    types: types(reader, s),
    members:
      s?.flatMap((x) =>
        x.$type === 'Members'
          ? [
              {
                ...reader.list(x, x.members, 'members'),
                from: x.start && reader.when(x.start),
                to: x.end && reader.when(x.end),
              },
            ]
          : [],
      ) ?? NONE,
    partOf: lists(reader, s, 'PartOf', (x) => x.wholes, 'part-of'),
    since: dated(reader, find(s, 'Since')),
    until: dated(reader, find(s, 'Until')),
    succeededBy:
      s?.flatMap((x) =>
        x.$type === 'SucceededBy' ? [{ ...reader.list(x, x.parties, 'succeeded-by'), from: reader.when(x) }] : [],
      ) ?? NONE,
    ...base(reader, node, uri),
  };
}

function kind(reader: Reader, node: Syntax<Ast.Kind>, uri: string): Kind {
  const base_ = reader.optionalName(node.base, 'base');
  const s = node.statements;
  const bound = find(s, 'Binding');
  return {
    type: 'kind',
    base: base_,
    demands: s?.flatMap((x) => (x.$type === 'Demand' ? (readDemand(reader, x) ?? []) : [])) ?? NONE,
    binding: bound && binding(reader, bound),
    ...base(reader, node, uri),
  };
}

function binding(reader: Reader, node: Syntax<Ast.Binding>): Agreement['binding'] {
  if (node.value === undefined) return undefined;
  return { value: wordOf(reader.tokens, node.value) === 'yes', ...reader.span(node) };
}

type WithType = Syntax<Ast.Party | Ast.Program | Ast.Jurisdiction>['statements'];

function types(reader: Reader, statements: WithType): readonly Words[] {
  return statements?.flatMap((x) => (x.$type === 'Type' ? [reader.words(x, x.values)] : [])) ?? NONE;
}

/** Every statement of one type as a list of names. */
function lists<S extends Node, T extends S['$type']>(
  reader: Reader,
  statements: readonly S[] | undefined,
  type: T,
  leaves: (node: Extract<S, { readonly $type: T }>) => readonly number[] | undefined,
  role: Name['role'],
): readonly List[] {
  if (!statements) return NONE;
  const found = statements.filter((s): s is Extract<S, { readonly $type: T }> => s.$type === type);
  return found.length ? found.map((s) => reader.list(s, leaves(s), role)) : NONE;
}
