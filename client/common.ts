import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type StaticFeature,
} from 'vscode-languageclient';
import { type ExperimentalCapabilities, PROJECTS, type ProjectsParams } from '../server/protocol.ts';
import { registerCommands } from './commands.ts';
import { answerFileRequests } from './files.ts';
import { Status } from './status.ts';

/** What a test, or another extension, may know of this one. */
export interface Extension {
  /** The projects as the server last told them. */
  readonly projects: () => ProjectsParams['projects'];
  /** Fulfilled when the server answers; rejected when it does not start. */
  readonly ready: Promise<void>;
  /** Ends the server. */
  readonly stop: () => Promise<void>;
}

/** Makes a client of the host's own sort. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Tells the server that keywords, texts, dates and comments are coloured by the extension's grammar, in finer shades than the server knows. */
const ownGrammar: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const own: ExperimentalCapabilities = { agreementGrammar: true };
    capabilities.experimental = { ...capabilities.experimental, ...own };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** Starts everything that desktop and browser share. It does not wait for the server: VS Code is held up by nothing. */
export function start(context: vscode.ExtensionContext, makeClient: MakeClient): Extension {
  const output = vscode.window.createOutputChannel('Agreement Records', { log: true });
  const client = makeClient('agreement', 'Agreement Records', {
    documentSelector: [{ language: 'agreement' }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
  client.registerFeature(ownGrammar);
  const status = new Status();
  let projects: ProjectsParams['projects'] = [];
  context.subscriptions.push(
    output,
    status,
    client.onDidChangeState(({ newState }) => status.showServer(newState)),
    client.onNotification(PROJECTS, (params: ProjectsParams) => {
      projects = params.projects;
      status.showProjects(projects);
    }),
    ...answerFileRequests(client),
    ...registerCommands({ client, output, projects: () => projects }),
  );
  const ready = client.start();
  ready.catch((reason) => output.error(`The language server could not be started: ${reason}`));
  return { projects: () => projects, ready, stop: () => client.stop() };
}
