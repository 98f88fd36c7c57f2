import type { FoldingRange } from 'vscode-languageserver-protocol';
import type { Question } from '../harness.ts';

/** What can be folded in the document that holds the cursor: lines and columns from 1. */
const folds: Question = async ({ editor, at }) => {
  const { textDocument } = at;
  const found = await editor.request<FoldingRange[] | null>('textDocument/foldingRange', { textDocument });
  return (found ?? [])
    .map(({ startLine, startCharacter = 0, endLine, endCharacter = 0, kind }) => {
      const range = `${startLine + 1}:${startCharacter + 1}-${endLine + 1}:${endCharacter + 1}`;
      return `${range}${kind ? ` ${kind}` : ''}`;
    })
    .join('\n');
};
export default folds;
