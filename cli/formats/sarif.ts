import { isAbsolute } from 'node:path';
import type { Fix, Location, Region, ReportingDescriptor, Result, Tool } from 'sarif';
import type { Place, Severity } from '../../language/findings.ts';
import { RULES } from '../../language/rules/index.ts';
import { pageOf } from '../../language/rules/page.ts';
import type { Rule } from '../../language/rules/rule.ts';
import { fileFrom, type Reported, type ReportedWaived, rangeOf } from '../report.ts';
import { VERSION } from '../version.ts';
import { fingerprints } from './fingerprint.ts';
import { fixesOf } from './fixes.ts';
import type { Format } from './format.ts';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Relative addresses are from here: services take it for the root of the repository. */
const ROOT = '%SRCROOT%';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const FINGERPRINT = 'agreementFinding/v1';

/** A log of SARIF 2.1.0 with the rules, related places, fixes, fingerprints, and what is waived as suppressed. */
export const sarif: Format = function* (report, { cwd }) {
  const print = fingerprints(report);
  const run = {
    tool: tool(),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the check was run.' } } },
  };
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
  let comma = '';
  for (const each of report.findings) {
    yield `${comma}\n${JSON.stringify(resultOf(each, cwd, print(each)))}`;
    comma = ',';
  }
  for (const each of report.waived) {
    const result = { ...resultOf(each, cwd, print(each)), suppressions: suppressionsOf(each, cwd) };
    yield `${comma}\n${JSON.stringify(result)}`;
    comma = ',';
  }
  yield `\n],"properties":${JSON.stringify({ asOf: report.asOf, summary: report.summary })}}]}\n`;
};

function tool(): Tool {
  return { driver: { name: 'agreement', semanticVersion: VERSION, rules: RULES.map(descriptor) } };
}

function descriptor(rule: Rule): ReportingDescriptor {
  const { code, sentence, why, severity, category } = rule;
  return {
    id: code,
    shortDescription: { text: sentence },
    fullDescription: { text: why },
    help: { text: `${sentence}\n\n${why}`, markdown: pageOf(rule) },
    defaultConfiguration: { level: severity === 'by the kind' ? 'warning' : LEVEL[severity] },
    properties: { tags: [category] },
  };
}

function resultOf({ finding, from }: Reported, cwd: string, fingerprint: string): Result {
  const { code, severity, message, subjects } = finding;
  return {
    ruleId: code,
    ruleIndex: RULES.findIndex((rule) => rule.code === code),
    level: LEVEL[severity],
    message: { text: message },
    locations: [locationOf(from, finding, cwd)],
    relatedLocations: finding.related.map((place, id) => ({
      id,
      ...locationOf(from, place, cwd),
      message: { text: place.message },
    })),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    fixes: changesOf({ finding, from }, cwd),
    properties: { severity, subjects },
  };
}

function suppressionsOf({ reason, waiver, from }: ReportedWaived, cwd: string): Result['suppressions'] {
  return [{ kind: 'inSource', justification: reason, location: locationOf(from, waiver, cwd) }];
}

function locationOf(from: Reported['from'], place: Place, cwd: string): Location {
  return { physicalLocation: { artifactLocation: artifact(place.uri, cwd), region: regionOf(from, place) } };
}

function artifact(uri: string, cwd: string): { uri: string; uriBaseId?: string } {
  const file = fileFrom(cwd, uri);
  return file === uri || isAbsolute(file)
    ? { uri }
    : { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function regionOf(from: Reported['from'], place: Place): Region {
  const { start, end } = rangeOf(from, place);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function changesOf(reported: Reported, cwd: string): Fix[] {
  const { from } = reported;
  return fixesOf(reported).map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [...new Set(edits.map(({ uri }) => uri))].map((uri) => ({
      artifactLocation: artifact(uri, cwd),
      replacements: edits
        .filter((edit) => edit.uri === uri)
        .map((edit) => ({ deletedRegion: regionOf(from, edit), insertedContent: { text: edit.newText } })),
    })),
  }));
}
