import type { CodeLens } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** The lenses of the document that holds the cursor, or the first marked range; with `set {…}` the editor's settings are these. */
const lenses: Question = async (asked) => {
  const { editor, at, section } = asked;
  const settings = /set (.+)/.exec(section.more)?.[1];
  if (settings !== undefined) {
    editor.settings = JSON.parse(settings);
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.settled();
  }
  const { textDocument } = at;
  const found = (await editor.request<CodeLens[] | null>('textDocument/codeLens', { textDocument })) ?? [];
  const lines: string[] = [];
  for (const lens of found) {
    if (lens.command) lines.push('sent with its command, though the editor would ask for it');
    const { command } = await editor.request<CodeLens>('codeLens/resolve', lens);
    const places: { uri: string; range: CodeLens['range'] }[] = command?.arguments?.[2] ?? [];
    const shown = places.map((place) => `\n  ${render.location(asked, place)}`).join('');
    lines.push(`${render.range(lens.range)} ${command?.title}${shown}`);
  }
  return lines.join('\n');
};
export default lenses;
