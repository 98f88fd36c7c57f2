import { dayOf } from '../../language/dates/index.ts';
import type { Finding, Severity } from '../../language/findings.ts';
import { Project } from '../../language/project.ts';
import type { Example } from '../../language/rules/rule.ts';

/** A small project with marks: what stands in each file, and the stretches between `»` and `«`. */
export type Marked = ReadonlyMap<string, { readonly text: string; readonly marks: readonly Mark[] }>;

export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** One case of a `.cases` file: what it shows, the severity of its findings where that is said, and its project. */
export interface Case {
  readonly says: string;
  readonly severity: Severity | undefined;
  readonly text: string;
}

/** The cases of a file: each begins with a line `=== (severity) what it shows`. */
export function readCases(text: string): readonly Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [, severity, says = ''] = /^(?:\((\w+)\) )?(.*)/.exec(part) ?? [];
      return { says, severity: severity as Severity | undefined, text: part.slice(part.indexOf('\n') + 1) };
    });
}

/** Takes the marks out of a project whose files are parted by lines `--- name.agreement`. */
export function readMarked(text: string): Marked {
  const parts = text.split(/^--- (\S+)\n/m);
  const files: [string, string][] = parts[0]?.trim() ? [['example.agreement', parts[0]]] : [];
  for (let i = 1; i < parts.length; i += 2) files.push([parts[i] as string, parts[i + 1] as string]);
  return new Map(files.map(([name, marked]) => [`file:///project/${name}`, withoutMarks(marked)]));
}

function withoutMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const open: number[] = [];
  let text = '';
  for (const sign of marked) {
    if (sign === '»') open.push(text.length);
    else if (sign === '«') marks.push({ start: open.pop() ?? Number.NaN, end: text.length });
    else text += sign;
  }
  return { text, marks };
}

/** The day as of which cases are judged: 2026-01-01. */
export const AS_OF = dayOf(2026, 1, 1);

/** A project with these texts. */
export function projectOf(
  files: ReadonlyMap<string, { readonly text: string }>,
  settings: Example['settings'] = {},
): Project {
  const project = new Project({ asOf: AS_OF, rules: settings });
  for (const [uri, { text }] of files) project.put(uri, text);
  return project;
}

/** Everything that is found in the project’s files. */
export function findingsIn(project: Project): readonly Finding[] {
  return [...project.files()].flatMap(({ uri }) => project.judge(uri).findings);
}

/** Where something stands, so that a failed test reads well: file, line and text. */
export function shown(files: Marked, { uri, start, end }: Mark & { readonly uri: string }): string {
  const text = files.get(uri)?.text ?? '';
  const before = text.slice(0, start).split('\n');
  return `${uri.split('/').at(-1)}:${before.length}:${(before.at(-1) ?? '').length + 1} ${text.slice(start, end)}`;
}

/** The marks of a project, as `shown` shows them. */
export function marksOf(files: Marked): readonly string[] {
  return [...files].flatMap(([uri, { marks }]) => marks.map((mark) => shown(files, { uri, ...mark }))).sort();
}
