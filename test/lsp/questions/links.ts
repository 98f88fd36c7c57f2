import type { DocumentLink } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** The links of the document that holds the cursor, or the first marked range. */
const links: Question = async (asked) => {
  const { textDocument } = asked.at;
  const found =
    (await asked.editor.request<DocumentLink[] | null>('textDocument/documentLink', { textDocument })) ?? [];
  return found
    .map(({ range, target, tooltip }) => {
      const text = render.textAt(asked, textDocument.uri, range);
      return `${render.range(range)} ${text} -> ${render.nameOf(asked, target ?? '')}${tooltip ? ` (${tooltip})` : ''}`;
    })
    .join('\n');
};
export default links;
