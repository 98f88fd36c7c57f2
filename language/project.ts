import type { Day } from './dates/index.ts';
import type { Finding, Severity, Waived } from './findings.ts';
import type { FileRecords } from './records/model.ts';
import type { Evidence } from './register/ask.ts';

/** How a project is judged. */
export interface Standard {
  /** The day for which statuses and the `future-event` rule are judged. */
  readonly asOf: Day;
  /** Severities that depart from the rules' own, by code. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** What is found in one file. Both lists are sorted by place, then code. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
}

/**
 * One project: the records of its files, and what the rules find in them. The library belongs to every project. Files are named by URI, and
 * only what a change may have touched is judged anew: after any sequence of changes the judgements equal those of a project that was given
 * the same texts at once.
 */
export declare class Project {
  constructor(standard: Standard);
  readonly standard: Standard;
  /** Adds a file, or replaces its text. Gives back its records. */
  put(uri: string, text: string): FileRecords;
  /** Adds or replaces a file by its records. */
  putRecords(records: FileRecords): void;
  /** Forgets a file; nothing happens where there was none. */
  remove(uri: string): void;
  /** Changes what findings are judged by. */
  judgeBy(standard: Standard): void;
  /** Tells what is on disk for an evidence file, by the URI that `evidenceUri` gave for a source. */
  putEvidence(uri: string, evidence: Evidence | undefined): void;
  /** The URIs of evidence files that the records of `uri` name. */
  evidenceOf(uri: string): readonly string[];
  /** What is found in a file, from memory where nothing it depends on has changed. Empty for a file that is not there. */
  judge(uri: string): Judgement;
  /** The files whose judgement is to be made anew. */
  stale(): readonly string[];
  /** The project's files, the library's left out. */
  files(): Iterable<FileRecords>;
}
