import type { Location, LocationLink } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** Where the name at a cursor is declared. */
const definition: Question = async (asked) => {
  const found = await asked.editor.request<Location | (Location | LocationLink)[] | null>(
    'textDocument/definition',
    asked.at,
  );
  return [found ?? []]
    .flat()
    .map((place) => render.location(asked, place))
    .join('\n');
};
export default definition;
