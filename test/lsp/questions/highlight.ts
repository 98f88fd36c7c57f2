import type { DocumentHighlight } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

const KINDS = ['', 'text', 'read', 'write'];

/** The places of the same document that are highlighted with the name at a cursor. */
const highlight: Question = async (asked) => {
  const found = await asked.editor.request<DocumentHighlight[] | null>('textDocument/documentHighlight', asked.at);
  const { uri } = asked.at.textDocument;
  return (found ?? [])
    .map(({ range, kind }) => `${render.range(range)} ${KINDS[kind ?? 1]} ${render.textAt(asked, uri, range)}`)
    .join('\n');
};
export default highlight;
