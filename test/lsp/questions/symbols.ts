import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** The outline of the document that holds the cursor. */
const symbols: Question = async (asked) => {
  const { textDocument } = asked.at;
  const found = await asked.editor.request<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument });
  return (found ?? []).flatMap((symbol) => lines(symbol)).join('\n');
};
export default symbols;

function lines({ name, detail, kind, selectionRange, children }: DocumentSymbol, indent = ''): string[] {
  const own = `${indent}${name} (kind ${kind}) ${render.range(selectionRange)}${detail ? ` | ${detail}` : ''}`;
  return [own, ...(children ?? []).flatMap((child) => lines(child, `${indent}  `))];
}
