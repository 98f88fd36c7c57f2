import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  Diagnostic,
  FileEvent,
  InitializeResult,
  PublishDiagnosticsParams,
  Registration,
  TextDocumentContentChangeEvent,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { Host } from '../../../server/host.ts';
import type { ProjectsParams } from '../../../server/protocol.ts';
import { start } from '../../../server/server.ts';
import { CAPABILITIES } from './capabilities.ts';

/** How an editor begins. */
export interface Beginning {
  /** URIs of the folders that are open. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** The settings' section `agreement`. */
  readonly settings?: unknown;
}

/** An editor at the other end of real messages, as a test plays it. */
export class Editor {
  readonly connection: MessageConnection;
  /** The findings that the server has sent, by URI. */
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** What was sent, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  readonly shown: string[] = [];
  projects: ProjectsParams['projects'] = [];
  settings: unknown;
  greeting: InitializeResult | undefined;
  private readonly texts = new Map<string, { version: number; text: string }>();
  private readonly end: () => void;

  private constructor(connection: MessageConnection, end: () => void) {
    this.connection = connection;
    this.end = end;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.diagnostics.set(params.uri, params.diagnostics);
    });
    connection.onNotification('agreement/projects', ({ projects }: ProjectsParams) => {
      this.projects = projects;
    });
    for (const method of ['window/showMessage', 'window/logMessage']) {
      connection.onNotification(method, ({ message }: { message: string }) => {
        this.shown.push(message);
      });
    }
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
    });
    connection.onRequest('client/unregisterCapability', () => undefined);
    connection.onRequest('window/workDoneProgress/create', () => undefined);
    for (const what of ['diagnostic', 'inlayHint', 'codeLens', 'semanticTokens']) {
      connection.onRequest(`workspace/${what}/refresh`, () => undefined);
    }
    connection.listen();
  }

  /** A server in this process, on streams in memory. */
  static inProcess(host: Host): Editor {
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
    start(server, host);
    const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    return new Editor(connection, () => server.dispose());
  }

  /** A server in a process of its own, on its standard streams. */
  static spawn(command: readonly string[]): Editor & { readonly process: ChildProcess } {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    // Whoever waits for an answer is told that none will come.
    child.on('exit', () => connection.dispose());
    return Object.assign(new Editor(connection, () => child.kill()), { process: child });
  }

  /** The handshake. */
  async begin({ folders = [], capabilities = CAPABILITIES, settings }: Beginning = {}): Promise<void> {
    this.settings = settings;
    this.greeting = await this.request('initialize', {
      processId: null,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
      capabilities,
    });
    await this.notify('initialized', {});
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Asks, and gives the request up at once. */
  cancelled<R>(method: string, params: unknown): Promise<R> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest<R>(method, params, source.token);
    source.cancel();
    return answer;
  }

  /** All findings, by URI, as they are when asked for. */
  async pulled(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const { items } = await this.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    return new Map(items.map((item) => [item.uri, item.kind === 'full' ? item.items : []]));
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Resolves when the server has read and judged everything, and has told so. */
  async settled(): Promise<void> {
    await this.request('workspace/diagnostic', { previousResultIds: [] });
  }

  open(uri: string, text: string): Promise<void> {
    this.texts.set(uri, { version: 1, text });
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'agreement', version: 1, text } });
  }

  /** The text of an open document. */
  text(uri: string): string {
    return this.texts.get(uri)?.text ?? '';
  }

  /** Replaces a stretch of an open document, as typing does. */
  edit(uri: string, start: number, end: number, text: string): Promise<void> {
    const before = this.text(uri);
    const range = { start: positionIn(before, start), end: positionIn(before, end) };
    return this.change(uri, [{ range, text }], before.slice(0, start) + text + before.slice(end));
  }

  /** Replaces the whole text of an open document. */
  replace(uri: string, text: string): Promise<void> {
    return this.change(uri, [{ text }], text);
  }

  close(uri: string): Promise<void> {
    this.texts.delete(uri);
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells of changes on the host. */
  filesChanged(...changes: FileEvent[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** Ends both ends. */
  [Symbol.dispose](): void {
    this.connection.dispose();
    this.end();
  }

  private change(uri: string, contentChanges: TextDocumentContentChangeEvent[], text: string): Promise<void> {
    const version = (this.texts.get(uri)?.version ?? 0) + 1;
    this.texts.set(uri, { version, text });
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }
}

/** The position of an offset. */
export function positionIn(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
