import { isoDay } from '../../language/dates/index.ts';
import type { Place } from '../../language/findings.ts';
import { pathFrom } from '../project/targets.ts';
import { fileFrom, type Range, type Report, type Reported, rangeOf } from '../report.ts';
import { fixesOf } from './fixes.ts';
import type { Format } from './format.ts';

/** The project's own JSON, as `schemas/report.schema.json` describes it. Files are relative to the project. */
export const json: Format = function* (report) {
  const { asOf, findings, waived, summary } = report;
  yield `{\n  "version": 1,\n  "asOf": ${JSON.stringify(asOf)},\n`;
  if (report.projects.length > 1) yield `  "projects": ${JSON.stringify(projectsOf(report))},\n`;
  yield '  "findings": [';
  yield* items(findings, (each) => findingOf(report, each));
  yield '],\n  "waived": [';
  yield* items(waived, (each) => ({ ...findingOf(report, each), reason: each.reason }));
  yield `],\n  "summary": ${JSON.stringify(summary)}\n}\n`;
};

function projectsOf({ projects, folder }: Report): readonly object[] {
  return projects.map((each) => ({ folder: pathFrom(folder, each.folder), asOf: isoDay(each.project.standard.asOf) }));
}

function* items<T>(list: Iterable<T>, write: (item: T) => object): Generator<string> {
  let comma = '';
  for (const item of list) {
    yield `${comma}\n    ${JSON.stringify(write(item))}`;
    comma = ',';
  }
  if (comma) yield '\n  ';
}

function findingOf({ folder }: Report, reported: Reported): object {
  const { finding, from } = reported;
  const at = (place: Place): { file: string; range: Range } => ({
    file: fileFrom(folder, place.uri),
    range: rangeOf(from, place),
  });
  return {
    ...at(finding),
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    subject: finding.subjects[0] ?? null,
    related: finding.related.map((place) => ({ ...at(place), message: place.message })),
    fixes: fixesOf(reported).map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ ...at(edit), newText: edit.newText })),
    })),
  };
}
