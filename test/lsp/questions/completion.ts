import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { isoDay, today } from '../../../language/dates/index.ts';
import { type Asked, type Question, render } from '../harness.ts';

/**
 * What is offered at a cursor, in the order in which it is shown. `=== completion at 1 first 5` shows the first five, `… of A, B` the items
 * with these labels, `… resolved` their documentation, `… applied` what the document becomes by the first, `… filtered` by which texts an editor finds them.
 */
const completion: Question = async (asked) => {
  const list = await asked.editor.request<CompletionList | CompletionItem[] | null>(
    'textDocument/completion',
    asked.at,
  );
  const { more } = asked.section;
  const wanted = /of (.+?)(?: resolved| applied| filtered|$)/.exec(more)?.[1]?.split(', ');
  const items = (Array.isArray(list) ? list : (list?.items ?? [])).filter((i) => !wanted || wanted.includes(i.label));
  const most = Number(/first (\d+)/.exec(more)?.[1] ?? items.length);
  const sorted = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  const shown = sorted.slice(0, most);
  if (more.endsWith('applied')) return masked(applied(asked, shown[0]));
  if (more.endsWith('filtered')) return shown.map((item) => item.filterText ?? item.label).join('\n');
  const lines = shown.map((item) => line(item));
  if (more.endsWith('resolved')) {
    for (const [i, item] of shown.entries()) lines[i] += `\n${await documentation(asked, item)}`;
  }
  const rest = sorted.length > most ? [`… ${sorted.length - most} more`] : [];
  return masked([...lines, ...rest].join('\n'));
};
export default completion;

function line(item: CompletionItem): string {
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  const what = [item.detail, item.labelDetails?.description].filter(Boolean).join(' | ');
  const inserts = text === item.label ? '' : ` inserts ${JSON.stringify(text)}`;
  return `${item.label}${inserts}${what ? ` (${what})` : ''}`;
}

async function documentation(asked: Asked, item: CompletionItem): Promise<string> {
  const resolved = await asked.editor.request<CompletionItem>('completionItem/resolve', item);
  const said = resolved.documentation;
  return (typeof said === 'string' ? said : (said?.value ?? 'no documentation')).replaceAll(/^/gm, '    ');
}

/** The lines of the document that change where the item is accepted: where it can replace what follows, it does. */
function applied(asked: Asked, item: CompletionItem | undefined): string {
  if (!item?.textEdit) return 'no such item';
  const { newText } = item.textEdit;
  const edit = { newText, range: 'range' in item.textEdit ? item.textEdit.range : item.textEdit.replace };
  const { uri } = asked.at.textDocument;
  return render.workspaceEdit(asked, { changes: { [uri]: [edit, ...(item.additionalTextEdits ?? [])] } });
}

/** Today is another day tomorrow. */
function masked(text: string): string {
  const day = isoDay(today());
  return text
    .replaceAll(day, 'TODAY')
    .replaceAll(`${day.slice(0, 7)} (this`, 'MONTH (this')
    .replaceAll(`${day.slice(0, 4)} (this`, 'YEAR (this');
}
