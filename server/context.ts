import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../language/findings.ts';
import { libraryText } from '../language/library.ts';
import type { FileRecords, Span } from '../language/records/model.ts';
import type { Ask } from '../language/register/ask.ts';
import type { Parsed } from '../language/syntax/parse.ts';
import { cancelled, documentUri, malformed, outdated } from './answer.ts';
import type { Opener } from './builtin-documents.ts';
import { type Documents, type OpenDocument, type Reading, readText } from './documents.ts';
import type { Board } from './findings/board.ts';
import { toOffset, toRange } from './positions.ts';
import type { Settings, SettingsStore } from './settings.ts';
import { isBuiltin } from './uris.ts';
import type { ProjectFolder } from './workspace/project-folder.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A document that can be asked about: an open one, or one of the library's. */
export interface TextOf {
  readonly uri: string;
  readonly text: string;
  readonly parsed: Parsed;
  readonly records: FileRecords;
}

/** A document, the project that it belongs to, and the register's answers there. */
export interface Subject {
  readonly document: TextOf;
  readonly project: ProjectFolder;
  readonly ask: Ask;
}

/** A place in a document. */
export interface Spot extends Subject {
  readonly offset: number;
}

/** A change of a file, in UTF-16 offsets. */
export type FileEdit = Span & { readonly uri: string; readonly newText: string };

/** What the server is made of. */
export interface Parts {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly settings: SettingsStore;
  readonly board: Board;
  readonly open: Opener;
}

/** All that a provider may ask. Everything it gives is as the editor's last change leaves it. */
export class Context {
  readonly client: ClientCapabilities;
  readonly workspace: Workspace;
  private readonly parts: Parts;
  private readonly library = new Map<string, TextOf>();

  constructor(parts: Parts) {
    this.parts = parts;
    this.client = parts.client;
    this.workspace = parts.workspace;
  }

  /** The document a request is about, at once: cross-file answers may be incomplete while files are being read. Undefined: not open. */
  subject(params: unknown): Subject | undefined {
    return this.subjectAt(documentUri(params));
  }

  /** The same by its URI. */
  subjectAt(uri: string): Subject | undefined {
    const document = this.document(uri);
    if (!document) return undefined;
    const project = this.project(uri);
    return { document, project, ask: project.engine.ask() };
  }

  /** The place a request is about, at once. */
  spot(params: unknown): Spot | undefined {
    const subject = this.subject(params);
    return subject && { ...subject, offset: toOffset(subject.document.records, positionOf(params)) };
  }

  /**
   * Waits until all files of the document's project have been read. Where the request is cancelled meanwhile, or the document has changed,
   * that is the answer.
   */
  async ready(params: unknown, token: CancellationToken): Promise<void> {
    const uri = documentUri(params);
    const version = this.openDocument(uri)?.version;
    const given = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    await Promise.race([this.workspace.whenReady(uri), given]);
    if (token.isCancellationRequested) throw cancelled();
    if (this.openDocument(uri)?.version !== version) throw outdated();
  }

  /** The document of that URI, open or of the library; undefined where it is neither. */
  document(uri: string): TextOf | undefined {
    return this.openDocument(uri) ?? this.libraryDocument(uri);
  }

  /** The open document of that URI. */
  openDocument(uri: string): OpenDocument | undefined {
    return this.parts.documents.get(uri);
  }

  /** The project that a file belongs to; for the library's files the only one there is. */
  project(uri: string): ProjectFolder {
    return this.workspace.projectOf(uri);
  }

  /** The records of a file, open or not, as its project knows them. */
  records(uri: string): FileRecords | undefined {
    return (
      this.parts.documents.get(uri)?.records ?? this.project(uri).engine.file(uri) ?? this.libraryDocument(uri)?.records
    );
  }

  /** What is found in a file. */
  findings(uri: string): readonly Finding[] {
    return this.parts.board.findingsOf(uri);
  }

  /** The editor's settings that hold for a file. */
  settings(uri: string): Settings {
    return this.parts.settings.of(this.project(uri).folder);
  }

  /** A span of a file as the protocol writes it; undefined where the file is not known. */
  range(uri: string, span: Span): Range | undefined {
    const records = this.records(uri);
    return records && toRange(records, span);
  }

  /** A place in a file as the protocol writes it; undefined where the file is not known, or the editor cannot open it. */
  location(uri: string, span: Span): Location | undefined {
    const range = this.range(uri, span);
    const target = range && this.target(uri);
    return range && target !== undefined ? { uri: target, range } : undefined;
  }

  /** A change of several files as the protocol writes it. What is open is changed in the version that the server knows. */
  workspaceEdit(edits: readonly FileEdit[]): WorkspaceEdit {
    const byFile = new Map<string, TextEdit[]>();
    for (const { uri, newText, ...span } of edits) {
      const range = this.range(uri, span);
      if (range) byFile.set(uri, [...(byFile.get(uri) ?? []), { range, newText }]);
    }
    if (!this.client.workspace?.workspaceEdit?.documentChanges) {
      return { changes: Object.fromEntries([...byFile].map(([uri, list]) => [this.sentUri(uri), list])) };
    }
    const documentChanges = [...byFile].map(([uri, list]) => ({
      textDocument: { uri: this.sentUri(uri), version: this.openDocument(uri)?.version ?? null },
      edits: list,
    }));
    return { documentChanges };
  }

  /** The editor's spelling of a URI. */
  sentUri(uri: string): string {
    return this.parts.documents.sentUri(uri);
  }

  /** Under which URI the editor opens a file; undefined where it cannot. */
  target(uri: string): string | undefined {
    return this.parts.open(this.sentUri(uri));
  }

  private libraryDocument(uri: string): TextOf | undefined {
    if (!isBuiltin(uri)) return undefined;
    const known = this.library.get(uri);
    if (known) return known;
    const text = libraryText(uri);
    if (text === undefined) return undefined;
    const reading: Reading = readText(uri, text);
    const document: TextOf = { uri, ...reading };
    this.library.set(uri, document);
    return document;
  }
}

function positionOf(params: unknown): Position {
  const position = (params as { position?: { line?: unknown; character?: unknown } } | null)?.position;
  const { line, character } = position ?? {};
  if (Number.isInteger(line) && Number.isInteger(character)) return position as Position;
  throw malformed('The request names no place: position.line and position.character must be whole numbers.');
}
