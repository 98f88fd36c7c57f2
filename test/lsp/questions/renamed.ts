import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** What changes before files get other names: `=== renamed a.pdf to b.pdf, old to new`. */
const renamed: Question = async (asked) => {
  const files = asked.section.more.split(', ').map((pair) => {
    const [from = '', to = ''] = pair.split(' to ');
    return { oldUri: asked.uri(from), newUri: asked.uri(to) };
  });
  return render.workspaceEdit(
    asked,
    await asked.editor.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files }),
  );
};
export default renamed;
