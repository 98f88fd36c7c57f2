import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { extract } from '../language/records/extract.ts';
import type { FileRecords } from '../language/records/model.ts';
import { lineStarts } from '../language/syntax/lines.ts';
import { type Parsed, parse } from '../language/syntax/parse.ts';
import { sentence } from './answer.ts';
import { canonical } from './uris.ts';

/** What one version of a document says. */
export interface Reading {
  readonly text: string;
  readonly parsed: Parsed;
  readonly records: FileRecords;
}

/** Reads a text as the document of that URI. Never fails: a text that is beyond the program says nothing, and is at fault for it. */
export function readText(uri: string, text: string): Reading {
  try {
    const parsed = parse(text);
    return { text, parsed, records: extract(parsed, uri) };
  } catch (reason) {
    const parsed = parse('');
    const message = `This file is beyond the program: ${sentence(reason)}`;
    const flaws: FileRecords['flaws'] = [{ code: 'syntax', start: 0, end: 0, message, fixes: [] }];
    const lines = { lineStarts: lineStarts(text), length: text.length };
    return { text, parsed, records: { ...extract(parsed, uri), ...lines, flaws } };
  }
}

/** A document that is open in the editor. Its text goes before the disk's; it is read when first asked for. */
export class OpenDocument {
  /** The server's spelling of the URI. */
  readonly uri: string;
  /** The client's. */
  readonly sentUri: string;
  private document: TextDocument;
  private current: Reading | undefined;

  constructor(document: TextDocument) {
    this.uri = canonical(document.uri);
    this.sentUri = document.uri;
    this.document = document;
  }

  get version(): number {
    return this.document.version;
  }

  get text(): string {
    return this.document.getText();
  }

  /** What the text says now. */
  get reading(): Reading {
    this.current ??= readText(this.uri, this.text);
    return this.current;
  }

  get parsed(): Parsed {
    return this.reading.parsed;
  }

  get records(): FileRecords {
    return this.reading.records;
  }

  /** Applies the editor's changes. Positions beyond the text's end mean its end. */
  change(changes: readonly Change[], version: number): void {
    this.document = TextDocument.update(this.document, [...changes], version);
    this.current = undefined;
  }
}

type Change = Parameters<typeof TextDocument.update>[1][number];

/** What others want to know about open documents. */
export interface DocumentListener {
  opened(document: OpenDocument): void;
  changed(document: OpenDocument): void;
  closed(document: OpenDocument): void;
  saved(document: OpenDocument): void;
}

/** The open documents, by the server's spelling of their URIs. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();
  private changedLast: string | undefined;

  /** The document that was changed last. */
  get latest(): string | undefined {
    return this.changedLast;
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(canonical(uri));
  }

  /** How many are open. */
  get count(): number {
    return this.open.size;
  }

  has(uri: string): boolean {
    return this.open.has(uri);
  }

  all(): Iterable<OpenDocument> {
    return this.open.values();
  }

  /** The spelling in which the client knows a document. */
  sentUri(uri: string): string {
    return this.open.get(uri)?.sentUri ?? uri;
  }

  /** Follows the editor. What makes no sense (a change of a document that is not open) is passed over. */
  listen(connection: Connection, listener: DocumentListener): void {
    connection.onDidOpenTextDocument(({ textDocument }) => {
      const { uri, languageId, version, text } = textDocument;
      const document = new OpenDocument(TextDocument.create(uri, languageId, version, text));
      this.open.set(document.uri, document);
      listener.opened(document);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const document = this.get(textDocument.uri);
      if (!document || !Array.isArray(contentChanges)) return;
      document.change(contentChanges, textDocument.version);
      this.changedLast = document.uri;
      listener.changed(document);
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const document = this.get(textDocument.uri);
      if (!document) return;
      this.open.delete(document.uri);
      listener.closed(document);
    });
    connection.onDidSaveTextDocument(({ textDocument }) => {
      const document = this.get(textDocument.uri);
      if (document) listener.saved(document);
    });
  }
}
