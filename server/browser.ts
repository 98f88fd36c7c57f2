import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientHost } from './client-host.ts';
import { answeringUntilShutdown } from './ending.ts';
import { start } from './server.ts';

/** Starts the language server in a worker. All files come through the editor. */
export function startWorker(worker: ConstructorParameters<typeof BrowserMessageReader>[0]): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
    answeringUntilShutdown(),
  );
  start(connection, clientHost(connection));
}
