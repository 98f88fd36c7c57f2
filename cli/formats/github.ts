import type { Severity } from '../../language/findings.ts';
import { fileFrom, type Reported, rangeOf } from '../report.ts';
import { closing } from './closing.ts';
import type { Format } from './format.ts';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which it shows as annotations. Files are relative to the folder in which the program runs. */
export const github: Format = function* (report, view) {
  const { cwd, quiet } = view;
  for (const each of report.findings) yield `${annotation(each, cwd)}\n`;
  if (!quiet) yield `${closing(report, view.missed)}\n`;
};

function annotation({ finding, from }: Reported, cwd: string): string {
  const { start, end } = rangeOf(from, finding);
  const properties = {
    file: fileFrom(cwd, finding.uri),
    line: start.line,
    endLine: end.line,
    // Columns are taken only where they are of one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: finding.code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMAND[finding.severity]} ${written.join(',')}::${data(finding.message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
