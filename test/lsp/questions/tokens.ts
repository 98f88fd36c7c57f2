import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { type Asked, type Question, render } from '../harness.ts';

/**
 * What each word of the document is that holds the cursor. `=== tokens of name, …` shows those types alone, `… in range` asks about the
 * marked range, `… after TEXT` puts a text at the cursor first and asks for the change.
 */
const tokens: Question = async (asked) => {
  const { editor, section } = asked;
  const { textDocument } = asked.at;
  const text = asked.files.get(render.nameOf(asked, textDocument.uri)) ?? '';
  const legend = editor.greeting?.capabilities.semanticTokensProvider?.legend as SemanticTokensLegend;
  const wanted = /of ([\w, ]+?)(?: in range|$)/.exec(section.more)?.[1]?.split(', ');
  const shown = ({ data }: { data: readonly number[] }, of: string): string =>
    lines(data, of, legend)
      .filter((line) => !wanted || wanted.includes(line.split(' ')[1] ?? ''))
      .join('\n');
  if (section.more.endsWith('in range')) {
    const found = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', asked.on);
    return shown(found, asked.files.get(render.nameOf(asked, asked.on.textDocument.uri)) ?? '');
  }
  const full = await editor.request<SemanticTokens | null>('textDocument/semanticTokens/full', { textDocument });
  if (!full) return 'nothing';
  const typed = /^after (.+)$/.exec(section.more)?.[1];
  return typed === undefined ? shown(full, text) : changed(asked, full, typed);
};
export default tokens;

/** Whether the change that is told makes of the old tokens what the new ones are, and how much of them it tells. */
async function changed(asked: Asked, full: SemanticTokens, typed: string): Promise<string> {
  const { editor, at } = asked;
  const { uri } = at.textDocument;
  const offset = render.offsetIn(editor.text(uri), at.position);
  await editor.edit(uri, offset, offset, typed);
  const delta = await editor.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument: at.textDocument,
    previousResultId: full.resultId,
  });
  const anew = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: at.textDocument,
  });
  const data = [...full.data];
  for (const { start, deleteCount, data: put = [] } of [...delta.edits].sort((a, b) => b.start - a.start)) {
    data.splice(start, deleteCount, ...put);
  }
  const isSame = data.join() === anew.data.join();
  const told = delta.edits.reduce((sum, edit) => sum + edit.deleteCount + (edit.data?.length ?? 0), 0);
  return `${isSame ? 'the same' : 'NOT the same'}, by a change ${told < full.data.length / 2 ? 'of less than half' : 'of most'}`;
}

/** `1:1 keyword agreement` a line, with its modifiers. */
function lines(data: readonly number[], text: string, { tokenTypes, tokenModifiers }: SemanticTokensLegend): string[] {
  const rows: string[] = [];
  let line = 0;
  let column = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    line += down;
    column = down === 0 ? column + right : right;
    const start = render.offsetIn(text, { line, character: column });
    const [first = '', ...more] = text.slice(start, start + length).split('\n');
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit)).join(' ');
    const word = more.length ? `${first} …` : first;
    rows.push(`${line + 1}:${column + 1} ${tokenTypes[type]} ${word}${modifiers ? ` (${modifiers})` : ''}`);
  }
  return rows;
}
