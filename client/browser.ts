import * as vscode from 'vscode';
import { type Extension, start } from './common.ts';

/** A browser's worker, as far as it is used here: the rest of the project is compiled without a browser's types. */
type ScriptWorker = Worker & { terminate(): void };
declare const Worker: new (script: string) => ScriptWorker;

let extension: Extension | undefined;

/** Called by VS Code in a browser: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Extension {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js').toString(true);
  let worker: ScriptWorker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  extension = start(context, async (id, name, options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    // A worker for each connection. Not the worker itself: VS Code wraps workers, and the client then does not know one when it sees it.
    const connect = async () => {
      worker?.terminate();
      worker = new Worker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient(id, name, connect, options);
  });
  return extension;
}

/** Called by VS Code before it ends: the server ends too. */
export function deactivate(): Thenable<void> | undefined {
  return extension?.stop();
}
