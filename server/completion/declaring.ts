import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Role } from '../../language/records/model.ts';
import { stub, typeToDeclare } from '../../language/rules/shared/stubs.ts';
import { KIND } from '../../language/syntax/kinds.ts';
import { scan } from '../../language/syntax/scan.ts';
import { toRange } from '../positions.ts';
import { editOf, GROUPS, sortKey } from './items.ts';
import type { Place } from './place.ts';

/** Names what is typed and declares it at the end of the file, where nothing is declared by that name. */
export function declaringItem(place: Place, role: Role): readonly CompletionItem[] {
  const { document, expected, ask, declaration } = place;
  const name = expected.prefix.text.normalize('NFC');
  const { records } = document;
  // Nothing may be written where the word itself is.
  if (role === 'waiver-subject' || name.startsWith('^') || !isName(name) || place.wordEnd >= records.length) return [];
  const type = typeToDeclare(role, name);
  if ((type === 'kind' ? ask.kindsNamed(name) : ask.declared(name)).length > 0) return [];
  const parties = declaration?.type === 'agreement' ? (declaration.between?.names ?? []).map((n) => n.name) : [];
  const text = `${document.text.endsWith('\n') ? '\n' : '\n\n'}${stub(role, name, parties)}\n`;
  return [
    {
      label: `declare ${type} ${name}`,
      kind: CompletionItemKind.Constructor,
      detail: 'at the end of this file',
      filterText: name,
      sortText: sortKey(GROUPS.last, 0),
      textEdit: editOf(place, name),
      additionalTextEdits: [{ range: toRange(records, { start: records.length, end: records.length }), newText: text }],
    },
  ];
}

function isName(text: string): boolean {
  const tokens = scan(text);
  return tokens.count === 1 && tokens.kind(0) === KIND.name && tokens.text(0) === text;
}
