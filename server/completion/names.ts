import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { DeclarationType, Role } from '../../language/records/model.ts';
import { targetsIn } from '../../language/register/roles.ts';
import { writtenName } from '../edits.ts';
import { targetsOf } from '../names.ts';
import {
  BestNames,
  type Candidate,
  candidate,
  ENOUGH,
  eachCandidate,
  match,
  otherNames,
  type Ranked,
} from './candidates.ts';
import { fitting } from './fitting.ts';
import { editOf, GROUPS, type ItemData, sortKey } from './items.ts';
import { alreadyNamed, type Place } from './place.ts';

/** No more names than this are offered at once; the list is asked for again while more is typed. */
const MOST = 200;

/** Some names, and whether there are more that go on with what is typed. */
export interface Names {
  readonly items: readonly CompletionItem[];
  readonly areAll: boolean;
  /** Whether one of them begins as what is typed does. */
  readonly goesOn: boolean;
}

/** The names of a role that go on with what is typed: those that fit the record best before the others. */
export function namesFor(place: Place, role: Role): Names {
  const typed = place.expected.prefix.text.replace(/^\^/, '').normalize('NFC').toLowerCase();
  const leftOut = new Set(alreadyNamed(place, role));
  const own = place.declaration?.name.name;
  // A record does not refer to itself; a waiver may be about the record that it stands in.
  if (own && role !== 'waiver-subject') leftOut.add(own);
  const best = new BestNames(MOST);
  offer(place, role, (one, rank) => {
    const found = match(one, typed);
    if (found !== undefined && !leftOut.has(one.declaration.name.name)) best.add(rank + found, one);
  });
  const ranked = best.values();
  return {
    items: ranked.map((one, i) => nameItem(place, one, i)),
    // More letters may find titles and other names, which few do not.
    areAll: best.count <= MOST && (typed === '' || typed.length >= ENOUGH),
    goesOn: ranked.some(({ candidate: { name } }) => name.startsWith(typed)),
  };
}

/** How many ranks a group of names takes; the first numbers of sort keys are the groups. */
const GROUP = 1_000_000;
/** The ranks of how well a name goes on with what is typed. */
const MATCHES = 10;

function rankOf(group: string, place: number): number {
  return Number(group) * GROUP + place * MATCHES;
}

function offer(place: Place, role: Role, add: (one: Candidate, rank: number) => void): void {
  const { names, only, test } = fitting(place, role);
  const types = typesFor(place, role);
  names.forEach((name, i) => {
    const [target] = targetsOf(place.ask, { name, role, start: 0, end: 0 });
    if (target && types.includes(target.type)) add(candidate(target), rankOf(GROUPS.fitting, i));
  });
  if (only) return;
  const ranks = {
    fitting: rankOf(GROUPS.fitting, names.length),
    names: rankOf(GROUPS.names, 0),
    library: rankOf(GROUPS.library, 0),
  };
  eachCandidate(place.project, types, (one, isLibrary) => {
    const own = isLibrary ? ranks.library : ranks.names;
    add(one, test?.(one.declaration) ? ranks.fitting : own);
  });
}

/** A jurisdiction is part of another one, and of no party. */
function typesFor({ expected }: Place, role: Role): readonly DeclarationType[] {
  return targetsIn(role, expected.path[1]?.$type === 'Jurisdiction' ? 'jurisdiction' : undefined);
}

const KINDS: Readonly<Record<DeclarationType, CompletionItemKind>> = {
  agreement: CompletionItemKind.Interface,
  source: CompletionItemKind.File,
  party: CompletionItemKind.Class,
  program: CompletionItemKind.Module,
  port: CompletionItemKind.Field,
  jurisdiction: CompletionItemKind.Constant,
  kind: CompletionItemKind.Struct,
};

function nameItem(place: Place, { candidate: { declaration }, rank }: Ranked, order: number): CompletionItem {
  const { name, title, type } = declaration;
  const locode = declaration.type === 'port' ? declaration.locode?.name : undefined;
  const says = [title?.value.split('\n', 1)[0], locode].filter(Boolean).join(' · ');
  const text = writtenName(name.name);
  const data: ItemData = { uri: place.document.uri, about: 'name', type, name: name.name };
  return {
    label: name.name,
    kind: KINDS[type],
    detail: declaration.type === 'agreement' && declaration.kind ? `agreement : ${declaration.kind.name}` : type,
    ...(says && { labelDetails: { description: says } }),
    // The title and other names are looked through too: who types Brazil finds BR, who types UK finds GB.
    filterText: [name.name, says, otherNames(declaration)].filter(Boolean).join(' '),
    sortText: sortKey(String(Math.floor(rank / GROUP)), order),
    textEdit: editOf(place, text),
    data,
  };
}
