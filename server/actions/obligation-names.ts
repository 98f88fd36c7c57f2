import { CodeActionKind } from 'vscode-languageserver';
import type { Declaration, Obligation } from '../../language/records/model.ts';
import { nameFrom, writtenName } from '../edits.ts';
import { obligationsOf } from '../names.ts';
import { type Action, type Actions, type Asked, touches } from './action.ts';

/** How long a name is that is made of an obligation's text. */
const MOST = 30;

/** Names that say nothing: `o1`, `obligation-2`, `duty`. */
const EMPTY_NAMES = /^(?:o|ob|obl|obligation|duty|item|point|todo|x)?[-_]?\d*$/i;

/** Names an obligation after what is to be done, where its name says nothing. */
export const obligationNames: Actions = (asked) => {
  if (!asked.wants(CodeActionKind.RefactorRewrite)) return [];
  return asked.document.records.declarations.flatMap((declaration) =>
    obligationsOf(declaration)
      .filter((o) => o.name.end > o.name.start && touches(asked, { start: o.start, end: o.body?.start ?? o.end }))
      .flatMap((obligation) => naming(asked, declaration, obligation)),
  );
};

function naming(asked: Asked, declaration: Declaration, { name, what }: Obligation): readonly Action[] {
  const base = EMPTY_NAMES.test(name.name) ? nameFrom(what?.value ?? '', MOST) : '';
  if (base === '') return [];
  const taken = new Set(obligationsOf(declaration).map((o) => o.name.name));
  let better = base;
  for (let i = 2; taken.has(better); i++) better = `${base}-${i}`;
  const { context, document } = asked;
  const uses = declaration.names.filter((use) => use.role === 'waiver-subject' && use.name === name.name);
  const edits = [name, ...uses].map(({ start, end }) => {
    return { uri: document.uri, start, end, newText: writtenName(better) };
  });
  return [
    {
      title: `Name the obligation ${better}, after what is to be done`,
      kind: CodeActionKind.RefactorRewrite,
      edit: () => context.workspaceEdit(edits),
    },
  ];
}
