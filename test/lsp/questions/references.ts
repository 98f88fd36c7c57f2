import type { Location } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** Where the name at a cursor is used; `=== references at 1 only` leaves the declaration out. */
const references: Question = async (asked) => {
  const context = { includeDeclaration: asked.section.more !== 'only' };
  const found = await asked.editor.request<Location[] | null>('textDocument/references', { ...asked.at, context });
  return (found ?? []).map((place) => render.location(asked, place)).join('\n');
};
export default references;
