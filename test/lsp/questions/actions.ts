import type { CodeAction } from 'vscode-languageserver-protocol';
import { isoDay, today } from '../../../language/dates/index.ts';
import { type Question, render } from '../harness.ts';

/**
 * What can be done at a marked range: `=== actions on 1`, with `only KIND` of one kind alone, with `does TITLE` what the action with a title
 * that begins so changes, with `for WORD` of those findings alone whose messages hold the word, as an editor asks for them; `for nothing` where
 * the editor names no finding.
 */
const actions: Question = async (asked) => {
  const { editor, on, section } = asked;
  const only = /only (\S+)/.exec(section.more)?.[1];
  const wanted = /does (.+)/.exec(section.more)?.[1];
  const about = /for (\S+)/.exec(section.more)?.[1];
  const known = editor.diagnostics.get(on.textDocument.uri) ?? [];
  const diagnostics = known.filter(({ message }) => about === undefined || String(message).includes(about));
  const context = { diagnostics, ...(only && { only: [only] }) };
  const found = (await editor.request<CodeAction[] | null>('textDocument/codeAction', { ...on, context })) ?? [];
  if (wanted === undefined) return masked(found.map((action) => line(action, about)).join('\n'));
  const action = found.find(({ title }) => title.startsWith(wanted));
  if (!action) return 'no such action';
  if (action.edit) return 'sent with its edit, though the editor would ask for it';
  const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
  return masked(render.workspaceEdit(asked, edit ?? null));
};
export default actions;

function line({ title, kind, isPreferred, diagnostics = [], disabled }: CodeAction, about: string | undefined): string {
  const mends = diagnostics
    .map(
      ({ code, message }) =>
        ` mends ${code}${about === undefined ? '' : String(message).includes(about) ? ` for ${about}` : ' for another'}`,
    )
    .join('');
  return `${kind}${isPreferred ? ' (preferred)' : ''}: ${title}${mends}${disabled ? ` (${disabled.reason})` : ''}`;
}

/** Today is another day tomorrow. */
function masked(text: string): string {
  return text.replaceAll(isoDay(today()), 'TODAY');
}
