import type { SelectionRange } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/** What is selected step by step around a cursor, the smallest first. */
const selection: Question = async (asked) => {
  const { textDocument, position } = asked.at;
  const [found] = await asked.editor.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [position],
  });
  const steps: string[] = [];
  for (let step = found; step; step = step.parent) {
    steps.push(`${render.range(step.range)} ${render.textAt(asked, textDocument.uri, step.range)}`);
  }
  return steps.join('\n');
};
export default selection;
