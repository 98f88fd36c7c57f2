import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Documents } from '../documents.ts';
import { quietly } from '../quietly.ts';
import type { Report } from './board.ts';
import type { Audience } from './rounds.ts';

/** Who passes findings on to an editor. */
export type Teller = Pick<Audience, 'news' | 'done'>;

/** Whether the editor asks for findings itself; then none are sent unasked. */
export function asksForFindings(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

/** Sends an editor the findings of every file, whenever they are others than before. */
export function pushTo(connection: Connection, documents: Documents): Teller {
  return {
    news: ({ uri, diagnostics }) => {
      const version = documents.get(uri)?.version;
      const params = { uri: documents.sentUri(uri), diagnostics: [...diagnostics] };
      void quietly(() => connection.sendDiagnostics(version === undefined ? params : { ...params, version }));
    },
    done: () => undefined,
  };
}

/** Tells an editor that asks for findings itself when to ask again; `wake` answers the questions that are still open. */
export function haveAsked(
  connection: Connection,
  client: ClientCapabilities,
  documents: Documents,
  wake: () => void,
): Teller {
  const canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  let others = false;
  return {
    news: ({ uri }: Report) => {
      // The document that the user types in is asked about after every change anyway.
      others ||= documents.has(uri) && uri !== documents.latest;
    },
    done: (any) => {
      if (any) wake();
      if (others && canRefresh) void quietly(() => connection.languages.diagnostics.refresh());
      others = false;
    },
  };
}
