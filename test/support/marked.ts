import type { Day } from '../../language/dates/index.ts';
import { readDate } from '../../language/dates/index.ts';
import type { Finding, Severity } from '../../language/findings.ts';
import { Project } from '../../language/project.ts';
import type { Evidence } from '../../language/register/ask.ts';
import { lineAndColumn, type MarkedFile, readMarked } from '../../language/rules/marked.ts';

/** The folder in which marked projects lie. */
export const FOLDER = 'file:///project/';

/** The day for which marked projects are judged unless they say otherwise. */
export const AS_OF = '2026-01-01';

/** How a marked project is judged, where that departs from the usual. */
export interface Circumstances {
  readonly asOf?: string | undefined;
  readonly settings?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** What is on disk, by a path in the project's folder. */
  readonly evidence?: Readonly<Record<string, Evidence>> | undefined;
}

/** A project made of a marked text. */
export interface MarkedProject {
  readonly project: Project;
  readonly files: readonly MarkedFile[];
}

/** Makes a project of a text with marks `»…«`, whose files are parted by lines `--- name.agreement`. */
export function projectOf(text: string, circumstances: Circumstances = {}): MarkedProject {
  const files = readMarked(text);
  const project = projectOfTexts(new Map(files.map((file) => [file.name, file.text])), circumstances);
  return { project, files };
}

/** Makes a project of the texts of files by their names. */
export function projectOfTexts(texts: ReadonlyMap<string, string>, circumstances: Circumstances = {}): Project {
  const project = new Project({ asOf: dayOf(circumstances.asOf ?? AS_OF), rules: circumstances.settings ?? {} });
  for (const [name, text] of texts) project.put(FOLDER + name, text);
  for (const [path, evidence] of Object.entries(circumstances.evidence ?? {})) {
    project.putEvidence(FOLDER + path, evidence);
  }
  return project;
}

/** The findings of a project, file by file; of one rule, where its code is given. */
export function findingsOf({ project, files }: MarkedProject, code?: string): readonly Finding[] {
  return files
    .flatMap(({ name }) => project.judge(FOLDER + name).findings)
    .filter((finding) => code === undefined || finding.code === code);
}

/** Where the marks are, each as `file:line:column "text"`, in the order of the text. */
export function marksOf(files: readonly MarkedFile[]): readonly string[] {
  return files.flatMap((file) => file.marks.map(({ start, end }) => placeOf(file, start, end)));
}

/** Where a finding is, written as `marksOf` writes it. */
export function placeOfFinding({ files }: MarkedProject, finding: Finding): string {
  const file = files.find(({ name }) => finding.uri === FOLDER + name) as MarkedFile;
  return placeOf(file, finding.start, finding.end);
}

function placeOf({ name, text }: MarkedFile, start: number, end: number): string {
  const { line, column } = lineAndColumn(text, start);
  return `${name}:${line}:${column} ${JSON.stringify(text.slice(start, end))}`;
}

function dayOf(text: string): Day {
  const reading = readDate(text);
  if (!reading.ok) throw new Error(`${text} is no day`);
  return reading.date.min;
}

/** The texts of a project's files after one fix. */
export function textsAfter(files: readonly MarkedFile[], finding: Finding, fix: number): ReadonlyMap<string, string> {
  const { edits } = finding.fixes()[fix] as ReturnType<Finding['fixes']>[number];
  const texts = new Map(files.map((file) => [file.name, file.text]));
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    const name = edit.uri.slice(FOLDER.length);
    const text = texts.get(name) ?? '';
    texts.set(name, text.slice(0, edit.start) + edit.newText + text.slice(edit.end));
  }
  return texts;
}
