import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** What is shown where the pointer rests on a cursor. */
const hover: Question = async (asked) => {
  const found = await asked.editor.request<Hover | null>('textDocument/hover', asked.at);
  if (!found) return 'nothing';
  const where = found.range
    ? `${render.range(found.range)} ${render.textAt(asked, asked.at.textDocument.uri, found.range)}\n`
    : '';
  const { value } = found.contents as MarkupContent;
  // Where in the library something stands is no matter here.
  return `${where}${value.replaceAll(/(builtin:[^#)]+)#L\d+,\d+/g, '$1')}`;
};
export default hover;
