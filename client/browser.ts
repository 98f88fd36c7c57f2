import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Extension, start } from './common.ts';

/** The browser's; declared here because the rest of the project is compiled without a browser's types. */
declare const Worker: new (script: string) => Worker;

let extension: Extension | undefined;

/** Called by VS Code in a browser: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Extension {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js').toString(true);
  const worker = async () => new Worker(script);
  extension = start(context, (id, name, options) => new LanguageClient(id, name, worker, options));
  return extension;
}

/** Called by VS Code before it ends: the server ends too. */
export function deactivate(): Thenable<void> | undefined {
  return extension?.stop();
}
