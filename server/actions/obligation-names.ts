import { CodeActionKind } from 'vscode-languageserver';
import type { Declaration, Obligation, Word } from '../../language/records/model.ts';
import type { FileEdit } from '../context.ts';
import { nameFrom, writtenName } from '../edits.ts';
import { obligationsOf } from '../names.ts';
import { placesOf } from '../subjects.ts';
import { type Action, type Actions, type Asked, touches } from './action.ts';

/** How long a name is that is made of an obligation's text. */
const MOST = 30;

/** Names that say nothing: `o1`, `obligation-2`, `duty`. */
const EMPTY_NAMES = /^(?:o|ob|obl|obligation|duty|item|point|todo|x)?[-_]?\d*$/i;

/** Names an obligation after what is to be done, where its name says nothing. */
export const obligationNames: Actions = (asked) => {
  if (!asked.wants(CodeActionKind.RefactorRewrite)) return [];
  return asked.document.records.declarations.flatMap((declaration) => {
    const obligations = obligationsOf(declaration);
    const taken = new Set(obligations.map((o) => o.name.name));
    return obligations
      .filter((o) => o.name.end > o.name.start && touches(asked, { start: o.start, end: o.body?.start ?? o.end }))
      .flatMap((obligation) => naming(asked, declaration, obligation, taken));
  });
};

function naming(
  asked: Asked,
  declaration: Declaration,
  { name, what }: Obligation,
  taken: ReadonlySet<string>,
): readonly Action[] {
  const base = EMPTY_NAMES.test(name.name) ? nameFrom(what?.value ?? '', MOST) : '';
  if (base === '') return [];
  let better = base;
  for (let i = 2; taken.has(better); i++) better = `${base}-${i}`;
  return [
    {
      title: `Name the obligation ${better}, after what is to be done`,
      kind: CodeActionKind.RefactorRewrite,
      edit: () => asked.context.workspaceEdit(edits(asked, declaration, name, better)),
    },
  ];
}

/** The name at its header and, where no other obligation has it, in the waivers that name it. */
function edits({ document, ask }: Asked, declaration: Declaration, name: Word, better: string): readonly FileEdit[] {
  const { declared, uses } = placesOf(ask, declaration, name.name);
  return [name, ...(declared.length > 1 ? [] : uses)].map(({ start, end }) => {
    return { uri: document.uri, start, end, newText: writtenName(better) };
  });
}
