import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { byScheme, clientHost } from './client-host.ts';
import { disk } from './disk.ts';
import { answeringUntilShutdown } from './ending.ts';
import { limitRoom } from './room.ts';
import { start } from './server.ts';

/**
 * Starts the language server in this process. How it speaks to the editor is told by the process's arguments: `--stdio`, `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`. Files with the scheme `file` are read from the disk, others through the editor.
 */
export function startServer(
  connection: Connection = createConnection(ProposedFeatures.all, answeringUntilShutdown()),
): void {
  limitRoom();
  start(connection, byScheme(disk(), clientHost(connection)));
}

/** Starts it on standard input and output, whatever the process's arguments are. */
export function startOnStdio(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout, answeringUntilShutdown()));
}
