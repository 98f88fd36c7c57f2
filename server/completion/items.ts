import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { DeclarationType } from '../../language/records/model.ts';
import { toRange } from '../positions.ts';
import type { Place } from './place.ts';

/** In which order things are offered: what belongs into the place before what might begin another statement. */
export const GROUPS = {
  /** Words that go on with the statement. */
  words: '0',
  /** What fits best. */
  fitting: '1',
  names: '2',
  /** What only the library has, beside a project's own. */
  library: '3',
  statements: '4',
  declarations: '5',
  templates: '6',
  last: '9',
} as const;

/** What is kept in an item for when its documentation is asked for. */
export type ItemData = { readonly uri: string } & (
  | { readonly about: 'name'; readonly type: DeclarationType; readonly name: string }
  | { readonly about: 'word'; readonly rule: string; readonly word: string; readonly body?: string }
  | { readonly about: 'rule'; readonly code: string }
  | { readonly about: 'date'; readonly date: string }
);

/** The key by which an item is sorted: its group, then its place in it. */
export function sortKey(group: string, place: number): string {
  return group + String(place).padStart(4, '0');
}

/** The edit that writes a text in the place of what is typed, by what the editor can. */
export function editOf(
  { context, document, expected, wordEnd }: Place,
  newText: string,
): NonNullable<CompletionItem['textEdit']> {
  const { start, end } = expected.prefix;
  const insert = toRange(document.records, { start, end });
  const canReplace = context.client.textDocument?.completion?.completionItem?.insertReplaceSupport === true;
  if (!canReplace || wordEnd === end) return { range: insert, newText };
  return { insert, replace: toRange(document.records, { start, end: wordEnd }), newText };
}

/** Whether the editor takes texts with places to fill in. */
export function takesSnippets({ context }: Place): boolean {
  return context.client.textDocument?.completion?.completionItem?.snippetSupport === true;
}

/** An item that writes a word. */
export function wordItem(place: Place, word: string, group: string, order: number): CompletionItem {
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    sortText: sortKey(group, order),
    textEdit: editOf(place, word),
  };
}

/** An item that writes a text with places to fill in, in the snippet syntax of the protocol. */
export function snippetItem(place: Place, label: string, snippet: string, sortText: string): CompletionItem {
  return {
    label,
    kind: CompletionItemKind.Snippet,
    sortText,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: editOf(place, snippet),
  };
}

/** A text as a snippet that says just that. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
