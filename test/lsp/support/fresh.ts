import type { Finding } from '../../../language/findings.ts';
import { Project, type Standard } from '../../../language/project.ts';
import { readWholeDay } from '../../../language/project-file.ts';
import { positionAt } from '../../../language/syntax/lines.ts';

/** What is found in texts that were all there from the start: a line for each finding, sorted. */
export function freshFindings(texts: ReadonlyMap<string, string>, standard: Standard): readonly string[] {
  const project = new Project(standard);
  for (const [uri, text] of texts) project.put(uri, text);
  return [...texts.keys()].flatMap((uri) => project.judge(uri).findings.map((f) => write(project, f))).sort();
}

function write(project: Project, { uri, start, end, severity, code, message, related }: Finding): string {
  const place = (of: string, offset: number) => {
    const { line, column } = positionAt(project.file(of)?.lineStarts ?? new Uint32Array(1), offset);
    return `${line + 1}:${column + 1}`;
  };
  const places = related.map((r) => `${r.uri}:${place(r.uri, r.start)}`);
  return [`${uri}:${place(uri, start)}-${place(uri, end)} ${severity} ${code}: ${message}`, ...places].join(' | ');
}

/** How examples are judged unless they say otherwise. */
export function standardOf(asOf = '2026-01-01', rules: Standard['rules'] = {}): Standard {
  const day = readWholeDay(asOf);
  if (day === undefined) throw new Error(`${asOf} is no day`);
  return { asOf: day, rules };
}
