import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Declaration, DeclarationType, Role } from '../../language/records/model.ts';
import { TARGETS } from '../../language/register/roles.ts';
import { writtenName } from '../edits.ts';
import { targetsOf } from '../names.ts';
import { Best, type Candidate, candidate, candidatesOf, match } from './candidates.ts';
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
  const named = alreadyNamed(place, role);
  const best = new Best<Choice>(MOST);
  const seen = new Set<string>(named);
  const own = place.declaration?.name.name;
  // A record does not refer to itself; a waiver may be about the record that it stands in.
  if (own && role !== 'waiver-subject') seen.add(own);
  const add = (one: Candidate, rank: string) => {
    const { name } = one.declaration.name;
    const found = seen.has(name) ? undefined : match(one, typed);
    if (found === undefined) return;
    seen.add(name);
    best.add(`${rank}${found}${name}`, { declaration: one.declaration, group: rank.slice(0, 1) });
  };
  offer(place, role, add);
  const choices = best.values();
  return {
    items: choices.map((choice, i) => nameItem(place, choice, i)),
    areAll: best.count <= MOST,
    goesOn: choices.some((c) => c.declaration.name.name.toLowerCase().startsWith(typed)),
  };
}

interface Choice {
  readonly declaration: Declaration;
  readonly group: string;
}

function offer(place: Place, role: Role, add: (one: Candidate, rank: string) => void): void {
  const { names, only, test } = fitting(place, role);
  names.forEach((name, i) => {
    const [target] = targetsOf(place.ask, { name, role, start: 0, end: 0 });
    if (target && TARGETS[role].includes(target.type)) add(candidate(target), sortKey(GROUPS.fitting, i));
  });
  if (only) return;
  for (const one of candidatesOf(place.project, TARGETS[role])) {
    const isLibrary = place.ask.inLibrary(one.declaration);
    add(one, test?.(one.declaration) ? GROUPS.fitting : isLibrary ? GROUPS.library : GROUPS.names);
  }
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

function nameItem(place: Place, { declaration, group }: Choice, order: number): CompletionItem {
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
    // The title is looked through too: who types Brazil finds BR.
    filterText: [text, says].filter(Boolean).join(' '),
    sortText: sortKey(group, order),
    textEdit: editOf(place, text),
    data,
  };
}
