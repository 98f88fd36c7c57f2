import { CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Declaration } from '../../language/records/model.ts';
import type { Context } from '../context.ts';
import { wholeDeclaration } from '../edits.ts';
import { fileIn, parentOf, RECORDS_SUFFIX } from '../uris.ts';
import { type Actions, type Asked, touches } from './action.ts';

/** Moves a declaration to a file of its own beside the one it is in. */
export const moving: Actions = (asked) => {
  const { context, document, project } = asked;
  const { declarations } = document.records;
  if (!asked.wants(CodeActionKind.RefactorMove) || !canCreate(context) || declarations.length < 2) return [];
  const declaration = declarations.find((d) => touches(asked, { start: d.start, end: d.body?.start ?? d.end }));
  const uri = declaration && fileFor(document.uri, declaration);
  if (!declaration || !uri || !project.includes(uri) || project.engine.file(uri) || context.document(uri)) return [];
  return [
    {
      title: `Move ${declaration.name.name} to a file of its own`,
      kind: CodeActionKind.RefactorMove,
      edit: () => edit(asked, declaration, uri),
    },
  ];
};

function canCreate({ client }: Context): boolean {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes('create') === true;
}

/** The URI of the file, named as the declaration; undefined where the document lies in no folder. */
function fileFor(uri: string, { name }: Declaration): string | undefined {
  const folder = parentOf(uri);
  if (folder === undefined || name.name === '') return undefined;
  return fileIn(folder, `${encodeURIComponent(name.name.toLowerCase())}${RECORDS_SUFFIX}`);
}

function edit({ context, document }: Asked, declaration: Declaration, uri: string): WorkspaceEdit {
  const { text } = document;
  const whole = wholeDeclaration(document, declaration);
  const blank = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(whole.end))?.[0].length ?? 0;
  const isLast = whole.end + blank >= text.length;
  // What stands before a last declaration loses the blank lines behind it.
  const start = isLast ? text.slice(0, whole.start).trimEnd().length : whole.start;
  const lineEnd = isLast && start > 0 ? '\n' : '';
  const cut = { uri: document.uri, start, end: whole.end + blank, newText: lineEnd };
  const newText = `${text.slice(whole.start, whole.end).trimEnd()}\n`;
  const origin = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start: origin, end: origin }, newText }] },
      ...(context.workspaceEdit([cut]).documentChanges ?? []),
    ],
  };
}
