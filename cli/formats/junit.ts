import Builder from 'fast-xml-builder';
import { fileFrom, type Report, type Reported, type ReportedWaived, rangeOf } from '../report.ts';
import type { Format, View } from './format.ts';

/** One test: attributes begin with `@`, as the XML builder wants it. */
interface Test {
  readonly '@name': string;
  readonly '@classname': string;
  readonly failure?: object;
  readonly skipped?: object;
  readonly 'system-out'?: string;
}

/**
 * JUnit XML: a suite a file, a test a finding. Errors and warnings fail; information and hints pass and say so in their output; what is
 * waived is skipped, with the waiver's reason. A file without findings is one test that passes.
 */
export const junit: Format = function* (report, view) {
  const byFile = testsByFile(report, view);
  const suites = [...byFile].map(([file, tests]) => suiteOf(file, tests));
  const root = { '@name': 'agreement check', ...countsOf([...byFile.values()].flat()), testsuite: suites };
  const builder = new Builder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield builder.build({ testsuites: root });
};

function testsByFile(report: Report, { cwd }: View): ReadonlyMap<string, readonly Test[]> {
  const byFile = new Map<string, Test[]>();
  for (const { wanted } of report.projects) for (const uri of wanted) byFile.set(fileFrom(cwd, uri), []);
  const add = (reported: Reported, rest: Partial<Test>): void => {
    const file = fileFrom(cwd, reported.finding.uri);
    const tests = byFile.get(file) ?? [];
    byFile.set(file, tests);
    tests.push({ ...nameOf(reported, file), ...rest });
  };
  for (const each of report.findings) add(each, outcomeOf(each));
  for (const each of report.waived) add(each, { skipped: skippedOf(each) });
  for (const [file, tests] of byFile) if (tests.length === 0) tests.push({ '@name': file, '@classname': 'agreement' });
  return byFile;
}

function nameOf({ finding, from }: Reported, file: string): Pick<Test, '@name' | '@classname'> {
  const { start } = rangeOf(from, finding);
  return { '@name': `${file}:${start.line}:${start.column}`, '@classname': `agreement.${finding.code}` };
}

function outcomeOf({ finding }: Reported): Partial<Test> {
  const { severity, message } = finding;
  if (severity === 'error' || severity === 'warning') {
    return { failure: { '@type': severity, '@message': legal(message) } };
  }
  return { 'system-out': legal(`${severity}: ${message}`) };
}

function skippedOf({ reason }: ReportedWaived): object {
  return { '@message': legal(`waived: ${reason}`) };
}

function suiteOf(file: string, tests: readonly Test[]): object {
  return { '@name': file, ...countsOf(tests), testcase: tests };
}

function countsOf(tests: readonly Test[]): object {
  const failures = tests.filter(({ failure }) => failure).length;
  const skipped = tests.filter((test) => test.skipped).length;
  return { '@tests': tests.length, '@failures': failures, '@errors': 0, '@skipped': skipped };
}

/** Without the characters that XML does not have. */
function legal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu, '\uFFFD');
}
