import type { TextEdit } from 'vscode-languageserver-protocol';
import { type Question, render } from '../harness.ts';

/**
 * What formatting makes of the document that holds the cursor. `=== format range` formats the first marked range, `… ranges` both, `… typed
 * }` says that the character before the cursor was typed; a number is the size of a tab.
 */
const format: Question = async (asked) => {
  const { editor, section, at, on } = asked;
  const { textDocument } = at;
  const tabSize = Number(/\d+/.exec(section.more)?.[0] ?? 4);
  const options = { tabSize, insertSpaces: true };
  const typed = /^typed (\S+)/.exec(section.more)?.[1]?.replace('\\n', '\n');
  const ask = (): Promise<TextEdit[] | null> => {
    if (typed !== undefined) {
      return editor.request('textDocument/onTypeFormatting', { ...at, ch: typed, options });
    }
    if (section.more.startsWith('ranges')) {
      const ranges = [on.range, on.range];
      return editor.request('textDocument/rangesFormatting', { ...on, ranges, options });
    }
    if (section.more.startsWith('range')) return editor.request('textDocument/rangeFormatting', { ...on, options });
    return editor.request('textDocument/formatting', { textDocument, options });
  };
  const edits = await ask();
  return render.workspaceEdit(asked, edits && { changes: { [textDocument.uri]: edits } });
};
export default format;
