import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIND_FILES, type FindFilesParams, READ_FILES, type ReadFilesParams } from '../server/protocol.ts';

/** Files asked for at the same time: a remote or virtual file system answers one message for each. */
const AT_ONCE = 64;

/** Lists and reads files for a server that has no disk, or not this one. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    client.onRequest(FIND_FILES, ({ folder }: FindFilesParams) => findFiles(vscode.Uri.parse(folder))),
    client.onRequest(READ_FILES, ({ uris }: ReadFilesParams) => readFiles(uris)),
  ];
}

async function findFiles(folder: vscode.Uri): Promise<string[]> {
  const pattern = new vscode.RelativePattern(folder, '**/{*.agreement,agreement.json}');
  const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**');
  // Not every file system can be searched: where nothing is found, its folders are read one by one.
  const files = found.length > 0 ? found : await walk(folder);
  return files.map((uri) => uri.toString());
}

async function walk(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next; next = folders.pop()) {
    for (const [name, type] of await entriesOf(next)) {
      const uri = vscode.Uri.joinPath(next, name);
      // A link may lead back up.
      if (type === vscode.FileType.Directory) {
        if (name !== 'node_modules' && !name.startsWith('.')) folders.push(uri);
      } else if (name.endsWith('.agreement') || name === 'agreement.json') found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function readFiles(uris: readonly string[]): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for (let i = 0; i < uris.length; i += AT_ONCE) {
    texts.push(...(await Promise.all(uris.slice(i, i + AT_ONCE).map(readFile))));
  }
  return texts;
}

async function readFile(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return null;
  }
}
