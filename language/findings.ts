import type { Span, TextEdit } from './records/model.ts';

/** How grave a finding is. `off` is a setting, never a finding's. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A place in a file, in UTF-16 offsets. */
export interface Place extends Span {
  readonly uri: string;
}

/** Another record that is part of the reason. */
export interface Related extends Place {
  readonly message: string;
}

/** A mend. `safe`: it changes nothing that is meant; otherwise it is a suggestion that needs judgement. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  /** The best of several for the same finding, which an editor may mark. */
  readonly preferred: boolean;
  readonly edits: readonly (TextEdit & { readonly uri: string })[];
}

/** What a rule says about a place in a file. */
export interface Finding extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** A sentence that names the records and the dates involved. */
  readonly message: string;
  /** What it is about (a kind, a party, a jurisdiction, a record), best first: what `waive RULE of SUBJECT` may name. */
  readonly subjects: readonly string[];
  readonly related: readonly Related[];
  /** Made when asked for: finding the nearest name or writing a record has its price. */
  readonly fixes: () => readonly Fix[];
}

/** A finding that a waiver silences, and why. */
export interface Waived {
  readonly finding: Finding;
  readonly reason: string;
  /** Where the waiver stands. */
  readonly waiver: Place;
}
