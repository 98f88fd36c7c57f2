import type { Location, LocationLink } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** The agreements of the kind at a cursor. */
const implementation: Question = async (asked) => {
  const found = await asked.editor.request<Location | (Location | LocationLink)[] | null>(
    'textDocument/implementation',
    asked.at,
  );
  return [found ?? []]
    .flat()
    .map((place) => render.location(asked, place))
    .join('\n');
};
export default implementation;
