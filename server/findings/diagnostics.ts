import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Related, Severity } from '../../language/findings.ts';
import { ruleOf } from '../../language/rules/index.ts';
import { type Lines, toRange } from '../positions.ts';
import { rulePage } from '../protocol.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is needed to write findings for an editor. */
export interface Spelling {
  /** The lines of a file; undefined where the file is not known. */
  readonly linesOf: (uri: string) => Lines | undefined;
  /** Under which URI the editor opens a file; undefined where it cannot. */
  readonly target: (uri: string) => string | undefined;
}

/** A finding as the protocol writes it. */
export function toDiagnostic(finding: Finding, lines: Lines, spelling: Spelling): Diagnostic {
  const related = finding.related.flatMap((place) => relatedInformation(place, spelling));
  const href = spelling.target(rulePage(finding.code));
  return {
    range: toRange(lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'agreement',
    message: finding.message,
    ...(ruleOf(finding.code)?.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length && { relatedInformation: related }),
  };
}

function relatedInformation(place: Related, spelling: Spelling): NonNullable<Diagnostic['relatedInformation']> {
  const lines = spelling.linesOf(place.uri);
  const uri = lines && spelling.target(place.uri);
  if (!lines || uri === undefined) return [];
  return [{ location: { uri, range: toRange(lines, place) }, message: place.message }];
}
