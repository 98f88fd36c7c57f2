import type { Location, LocationLink } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** Where the kind of the agreement at a cursor is declared. */
const typeDefinition: Question = async (asked) => {
  const found = await asked.editor.request<Location | (Location | LocationLink)[] | null>(
    'textDocument/typeDefinition',
    asked.at,
  );
  return [found ?? []]
    .flat()
    .map((place) => render.location(asked, place).replace(/^(builtin:\S+?):\d\S* /, '$1 '))
    .join('\n');
};
export default typeDefinition;
