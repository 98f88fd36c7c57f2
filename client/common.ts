import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  StaticFeature,
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

/** Makes a client of the host's own sort, and loads first what that takes. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Written as numbers, since the library that names them is loaded later. */
const NEVER: RevealOutputChannelOn.Never = 4;
const STOPPED: State.Stopped = 1;

/**
 * Tells the server what `package.json` contributes: a grammar that colours keywords, texts, dates and comments in finer shades than the server
 * knows, and snippets, which are there without a server, too.
 */
const contributed: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const own: ExperimentalCapabilities = { agreementGrammar: true, agreementSnippets: true };
    capabilities.experimental = { ...capabilities.experimental, ...own };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/**
 * Starts everything that desktop and browser share. Commands and status are there at once; the client's library is loaded, and the server
 * started, after VS Code has gone on: neither holds it up.
 */
export function start(context: vscode.ExtensionContext, makeClient: MakeClient): Extension {
  const output = vscode.window.createOutputChannel('Agreement Records', { log: true });
  const status = new Status();
  let projects: ProjectsParams['projects'] = [];
  const client = afterwards(async () => {
    const made = await makeClient('agreement', 'Agreement Records', {
      documentSelector: [{ language: 'agreement' }],
      outputChannel: output,
      revealOutputChannelOn: NEVER,
    });
    made.registerFeature(contributed);
    context.subscriptions.push(
      made.onDidChangeState(({ newState }) => status.showServer(newState)),
      made.onNotification(PROJECTS, (params: ProjectsParams) => {
        projects = params.projects;
        status.showProjects(projects);
      }),
      ...answerFileRequests(made),
    );
    return made;
  });
  context.subscriptions.push(output, status, ...registerCommands({ client, output, projects: () => projects }));
  const ready = client.then((made) => made.start());
  ready.catch((reason) => {
    output.error(`The language server could not be started: ${reason}`);
    status.showServer(STOPPED);
  });
  return { projects: () => projects, ready, stop: () => stop(client, ready) };
}

/** Ends the server. One that is just starting must have started: the client's library refuses to stop it before. */
async function stop(client: Promise<BaseLanguageClient>, ready: Promise<void>): Promise<void> {
  await ready.catch(() => undefined);
  const made = await client.catch(() => undefined);
  if (made?.isRunning()) await made.stop();
}

/** Does it when VS Code has had its turn. */
function afterwards<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(work()), 0));
}
