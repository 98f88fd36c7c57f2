import * as vscode from 'vscode';
import { snippets } from './snippets.ts';

/**
 * Writes a new record from a template: at the end of the active file of records, or in a new file where there is none.
 * Asks which template where no title is given.
 */
export async function newRecord(title?: string): Promise<void> {
  const snippet = title === undefined ? await chooseSnippet() : snippets.find((candidate) => candidate.title === title);
  if (!snippet) return;
  const active = vscode.window.activeTextEditor;
  const editor = active && isWritableRecords(active.document) ? active : await newFile();
  const { document } = editor;
  const written = document.getText().trimEnd();
  const rest = new vscode.Range(document.positionAt(written.length), document.positionAt(document.getText().length));
  const gap = written === '' ? '' : '\n\n';
  await editor.insertSnippet(new vscode.SnippetString(`${gap}${snippet.body}\n`), rest);
}

async function chooseSnippet(): Promise<(typeof snippets)[number] | undefined> {
  const declarations = snippets.filter(({ title }) => title.startsWith('New '));
  const entries = declarations.map((snippet) => ({ label: snippet.title, detail: snippet.description, snippet }));
  return (await vscode.window.showQuickPick(entries, { title: 'New record' }))?.snippet;
}

function isWritableRecords(document: vscode.TextDocument): boolean {
  return document.languageId === 'agreement' && vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
}

async function newFile(): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'agreement' }));
}
