import type { Diagnostic } from 'vscode-languageserver';
import type { Finding, Severity } from '../../language/findings.ts';
import { lineStarts } from '../../language/syntax/lines.ts';
import type { Opener } from '../builtin-documents.ts';
import type { Documents } from '../documents.ts';
import type { Lines } from '../positions.ts';
import { isProjectFile } from '../uris.ts';
import type { ProjectFolder } from '../workspace/project-folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { toDiagnostic } from './diagnostics.ts';
import { fingerprint } from './fingerprint.ts';

/** How many findings of each severity there are. */
export type Tally = Record<Severity, number>;

/** What was last found in a file. Files without findings have no entry. */
interface Entry {
  readonly project: ProjectFolder;
  readonly findings: readonly Finding[];
  readonly id: string;
}

/** What an editor is to know of a file's findings. */
export interface Report {
  readonly uri: string;
  /** Stands for the diagnostics: equal ids, equal diagnostics. `none` for a file without any. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The id of a report that holds nothing. */
export const NOTHING = 'none';

/** What is found in each file, and what of that is news. */
export class Board {
  private readonly entries = new Map<string, Entry>();
  private readonly tallies = new WeakMap<ProjectFolder, Tally>();
  /** Files that were judged for somebody's question, and not looked at since. */
  private readonly asked = new Set<string>();
  private readonly workspace: Workspace;
  private readonly documents: Documents;
  private readonly open: Opener;

  constructor(workspace: Workspace, documents: Documents, open: Opener) {
    this.open = open;
    this.workspace = workspace;
    this.documents = documents;
  }

  /** The files in which something was found. */
  files(): Iterable<string> {
    return this.entries.keys();
  }

  /** The id of what was last found in a file. */
  idOf(uri: string): string {
    return this.entries.get(uri)?.id ?? NOTHING;
  }

  /** Looks at a file again. Gives back its report where that is another than last time. */
  look(uri: string): Report | undefined {
    const project = this.workspace.holder(uri);
    const findings = project ? this.find(uri, project) : NONE;
    this.asked.delete(uri);
    const known = this.entries.get(uri);
    if (known ? known.findings === findings : findings.length === 0) return undefined;
    const report = this.write(uri, findings);
    if (known) this.count(known, -1);
    this.entries.delete(uri);
    if (project && findings.length) {
      const entry: Entry = { project, findings, id: report.id };
      this.entries.set(uri, entry);
      this.count(entry, 1);
    }
    return report.id === (known?.id ?? NOTHING) ? undefined : report;
  }

  /** The report of a file as it is now. */
  report(uri: string): Report {
    return this.write(uri, this.findingsOf(uri));
  }

  /** What is found in a file. While its project is still being read only what shows in the file itself. */
  findingsOf(uri: string): readonly Finding[] {
    this.asked.add(uri);
    const project = this.workspace.holder(uri);
    return project ? this.find(uri, project) : NONE;
  }

  /** The files that were judged for a question since they were last looked at: they are not stale, and may hold news all the same. */
  askedFor(): readonly string[] {
    return [...this.asked];
  }

  private find(uri: string, project: ProjectFolder): readonly Finding[] {
    if (isProjectFile(uri)) return project.fileFindings;
    return this.workspace.isReady(project) ? project.engine.judge(uri).findings : flaws(project, uri);
  }

  /** How many findings of each severity there are in a project. */
  tally(project: ProjectFolder): Readonly<Tally> {
    return this.tallies.get(project) ?? NO_FINDINGS;
  }

  private count({ project, findings }: Entry, by: 1 | -1): void {
    const tally = { ...this.tally(project) };
    for (const { severity } of findings) tally[severity] += by;
    this.tallies.set(project, tally);
  }

  private write(uri: string, findings: readonly Finding[]): Report {
    if (findings.length === 0) return { uri, id: NOTHING, diagnostics: NONE };
    const spelling = {
      linesOf: (of: string) => this.linesOf(of, uri),
      target: (of: string) => this.open(this.documents.sentUri(of)),
    };
    const lines = this.linesOf(uri, uri);
    const diagnostics = lines ? findings.map((finding) => toDiagnostic(finding, lines, spelling)) : NONE;
    return { uri, id: fingerprint(diagnostics), diagnostics };
  }

  private linesOf(uri: string, seenFrom: string): Lines | undefined {
    const project = this.workspace.holder(seenFrom);
    if (!isProjectFile(uri)) return project?.engine.file(uri);
    const text = project?.fileText ?? '';
    return { lineStarts: lineStarts(text), length: text.length };
  }
}

const NONE: readonly never[] = [];
const NO_FINDINGS: Readonly<Tally> = { error: 0, warning: 0, information: 0, hint: 0 };

/** What cannot be read in a file, whatever else there is in the project. */
function flaws(project: ProjectFolder, uri: string): readonly Finding[] {
  const found = project.engine.file(uri)?.flaws.filter(({ code }) => code === 'syntax') ?? NONE;
  if (found.length === 0) return NONE;
  return found.map(({ start, end, code, message }) => {
    return { uri, start, end, code, message, severity: 'error', subjects: NONE, related: NONE, fixes: () => NONE };
  });
}
