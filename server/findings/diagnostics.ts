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
  /** The editor's spelling of a URI. */
  readonly sentUri: (uri: string) => string;
}

/** A finding as the protocol writes it. */
export function toDiagnostic(finding: Finding, lines: Lines, spelling: Spelling): Diagnostic {
  const related = finding.related.flatMap((place) => relatedInformation(place, spelling));
  return {
    range: toRange(lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    codeDescription: { href: rulePage(finding.code) },
    source: 'agreement',
    message: finding.message,
    ...(ruleOf(finding.code)?.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length && { relatedInformation: related }),
  };
}

function relatedInformation(place: Related, spelling: Spelling): NonNullable<Diagnostic['relatedInformation']> {
  const lines = spelling.linesOf(place.uri);
  if (!lines) return [];
  return [{ location: { uri: spelling.sentUri(place.uri), range: toRange(lines, place) }, message: place.message }];
}
