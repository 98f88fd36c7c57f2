import { fileURLToPath } from 'node:url';
import { isoDay } from '../language/dates/index.ts';
import type { Place } from '../language/findings.ts';
import { type Finding, SEVERITIES, type Severity } from '../language/findings.ts';
import { LIBRARY_SCHEME } from '../language/library.ts';
import { positionAt } from '../language/syntax/lines.ts';
import type { LoadedProject } from './project/load.ts';
import { pathFrom } from './project/targets.ts';

/** A finding, and the project in which it was made. */
export interface Reported {
  readonly finding: Finding;
  readonly from: LoadedProject;
}

/** A finding that a waiver silences. */
export interface ReportedWaived extends Reported {
  readonly reason: string;
  /** Where the waiver stands. */
  readonly waiver: Place;
}

/** How much was looked at, and how much was found. */
export interface Summary extends Readonly<Record<Severity, number>> {
  readonly files: number;
  /** Declarations in these files. */
  readonly records: number;
}

/**
 * All that a check has to say. Files are judged as their findings are taken, so that nothing is kept of a finding that has been written: they
 * can be gone through once, and only then `waived` and the counts of `summary` are complete.
 */
export interface Report {
  readonly projects: readonly LoadedProject[];
  /** The folder that holds all the projects: the project's own where there is one. */
  readonly folder: string;
  /** The day for which it was judged, `2026-01-01`; the first project's. */
  readonly asOf: string;
  /** Sorted by file, place, code and message. */
  readonly findings: Iterable<Reported>;
  readonly waived: readonly ReportedWaived[];
  readonly summary: Summary;
}

/** A place as reports write it: line and column count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Judges what was read, as the findings are taken. */
export function makeReport(projects: readonly LoadedProject[]): Report {
  const sorted = [...projects].sort((a, b) => compare(a.folder, b.folder));
  const waived: ReportedWaived[] = [];
  const summary = summaryOf(sorted);
  return {
    projects: sorted,
    folder: commonFolder(sorted),
    asOf: isoDay(sorted[0]?.project.standard.asOf ?? 0),
    findings: resumable(judging(sorted, waived, summary)),
    waived,
    summary,
  };
}

/** What a loop leaves when it breaks off, the next one goes on with. */
function resumable<T>(items: Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: () => ({ next: () => items.next() }) };
}

/** Judges file after file, in the order of their names; what is waived, and how much was found, is told on the way. */
function* judging(
  projects: readonly LoadedProject[],
  waived: ReportedWaived[],
  counts: Record<Severity, number>,
): Generator<Reported> {
  const steps = projects.flatMap((from) => [
    ...(from.settingsUri === undefined ? [] : [{ uri: from.settingsUri, from }]),
    ...from.wanted.map((uri) => ({ uri, from })),
  ]);
  steps.sort((a, b) => compare(nameOf(a.uri), nameOf(b.uri)));
  for (const { uri, from } of steps) {
    const found = uri === from.settingsUri ? { findings: settingsFindings(from), waived: [] } : from.judge(uri);
    for (const each of found.waived) waived.push({ ...each, from });
    for (const finding of found.findings) {
      counts[finding.severity]++;
      yield { finding, from };
    }
  }
}

/** A file's name as it is shown, which other characters than those of ASCII are not in its URI. */
function nameOf(uri: string): string {
  return uri.includes('%') ? decodeURIComponent(uri) : uri;
}

function settingsFindings({ settings, rules }: LoadedProject): readonly Finding[] {
  return settings.findings.flatMap((finding) => {
    const setting = rules[finding.code];
    return setting === 'off' ? [] : [{ ...finding, severity: setting ?? finding.severity }];
  });
}

/** How much is looked at; nothing is found yet. */
function summaryOf(projects: readonly LoadedProject[]): Record<keyof Summary, number> {
  let files = 0;
  let records = 0;
  for (const { project, wanted } of projects) {
    files += wanted.length;
    for (const uri of wanted) records += project.count(uri);
  }
  const none = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  return { files, records, ...none };
}

/** The folder that holds all the projects: the project's own where there is one. */
export function commonFolder(projects: readonly LoadedProject[]): string {
  const [first, ...others] = projects.map(({ folder }) => folder.split(/[\\/]/));
  let common = first ?? [];
  for (const other of others) {
    const differs = common.findIndex((part, i) => part !== other[i]);
    if (differs !== -1) common = common.slice(0, differs);
  }
  return common.join('/') || '/';
}

/** The lines and columns of a place. Where the file is not known it is its beginning. */
export function rangeOf(from: LoadedProject, place: Place): Range {
  const lines = from.lines(place.uri);
  const start = { line: 1, column: 1 };
  if (!lines) return { start, end: start };
  return { start: position(lines, place.start), end: position(lines, place.end) };
}

function position(lines: Uint32Array, offset: number): Position {
  const { line, column } = positionAt(lines, offset);
  return { line: line + 1, column: column + 1 };
}

/** A file as reports name it: its path from a folder, with slashes; the library's files by their address. */
export function fileFrom(folder: string, uri: string): string {
  return uri.startsWith(`${LIBRARY_SCHEME}:`) ? uri : pathFrom(folder, fileURLToPath(uri));
}

/** A name of a file that stands in a URI as it stands in a path. */
const PLAIN = /^\w[\w.-]*$/;

/** Names files as `fileFrom` does, many of them: what goes before the name is worked out once for each folder. */
export function fileNamer(folder: string): (uri: string) => string {
  const before = new Map<string, string>();
  return (uri) => {
    const at = uri.lastIndexOf('/') + 1;
    const name = uri.slice(at);
    if (!PLAIN.test(name)) return fileFrom(folder, uri);
    const place = uri.slice(0, at);
    const known = before.get(place) ?? fileFrom(folder, uri).slice(0, -name.length);
    before.set(place, known);
    return known + name;
  };
}

/** By UTF-16 code units: the same everywhere, whatever the language of the machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
