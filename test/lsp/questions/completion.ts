import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import type { Question } from '../harness.ts';

/** What is offered at a cursor, in the order in which it is shown; `=== completion at 1 first 5` shows the first five. */
const completion: Question = async (asked) => {
  const list = await asked.editor.request<CompletionList | CompletionItem[] | null>(
    'textDocument/completion',
    asked.at,
  );
  const items = Array.isArray(list) ? list : (list?.items ?? []);
  const most = Number(/first (\d+)/.exec(asked.section.more)?.[1] ?? items.length);
  const sorted = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  const rest = sorted.length > most ? [`… ${sorted.length - most} more`] : [];
  return [...sorted.slice(0, most).map((item) => line(item)), ...rest].join('\n');
};
export default completion;

function line(item: CompletionItem): string {
  const edit = item.textEdit && 'range' in item.textEdit ? item.textEdit : undefined;
  const text = edit?.newText ?? item.insertText ?? item.label;
  const what = [item.detail, item.labelDetails?.description].filter(Boolean).join(' | ');
  const inserts = text === item.label ? '' : ` inserts ${JSON.stringify(text)}`;
  return `${item.label}${inserts}${what ? ` (${what})` : ''}`;
}
