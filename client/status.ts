import * as vscode from 'vscode';
import type { State } from 'vscode-languageclient';
import type { ProjectState } from '../server/protocol.ts';
import { MENU } from './commands.ts';

/** Written as numbers, since the library that names them is loaded later. */
const STARTING: State.Starting = 3;
const RUNNING: State.Running = 2;

/**
 * The status-bar item: what is found in the project of the active editor, and the day it is judged at. It also keeps the context
 * `agreement.clean`, true while there are records and nothing is wrong with any: the last step of the walkthrough waits for it.
 */
export class Status implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('agreement.status', vscode.StatusBarAlignment.Left, 0);
  readonly #editorChange = vscode.window.onDidChangeActiveTextEditor(() => this.#show());
  #server: State = STARTING;
  /** Undefined until the server has told. */
  #projects: readonly ProjectState[] | undefined;

  constructor() {
    this.#item.name = 'Agreement Records';
    this.#item.command = MENU;
    this.#show();
    this.#item.show();
  }

  /** The server has started, or stopped. */
  showServer(state: State): void {
    this.#server = state;
    if (state !== RUNNING) this.#projects = undefined;
    this.#show();
  }

  /** The server tells how the projects stand. */
  showProjects(projects: readonly ProjectState[]): void {
    this.#projects = projects;
    vscode.commands.executeCommand('setContext', 'agreement.clean', isClean(projects));
    this.#show();
  }

  dispose(): void {
    this.#editorChange.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const stopped = this.#server !== STARTING && this.#server !== RUNNING;
    this.#item.backgroundColor = stopped ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    if (stopped) this.#say('$(error) Agreement Records', 'The language server has stopped.');
    else if (!this.#projects) this.#say('$(loading~spin) Agreement Records', 'The language server is starting.');
    else if (this.#projects.length === 0) this.#say('$(law) Agreement Records', 'No records are open.');
    else this.#showFindings(this.#projects);
  }

  #showFindings(all: readonly ProjectState[]): void {
    const projects = projectsToShow(all);
    const { error, warning } = total(projects);
    const days = [...new Set(projects.map((project) => project.asOf))];
    const day = days.length === 1 ? days[0] : `${days.length} days`;
    const found = inWords(error, warning);
    this.#say(`$(law) ${found} as of ${day}`, tooltip(all));
    this.#item.accessibilityInformation = { label: `Agreement Records: ${found} as of ${day}` };
  }

  #say(text: string, tooltip: string | vscode.MarkdownString): void {
    this.#item.text = text;
    this.#item.tooltip = tooltip;
  }
}

/** The project of the active editor; all of them where it belongs to none. */
function projectsToShow(projects: readonly ProjectState[]): readonly ProjectState[] {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const holding = projects.filter((project) => active?.startsWith(`${project.folder}/`));
  const [nearest] = holding.sort((a, b) => b.folder.length - a.folder.length);
  return nearest ? [nearest] : projects;
}

function total(projects: readonly ProjectState[]): { error: number; warning: number } {
  let error = 0;
  let warning = 0;
  for (const { findings } of projects) {
    error += findings.error;
    warning += findings.warning;
  }
  return { error, warning };
}

function isClean(projects: readonly ProjectState[]): boolean {
  const { error, warning } = total(projects);
  return error + warning === 0 && projects.some((project) => project.files > 0);
}

const ORIGIN = {
  editor: 'set in the editor',
  project: 'set in agreement.json',
  today: 'today',
} as const;

function tooltip(projects: readonly ProjectState[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const { name, files, findings, asOf, asOfFrom } of projects) {
    text.appendMarkdown('**').appendText(name).appendMarkdown('**  \n');
    const counts = [
      count(findings.error, 'error'),
      count(findings.warning, 'warning'),
      count(findings.information, 'note'),
    ];
    text.appendMarkdown(`${count(files, 'file')}: ${counts.join(', ')}  \nas of ${asOf} (${ORIGIN[asOfFrom]})\n\n`);
  }
  return text;
}

function inWords(error: number, warning: number): string {
  const counts = [error > 0 ? count(error, 'error') : '', warning > 0 ? count(warning, 'warning') : ''];
  return counts.filter((part) => part !== '').join(', ') || 'no errors or warnings';
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
