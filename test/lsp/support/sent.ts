import type { Diagnostic } from 'vscode-languageserver-protocol';
import { place } from './render.ts';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** What an editor was sent, written as `freshFindings` writes it. */
export function sentFindings(diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): readonly string[] {
  return [...diagnostics].flatMap(([uri, found]) => found.map((diagnostic) => write(uri, diagnostic))).sort();
}

function write(uri: string, { range, severity, code, message, relatedInformation = [] }: Diagnostic): string {
  const places = relatedInformation.map(({ location }) => `${location.uri}:${place(location.range.start)}`);
  const where = `${uri}:${place(range.start)}-${place(range.end)}`;
  return [`${where} ${SEVERITIES[severity ?? 0]} ${code}: ${message}`, ...places].join(' | ');
}
