import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';
import { CHECK, LIBRARY, type ProjectState, RULES, type RuleSummary, rulePage } from '../server/protocol.ts';
import { newRecord } from './templates.ts';

/** The command behind the status-bar item. */
export const MENU = 'agreement.showMenu';

/** What commands work with. */
export interface Setting {
  /** Loaded a little later than commands are there. */
  readonly client: Promise<BaseLanguageClient>;
  readonly output: vscode.LogOutputChannel;
  readonly projects: () => readonly ProjectState[];
}

/** Every command that `package.json` names. */
export function registerCommands(setting: Setting): vscode.Disposable[] {
  const { client, output } = setting;
  const commands: Record<string, (...args: never[]) => unknown> = {
    [MENU]: showMenu,
    'agreement.newRecord': newRecord,
    'agreement.checkWorkspace': async () => checkWorkspace(await client),
    'agreement.setAsOf': () => setAsOf(setting.projects()),
    'agreement.explainRule': async (code?: string) => explainRule(await client, code),
    'agreement.openLibrary': openLibrary,
    'agreement.showOutput': () => output.show(),
    'agreement.restartServer': async () => restart(await client),
    'agreement.showReferences': (...args: Parameters<typeof showReferences>) => showReferences(...args),
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run as () => unknown));
}

async function showMenu(): Promise<void> {
  const entries = [
    { label: '$(list-unordered) Show the findings', command: 'workbench.actions.view.problems' },
    { label: '$(calendar) Set the day to judge at…', command: 'agreement.setAsOf' },
    { label: '$(checklist) Check the workspace', command: 'agreement.checkWorkspace' },
    { label: '$(new-file) New record…', command: 'agreement.newRecord' },
    { label: '$(question) Explain a rule…', command: 'agreement.explainRule' },
    { label: '$(book) Open the library…', command: 'agreement.openLibrary' },
    { label: '$(output) Show the output', command: 'agreement.showOutput' },
    { label: '$(debug-restart) Restart the language server', command: 'agreement.restartServer' },
  ];
  const chosen = await vscode.window.showQuickPick(entries, { title: 'Agreement Records' });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}

async function checkWorkspace(client: BaseLanguageClient): Promise<void> {
  const where = { location: vscode.ProgressLocation.Window, title: 'Checking the records' };
  await vscode.window.withProgress(where, () => client.sendRequest(CHECK, {}));
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function setAsOf(projects: readonly ProjectState[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('agreement');
  const day = await vscode.window.showInputBox({
    title: 'The day to judge at',
    prompt:
      'Status, overdue obligations and future events are judged as of this day. Leave it empty to follow the project, or today.',
    placeHolder: projects[0]?.asOf ?? 'YYYY-MM-DD',
    value: settings.get<string>('asOf', ''),
    validateInput: (text) =>
      text === '' || isDay(text) ? undefined : 'A day is written YYYY-MM-DD, such as 2026-01-31.',
  });
  if (day === undefined) return;
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update('asOf', day === '' ? undefined : day, target);
}

/** Whether the text is a day of the calendar. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Shows a rule's page; asks which where none is named. */
async function explainRule(client: BaseLanguageClient, code?: string): Promise<void> {
  const chosen = code ?? (await chooseRule(client));
  if (chosen) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(rulePage(chosen)));
}

async function chooseRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<RuleSummary[]>(RULES, {});
  const entries = rules.map(({ code, title, severity }) => ({ label: code, description: severity, detail: title }));
  const options = { title: 'Explain a rule', placeHolder: 'A rule, or a word of what it says', matchOnDetail: true };
  return (await vscode.window.showQuickPick(entries, options))?.label;
}

async function openLibrary(): Promise<void> {
  const entries = [
    { label: 'Kinds of agreement', detail: 'What each kind is, and what it demands', uri: LIBRARY.kinds },
    {
      label: 'Jurisdictions',
      detail: 'The states and territories of ISO 3166-1, and the European Union',
      uri: LIBRARY.jurisdictions,
    },
  ];
  const chosen = await vscode.window.showQuickPick(entries, { title: 'The library' });
  if (chosen) await vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri));
}

/** Shows references that a code lens has counted; its arguments come over the wire, so they are made VS Code's own first. */
async function showReferences(uri: string, position: Position, locations: readonly Location[]): Promise<void> {
  const point = (at: Position) => new vscode.Position(at.line, at.character);
  const places = locations.map(
    (place) =>
      new vscode.Location(
        vscode.Uri.parse(place.uri),
        new vscode.Range(point(place.range.start), point(place.range.end)),
      ),
  );
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), point(position), places);
}
