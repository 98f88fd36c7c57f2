import type { InlayHint } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** The hints in the marked range: `=== hints on 1`; with `set {…}` the editor's settings are these. */
const hints: Question = async (asked) => {
  const settings = /set (.+)/.exec(asked.section.more)?.[1];
  if (settings !== undefined) {
    asked.editor.settings = JSON.parse(settings);
    await asked.editor.notify('workspace/didChangeConfiguration', { settings: null });
    await asked.editor.settled();
  }
  const found = (await asked.editor.request<InlayHint[] | null>('textDocument/inlayHint', asked.on)) ?? [];
  return found
    .map(({ position, label, tooltip }) => {
      const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
      return `${render.place(position)} ${text}${tooltip ? ` (${tooltip})` : ''}`;
    })
    .join('\n');
};
export default hints;
