import { type Day, today } from '../../language/dates/index.ts';
import type { Finding, Severity } from '../../language/findings.ts';
import { Project, type Standard } from '../../language/project.ts';
import { type ProjectFile, readProjectFile } from '../../language/project-file.ts';
import type { Settings } from '../settings.ts';
import { baseName, fileIn, PROJECT_FILE, pathBelow } from '../uris.ts';

/** Whether a folder's project takes in what lies in the folders below. */
export type Depth = 'all' | 'own';

/** Who says at what day a project is judged. */
export type AsOfSource = 'editor' | 'project' | 'today';

/** A folder whose records are one project, and the engine that holds them. */
export class ProjectFolder {
  readonly folder: string;
  readonly depth: Depth;
  readonly engine: Project;
  /** Files that belong to it and are still to be read for the first time. */
  readonly unread = new Set<string>();
  /** How many files it takes in. */
  fileCount = 0;
  private settings: ProjectFile;
  private text: string | undefined;

  constructor(folder: string, depth: Depth) {
    this.folder = folder;
    this.depth = depth;
    this.settings = readProjectFile(undefined, this.fileUri);
    this.engine = new Project({ asOf: today(), rules: {} });
  }

  /** The folder's name, for people. */
  get name(): string {
    return baseName(this.folder) || this.folder;
  }

  /** The URI its `agreement.json` has, or would have. */
  get fileUri(): string {
    return fileIn(this.folder, PROJECT_FILE);
  }

  /** The text of its `agreement.json`; undefined where it has none. */
  get fileText(): string | undefined {
    return this.text;
  }

  /** What is wrong in its `agreement.json`. */
  get fileFindings(): readonly Finding[] {
    return this.settings.findings;
  }

  /** Takes the text of its `agreement.json`; undefined: there is none. Gives back whether anything has changed. */
  configure(text: string | undefined): boolean {
    if (text === this.text) return false;
    this.text = text;
    this.settings = readProjectFile(text, this.fileUri);
    return true;
  }

  /** Whether the project's globs take in a file that lies in its folder. */
  includes(uri: string): boolean {
    return this.settings.includes(pathBelow(uri, this.folder));
  }

  /** Judges by what the project's file, the editor and the calendar say. Gives back whether that is something new. */
  judgeBy(editor: Settings): boolean {
    const standard = this.standard(editor);
    if (isSame(standard, this.engine.standard)) return false;
    this.engine.judgeBy(standard);
    return true;
  }

  /** Who says at what day it is judged. */
  asOfSource(editor: Settings): AsOfSource {
    if (editor.asOf !== undefined) return 'editor';
    return this.settings.asOf === undefined ? 'today' : 'project';
  }

  private standard(editor: Settings): Standard {
    const asOf: Day = editor.asOf ?? this.settings.asOf ?? today();
    return { asOf, rules: { ...editor.rules, ...this.settings.rules } };
  }
}

function isSame(a: Standard, b: Standard): boolean {
  return a.asOf === b.asOf && sorted(a.rules) === sorted(b.rules);
}

function sorted(rules: Readonly<Record<string, Severity | 'off'>>): string {
  return JSON.stringify(Object.entries(rules).sort());
}
