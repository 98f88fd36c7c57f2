import * as vscode from 'vscode';
import { type Extension, start } from './common.ts';
import { registerTasks } from './tasks.ts';

let extension: Extension | undefined;

/** Called by VS Code on a desktop or a remote machine: the server is a Node process of its own. */
export function activate(context: vscode.ExtensionContext): Extension {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  extension = start(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
  context.subscriptions.push(registerTasks());
  return extension;
}

/** Called by VS Code before it ends: the server ends too. */
export function deactivate(): Thenable<void> | undefined {
  return extension?.stop();
}
