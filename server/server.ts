import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
} from 'vscode-languageserver';
import { sentence } from './answer.ts';
import { type Opener, opener, serveDocuments } from './builtin-documents.ts';
import { greeting } from './capabilities.ts';
import { Context } from './context.ts';
import { Documents } from './documents.ts';
import { lateMethod } from './ending.ts';
import { FEATURES } from './features/index.ts';
import { Board } from './findings/board.ts';
import { answerPulls } from './findings/pull.ts';
import { Rounds } from './findings/rounds.ts';
import { asksForFindings, haveAsked, pushTo, type Teller } from './findings/teller.ts';
import type { Host } from './host.ts';
import { answerOwnRequests } from './own-requests.ts';
import { showProgress } from './progress.ts';
import { projectStates } from './project-states.ts';
import { PROJECTS, type ProjectsParams } from './protocol.ts';
import { quietly } from './quietly.ts';
import { Refreshing } from './refreshing.ts';
import { SettingsStore } from './settings.ts';
import { Watching } from './workspace/watching.ts';
import { Workspace } from './workspace/workspace.ts';

/** Starts the language server on a connection; it listens from then on. */
export function start(connection: Connection, host: Host): void {
  let session: Session | undefined;
  connection.onInitialize((params) => {
    if (typeof params?.capabilities !== 'object' || params.capabilities === null) {
      return new ResponseError(ErrorCodes.InvalidParams, 'The editor does not say what it can.', { retry: false });
    }
    const begun = new Session(connection, host, params);
    session = begun;
    connection.onInitialized(() => void begun.begin());
    return greeting(params.capabilities, FEATURES);
  });
  // Requests that nothing else answers: all of them, as long as there is no session.
  connection.onRequest((method) => unanswered(method, session !== undefined));
  connection.listen();
}

function unanswered(method: string, hasSession: boolean): ResponseError<void> {
  const late = lateMethod(method);
  if (late) return new ResponseError(ErrorCodes.InvalidRequest, `The request ${late} came after shutdown.`);
  return hasSession
    ? new ResponseError(ErrorCodes.MethodNotFound, `The server does not know the request ${method}.`)
    : new ResponseError(ErrorCodes.ServerNotInitialized, `The request ${method} came before initialize.`);
}

/** What one editor and the server have together, from the first message on. */
class Session {
  private readonly connection: Connection;
  private readonly client: ClientCapabilities;
  private readonly initialFolders: readonly string[];
  private readonly documents = new Documents();
  private readonly settings = new SettingsStore();
  private readonly workspace: Workspace;
  private readonly open: Opener;
  private readonly board: Board;
  private readonly rounds: Rounds;
  private readonly watching: Watching;
  private readonly refreshing: Refreshing;
  /** Resolves when folders that came are listed, and settings that changed are there. */
  private arriving: Promise<unknown> = Promise.resolve();
  /** What went wrong, told once each. */
  private readonly regrets = new Set<string>();
  /** The projects' states as they were last told. */
  private told = '';

  constructor(connection: Connection, host: Host, params: InitializeParams) {
    this.connection = connection;
    this.client = params.capabilities;
    this.initialFolders = foldersOf(params);
    this.refreshing = new Refreshing(connection, params.capabilities);
    this.workspace = new Workspace(host, this.documents, this.settings, {
      changed: () => {
        this.refreshing.changed();
        this.rounds.begin();
      },
      gone: (uri) => this.rounds.gone(uri),
    });
    this.open = opener(params.capabilities, host);
    this.board = new Board(this.workspace, this.documents, this.open);
    const teller = this.teller();
    this.rounds = new Rounds(this.workspace, this.documents, this.board, {
      news: (report) => teller.news(report),
      failed: (uri, reason) => this.regret(uri, reason),
      done: (any) => {
        teller.done(any);
        this.refreshing.settled();
        this.tellProjects();
        this.watching.watchEvidence();
      },
    });
    this.watching = new Watching(connection, this.workspace, this.client);
    this.register();
  }

  /** Called when the editor is ready: from now on it may be asked, too. */
  async begin(): Promise<void> {
    const { connection, client } = this;
    this.watching.begin();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) SettingsStore.subscribe(connection);
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.workspace.close(uri);
        for (const { uri } of added) this.await(this.workspace.open(uri).then(() => this.fetchSettings()));
      });
    }
    for (const uri of this.initialFolders) this.await(this.workspace.open(uri));
    this.await(this.fetchSettings());
    await quietly(() => showProgress(connection, client, this.workspace));
  }

  /** Resolves when everything has been read and judged. */
  private async settled(): Promise<void> {
    await this.arriving;
    do {
      await this.workspace.whenAllReady();
      await this.workspace.evidence.whenSeen();
      await this.rounds.whenDone();
    } while (this.workspace.isBusy);
  }

  private register(): void {
    const { connection, client, documents, workspace, settings, board, open } = this;
    documents.listen(connection, {
      opened: (document) => workspace.documentOpened(document),
      changed: (document) => {
        this.refreshing.typed(document, () => workspace.documentChanged(document), documents.count > 1);
        this.rounds.begin(document.uri);
      },
      closed: (document) => workspace.documentClosed(document),
      saved: (document) => workspace.documentSaved(document),
    });
    connection.onDidChangeConfiguration(({ settings: sent }) => {
      settings.take(sent);
      this.await(this.fetchSettings());
    });
    const context = new Context({ connection, client, documents, workspace, settings, board, open });
    for (const feature of FEATURES) feature.register(connection, context);
    serveDocuments(connection);
    answerOwnRequests(connection, () => this.check());
  }

  private teller(): Teller {
    const { connection, client, documents, board } = this;
    const wake = answerPulls(connection, { board, documents, settled: () => this.settled() });
    return asksForFindings(client) ? haveAsked(connection, client, documents, wake) : pushTo(connection, documents);
  }

  private await(work: Promise<unknown>): void {
    this.arriving = Promise.all([this.arriving, work]);
  }

  private async fetchSettings(): Promise<void> {
    if (this.client.workspace?.configuration) await this.settings.fetch(this.connection, this.workspace.folders());
    this.workspace.applySettings();
    this.refreshing.changed();
    void this.rounds.whenDone().then(() => this.refreshing.settled());
  }

  private async check(): Promise<ProjectsParams> {
    this.workspace.applySettings();
    await this.workspace.rereadAll();
    await this.settled();
    return this.states();
  }

  private states(): ProjectsParams {
    return projectStates(this.workspace, this.settings, this.board);
  }

  private regret(uri: string, reason: unknown): void {
    const told = `${uri} could not be judged: ${sentence(reason)}`;
    if (!this.regrets.has(told)) this.connection.console.error(told);
    this.regrets.add(told);
  }

  private tellProjects(): void {
    const states = this.states();
    const telling = JSON.stringify(states);
    if (telling === this.told) return;
    this.told = telling;
    void quietly(() => this.connection.sendNotification(PROJECTS, states));
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
