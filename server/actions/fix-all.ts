import type { Finding, Fix } from '../../language/findings.ts';
import type { TextEdit } from '../../language/records/model.ts';
import { tidy } from '../../language/tidy.ts';
import type { Subject } from '../context.ts';
import { changed, difference, overlaps } from '../edits.ts';
import type { Actions } from './action.ts';

/** The kind of the action that makes all safe mends of a file. */
export const FIX_ALL = 'source.fixAll.agreement';

/** A mend may bring up the next; after so many rounds they only chase each other. */
const ROUNDS = 10;

/** All safe mends of a file at once. */
export const fixAll: Actions = ({ context, document, project, ask, wants }) => {
  if (!wants(FIX_ALL)) return [];
  const subject: Subject = { document, project, ask };
  if (!context.findings(document.uri).some((finding) => safeFix(finding, document.uri))) return [];
  return [
    { title: 'Make all safe mends in this file', kind: FIX_ALL, edit: () => context.workspaceEdit(fixes(subject)) },
  ];
};

/** The changes that make all safe mends of a file, again and again until none is left. */
function fixes({ document, project }: Subject): readonly (TextEdit & { readonly uri: string })[] {
  const { uri, text } = document;
  const { engine } = project;
  const before = engine.file(uri);
  let now = text;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const edits = safeEdits(engine.judge(uri).findings, uri);
      if (edits.length === 0) break;
      now = changed(now, tidy(now, edits));
      engine.put(uri, now);
    }
  } finally {
    if (before) engine.putRecords(before);
    else engine.remove(uri);
  }
  const edit = difference(text, now);
  return edit ? [{ uri, ...edit }] : [];
}

/** The changes of the safe mends that change this file alone; of mends that overlap the first. */
function safeEdits(findings: readonly Finding[], uri: string): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = safeFix(finding, uri);
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlaps(edit, other) || isSame(edit, other)))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}

/** The safe mend of a finding that changes this file alone. */
function safeFix(finding: Finding, uri: string): Fix | undefined {
  return finding.fixes().find(({ safe, edits }) => safe && edits.length > 0 && edits.every((edit) => edit.uri === uri));
}

/** Two findings may ask for the same change. */
function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
