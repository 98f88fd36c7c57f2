import type { Severity } from '../../language/findings.ts';
import { fileFrom, type Reported, rangeOf } from '../report.ts';
import { fingerprints } from './fingerprint.ts';
import type { Format } from './format.ts';

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A Code Quality report of GitLab: files are relative to the folder in which the program runs, which has to be the repository's. */
export const gitlab: Format = function* (report, { cwd }) {
  const print = fingerprints(report);
  yield '[';
  let comma = '';
  for (const each of report.findings) {
    yield `${comma}\n  ${JSON.stringify(issueOf(each, cwd, print(each)))}`;
    comma = ',';
  }
  yield comma ? '\n]\n' : ']\n';
};

function issueOf({ finding, from }: Reported, cwd: string, fingerprint: string): object {
  const { start, end } = rangeOf(from, finding);
  return {
    description: finding.message,
    check_name: finding.code,
    fingerprint,
    severity: SEVERITY[finding.severity],
    location: { path: fileFrom(cwd, finding.uri), lines: { begin: start.line, end: end.line } },
  };
}
