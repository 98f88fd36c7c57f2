import { CodeActionKind } from 'vscode-languageserver';
import type { Finding, Fix } from '../../language/findings.ts';
import type { Declaration, Obligation } from '../../language/records/model.ts';
import { isMoment } from '../../language/register/moments.ts';
import { addStatement } from '../../language/rules/shared/fixes.ts';
import { tidyFix } from '../../language/tidy.ts';
import { DEMAND_WORDS, isWordOf } from '../../language/vocabulary.ts';
import type { FileEdit } from '../context.ts';
import { indentAt, writtenName } from '../edits.ts';
import { obligationsOf } from '../names.ts';
import { isWaivable } from '../waiving.ts';
import type { Action, Actions, Asked } from './action.ts';

/** The mends of what is found, as its rules know them, and a waiver where one makes sense. */
export const quickFixes: Actions = (asked) => {
  if (!asked.wants(CodeActionKind.QuickFix)) return [];
  return asked.mending().flatMap((finding) => {
    const fixes = finding.fixes();
    const hasWaiver = fixes.some((fix) => fix.edits.some((edit) => edit.newText.includes(`waive ${finding.code}`)));
    return [...fixes.map((fix) => mend(asked, finding, fix)), ...(hasWaiver ? [] : waive(asked, finding))];
  });
};

function mend({ context }: Asked, finding: Finding, { title, preferred, edits }: Fix): Action {
  const edit = () => context.workspaceEdit(tidyFix(edits, (uri) => context.document(uri)?.text));
  return { title, kind: CodeActionKind.QuickFix, finding, preferred, edit };
}

function waive(asked: Asked, finding: Finding): readonly Action[] {
  const holder = isWaivable(finding.code) ? holderOf(asked, finding) : undefined;
  if (!holder) return [];
  const { declaration, obligation } = holder;
  const subject = subjectOf(asked, finding, declaration);
  const of = subject ? ` of ${subject}` : '';
  const statement = `waive ${finding.code}${of === '' ? '' : ` of ${writtenName(subject as string)}`} because "Say why"`;
  const edits = obligation
    ? [inObligation(asked, obligation, statement)]
    : addStatement('', declaration, statement).edits;
  return [
    {
      title: `Waive ${finding.code}${of} here, and say why`,
      kind: CodeActionKind.QuickFix,
      finding,
      edit: () => asked.context.workspaceEdit(edits),
    },
  ];
}

interface Holder {
  readonly declaration: Declaration;
  /** The obligation that holds it, where that has a body. */
  readonly obligation: Obligation | undefined;
}

/** The innermost record with a body that the finding lies in. */
function holderOf({ document }: Asked, { start, end }: Finding): Holder | undefined {
  const holds = (one: { readonly start: number; readonly end: number }) => one.start <= start && end <= one.end;
  const declaration = document.records.declarations.find(holds);
  const obligation = declaration && obligationsOf(declaration).find((one) => one.body && holds(one));
  return declaration && { declaration, obligation };
}

function inObligation({ document }: Asked, obligation: Obligation, statement: string): FileEdit {
  const at = (obligation.body?.start ?? 0) + 1;
  const indent = `${indentAt(document.text, obligation.start)}    `;
  return { uri: document.uri, start: at, end: at, newText: `\n${indent}${statement}` };
}

/** What the waiver is about: the first subject that a waiver may name and that is not the record itself. */
function subjectOf({ ask }: Asked, finding: Finding, declaration: Declaration): string | undefined {
  const [subject] = finding.subjects.filter((name) => name !== '' && name !== declaration.name.name);
  if (subject === undefined) return undefined;
  const isKnown =
    ask.declared(subject).length > 0 ||
    ask.kindsNamed(subject).length > 0 ||
    isWordOf(DEMAND_WORDS, subject) ||
    isMoment(subject) ||
    obligationsOf(declaration).some(({ name }) => name.name === subject);
  return isKnown ? subject : undefined;
}
