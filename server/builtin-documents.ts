import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { libraryText } from '../language/library.ts';
import { answering, malformed } from './answer.ts';
import type { Host } from './host.ts';
import { rulePageText } from './rule-pages.ts';
import { canonical, isBuiltin } from './uris.ts';

/** Gives the URI under which the editor can open a file; undefined where it cannot. */
export type Opener = (uri: string) => string | undefined;

/**
 * How an editor opens files. What exists only inside the program it opens as such if it asks for the text of such documents; for any other
 * editor a copy is kept, where there is a disk.
 */
export function opener(client: ClientCapabilities, host: Host): Opener {
  const copies = new Map<string, string | undefined>();
  const canAsk = client.workspace?.textDocumentContent !== undefined;
  return (uri) => {
    if (canAsk || !isBuiltin(uri)) return uri;
    if (!copies.has(uri)) copies.set(uri, copyOf(uri, host));
    return copies.get(uri);
  };
}

function copyOf(uri: string, host: Host): string | undefined {
  const text = builtinText(uri);
  return text === undefined ? undefined : host.keep(URI.parse(uri).path, text);
}

function builtinText(uri: string): string | undefined {
  return libraryText(uri) ?? rulePageText(uri);
}

/** Serves the documents that exist only inside the program: the library's files and the rules' pages. */
export function serveDocuments(connection: Connection): void {
  connection.workspace.textDocumentContent.on(
    answering('show the document', ({ uri }) => {
      if (typeof uri !== 'string') throw malformed('The request names no document: uri is missing.');
      const text = builtinText(canonical(uri));
      return text === undefined ? null : { text };
    }),
  );
}
