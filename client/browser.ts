import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Extension, start } from './common.ts';

/** A browser's worker, as far as it is used here: the rest of the project is compiled without a browser's types. */
type ScriptWorker = Worker & { terminate(): void };
declare const Worker: new (script: string) => ScriptWorker;

let extension: Extension | undefined;

/** Called by VS Code in a browser: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Extension {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js').toString(true);
  const connect = connector(script);
  context.subscriptions.push(connect);
  extension = start(context, (id, name, options) => new LanguageClient(id, name, connect.open, options));
  return extension;
}

/** Called by VS Code before it ends: the server ends too. */
export function deactivate(): Thenable<void> | undefined {
  return extension?.stop();
}

/** Starts a worker for each connection; the one before it ends. */
function connector(script: string): { open(): Promise<MessageTransports>; dispose(): void } {
  let worker: ScriptWorker | undefined;
  return {
    // Not the worker itself: VS Code wraps workers, and the client then does not know one when it sees it.
    open: async () => {
      worker?.terminate();
      worker = new Worker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    dispose: () => worker?.terminate(),
  };
}
