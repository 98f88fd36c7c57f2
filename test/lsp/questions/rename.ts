import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** What the name at a cursor becomes: `=== rename at 1 to NEW`. */
const rename: Question = async (asked) => {
  const newName = asked.section.more.replace(/^to ?/, '');
  try {
    const prepared = await asked.editor.request<{ range: Range } | null>('textDocument/prepareRename', asked.at);
    if (!prepared) return 'nothing to rename';
    const edit = await asked.editor.request<WorkspaceEdit | null>('textDocument/rename', { ...asked.at, newName });
    return render.workspaceEdit(asked, edit);
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
};
export default rename;
