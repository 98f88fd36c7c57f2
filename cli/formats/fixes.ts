import type { Fix } from '../../language/findings.ts';
import { tidy } from '../../language/tidy.ts';
import type { Reported } from '../report.ts';

/** The fixes of findings, as an editor makes them too: what takes away a whole line leaves no empty one. Findings of one file come together. */
export function fixer(): (reported: Reported) => readonly Fix[] {
  let last: { readonly uri: string; readonly text: string | undefined } | undefined;
  return ({ finding, from }) =>
    finding.fixes().map((fix) => {
      const [uri, ...others] = new Set(fix.edits.map((edit) => edit.uri));
      if (uri === undefined || others.length > 0 || fix.edits.every(({ newText }) => newText !== '')) return fix;
      if (last?.uri !== uri) last = { uri, text: from.text(uri) };
      return last.text === undefined ? fix : { ...fix, edits: tidy(last.text, fix.edits) };
    });
}
