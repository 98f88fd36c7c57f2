import type { Connection } from 'vscode-languageserver';
import { libraryText } from '../language/library.ts';
import { answering, malformed } from './answer.ts';
import { rulePageText } from './rule-pages.ts';
import { canonical } from './uris.ts';

/** Serves the documents that exist only inside the program: the library's files and the rules' pages. */
export function serveDocuments(connection: Connection): void {
  connection.workspace.textDocumentContent.on(
    answering('show the document', ({ uri }) => {
      if (typeof uri !== 'string') throw malformed('The request names no document: uri is missing.');
      const text = libraryText(canonical(uri)) ?? rulePageText(canonical(uri));
      return text === undefined ? null : { text };
    }),
  );
}
