import type { SignatureHelp } from 'vscode-languageserver-protocol';
import type { Question } from '../harness.ts';

/** How the statement at a cursor goes on: the form, the active one first marked with `>`, its active part between `»` and `«`. */
const signature: Question = async (asked) => {
  const found = await asked.editor.request<SignatureHelp | null>('textDocument/signatureHelp', asked.at);
  const lines = (found?.signatures ?? []).map(({ label, parameters }, i) => {
    if (i !== (found?.activeSignature ?? 0)) return `  ${label}`;
    const span = found?.activeParameter == null ? undefined : parameters?.[found.activeParameter]?.label;
    if (!Array.isArray(span)) return `> ${label}`;
    return `> ${label.slice(0, span[0])}»${label.slice(...span)}«${label.slice(span[1])}`;
  });
  return lines.join('\n');
};
export default signature;
