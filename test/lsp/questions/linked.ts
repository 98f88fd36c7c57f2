import type { LinkedEditingRanges } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** What changes along with the name at a cursor. */
const linked: Question = async (asked) => {
  const found = await asked.editor.request<LinkedEditingRanges | null>('textDocument/linkedEditingRange', asked.at);
  const { uri } = asked.at.textDocument;
  return (found?.ranges ?? []).map((range) => `${render.range(range)} ${render.textAt(asked, uri, range)}`).join('\n');
};
export default linked;
