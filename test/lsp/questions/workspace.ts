import type { WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** The declarations of the workspace that fit what is sought, best first: `=== workspace for TEXT first 5`. */
const workspace: Question = async (asked) => {
  const [, query = '', most] = /^for (.*?)(?: first (\d+))?$/.exec(asked.section.more) ?? [];
  const found = (await asked.editor.request<WorkspaceSymbol[] | null>('workspace/symbol', { query })) ?? [];
  const lines = found.slice(0, Number(most ?? found.length)).map(({ name, kind, containerName, location }) => {
    // Where in the library something stands is no matter here.
    const where = 'range' in location && !location.uri.startsWith('builtin:') ? `:${render.range(location.range)}` : '';
    return `${name} (kind ${kind}) ${render.nameOf(asked, location.uri)}${where} | ${containerName}`;
  });
  return lines.join('\n');
};
export default workspace;
