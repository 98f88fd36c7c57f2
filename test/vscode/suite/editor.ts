import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Extension } from '../../../client/common.ts';
import type { ProjectState } from '../../../server/protocol.ts';

const ID = 'agreement-records.agreement-records';
const PATIENCE_MS = 30_000;
const STEP_MS = 50;

/** The extension, started. */
export async function theExtension(): Promise<Extension> {
  const extension = vscode.extensions.getExtension<Extension>(ID);
  if (!extension) throw new Error(`${ID} is not installed.`);
  const started = await extension.activate();
  await started.ready;
  return started;
}

/** The extension's manifest. */
export function manifest(): { readonly contributes: { readonly commands: readonly { readonly command: string }[] } } {
  return vscode.extensions.getExtension(ID)?.packageJSON;
}

/** The only project of the fixture, as the server last told. */
export async function theProject(): Promise<ProjectState> {
  const { projects } = await theExtension();
  return until('a project', () => projects().find((project) => project.settings !== undefined));
}

/** A file of the opened folder. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)));
}

/** Writes a file of the opened folder from outside any editor. */
export function write(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}

/** Removes a file of the opened folder. */
export function remove(path: string): Thenable<void> {
  return vscode.workspace.fs.delete(fileUri(path));
}

/** Replaces the whole text in an editor. */
export async function retype(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.edit((edit) => edit.replace(all, text));
}

/** The codes of what is found in a file, sorted. */
export function codesIn(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(codeOf).sort();
}

/** The stable code of a finding. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A finding of a file by its code, once there is one. */
export function findingOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(`${code} in ${uri.path}`, () => {
    return vscode.languages.getDiagnostics(uri).find((finding) => codeOf(finding) === code);
  });
}

/** The position where a text first stands in a document, moved by `offset` characters. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const index = document.getText().indexOf(text);
  expect(index, `“${text}” in ${document.uri.path}`).to.be.at.least(0);
  return document.positionAt(index + offset);
}

/** Asks until there is an answer that is neither undefined nor false; fails, saying what was waited for, where none comes. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  throw new Error(`There was no ${what} within ${PATIENCE_MS / 1000} s.`);
}

/** Puts everything back: closes all editors without saving. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
