import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { DeclarationType } from '../../language/records/model.ts';
import { TARGETS } from '../../language/register/roles.ts';
import type { ExpectedName } from '../../language/syntax/expected.ts';
import { writtenName } from '../edits.ts';
import { listItems } from './closed-lists.ts';
import { dateItems } from './dates.ts';
import { declaringItem } from './declaring.ts';
import { editOf, GROUPS, sortKey } from './items.ts';
import { namesFor } from './names.ts';
import { type Place, roleOf } from './place.ts';
import { templateItems } from './templates.ts';
import { ruleItems, subjectItems } from './waivers.ts';
import { wordItems } from './words.ts';

/** All that may come next at a place. Incomplete where there is more, or where not all files have been read. */
export function offer(place: Place): CompletionList {
  const { expected } = place;
  if (expected.inside !== undefined) return { isIncomplete: false, items: [] };
  const named = expected.names.map((name) => forName(place, name));
  const items = [
    ...named.flatMap((one) => one.items),
    ...(expected.date ? dateItems(place) : []),
    ...wordItems(place),
    ...templateItems(place),
  ];
  const areAll = named.every((one) => one.areAll) && place.context.workspace.isReady(place.project);
  const offered = unique(items);
  return { isIncomplete: !areAll, items: isMarked(place) ? offered.map(marked) : offered };
}

/** Whether what is typed begins with the mark of a name. */
function isMarked({ expected }: Place): boolean {
  return expected.prefix.text.startsWith('^');
}

/** Editors compare an item with all that it replaces. */
function marked(item: CompletionItem): CompletionItem {
  return { ...item, filterText: `^${item.filterText ?? item.label}` };
}

interface Offered {
  readonly items: readonly CompletionItem[];
  readonly areAll: boolean;
}

function forName(place: Place, name: ExpectedName): Offered {
  const part = `${name.rule}.${name.property}`;
  if (part === 'Waiver.rule') return all(ruleItems(place));
  const declared = Object.entries(DECLARED).find(([, parts]) => parts === part)?.[0] as DeclarationType | undefined;
  if (declared) return all(wantedNames(place, declared));
  const role = roleOf(name);
  const words = name.type === undefined && !isMarked(place) ? listItems(place, name) : [];
  if (role === undefined) return all(words);
  const { items, areAll, goesOn } = namesFor(place, role);
  const first = role === 'waiver-subject' ? subjectItems(place) : [];
  // What is typed after a demand's strength may be a word as well as a kind.
  const isNew = !goesOn && role !== 'demanded-kind' && role !== 'base' && role !== 'kind';
  return { areAll, items: [...first, ...items, ...words, ...(isNew ? declaringItem(place, role) : [])] };
}

function all(items: readonly CompletionItem[]): Offered {
  return { items, areAll: true };
}

/** Where each sort of declaration has its new name. */
const DECLARED: Readonly<Record<Exclude<DeclarationType, 'kind'>, string>> = {
  agreement: 'Agreement.name',
  source: 'Source.name',
  party: 'Party.name',
  program: 'Program.name',
  port: 'Port.name',
  jurisdiction: 'Jurisdiction.name',
};

/** The names that the file uses and nothing declares. */
function wantedNames(place: Place, type: DeclarationType): readonly CompletionItem[] {
  const names = new Set<string>();
  for (const declaration of place.document.records.declarations) {
    for (const { name, role } of declaration.names) {
      if (TARGETS[role].includes(type) && role !== 'waiver-subject' && place.ask.declared(name).length === 0)
        names.add(name);
    }
  }
  return [...names].map((name, i): CompletionItem => {
    return {
      label: name,
      kind: CompletionItemKind.Reference,
      labelDetails: { description: 'named in this file, not declared yet' },
      sortText: sortKey(GROUPS.fitting, i),
      textEdit: editOf(place, writtenName(name)),
    };
  });
}

/** Of two items that would write the same the first. */
function unique(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label }) => !seen.has(label) && seen.add(label));
}
