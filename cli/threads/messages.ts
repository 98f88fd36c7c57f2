import type { Finding, Fix, Waived } from '../../language/findings.ts';
import type { Portion } from '../../language/register/portion.ts';
import type { Judged, Part, PartOf, RecordFile } from '../project/part.ts';
import type { SharedTexts } from '../project/texts.ts';
import type { Counts } from './tickets.ts';

/** How the threads of a check talk to each other: plain data. */

/** What a hand is started with. */
export interface Task {
  readonly of: PartOf;
  /** All files of the project. */
  readonly files: readonly RecordFile[];
  readonly counts: Counts;
}

/** What one thread has read, for the others. */
export interface HasRead {
  readonly is: 'read';
  readonly portion: Portion;
  readonly texts: SharedTexts;
  readonly evidence: Part['evidence'];
  /** The URIs of the files whose findings are reported. */
  readonly wanted: readonly string[];
  /** What to tell the user about files that cannot be read. */
  readonly problems: readonly string[];
}

/** What a thread is told when all have read. */
export interface AllRead {
  readonly others: readonly HasRead[];
  /** The URIs of the files whose findings are reported, of all threads: the same list for each. */
  readonly wanted: readonly string[];
}

/** What one thread has found. */
export interface HasJudged {
  readonly is: 'judged';
  readonly judged: readonly PlainJudged[];
  readonly problems: readonly string[];
}

/** What is found in one file, with the fixes worked out. */
export interface PlainJudged {
  readonly uri: string;
  readonly findings: readonly PlainFinding[];
  readonly waived: readonly PlainWaived[];
}

type PlainFinding = Omit<Finding, 'fixes'> & { readonly fixes: readonly Fix[] };
type PlainWaived = Omit<Waived, 'finding'> & { readonly finding: PlainFinding };

/** As a message carries it. */
export function plain({ uri, findings, waived }: Judged): PlainJudged {
  return {
    uri,
    findings: findings.map(plainFinding),
    waived: waived.map((one) => ({ ...one, finding: plainFinding(one.finding) })),
  };
}

/** As it was before it went into a message. */
export function revived({ uri, findings, waived }: PlainJudged): Judged {
  return {
    uri,
    findings: findings.map(revivedFinding),
    waived: waived.map((one) => ({ ...one, finding: revivedFinding(one.finding) })),
  };
}

function plainFinding(finding: Finding): PlainFinding {
  return { ...finding, fixes: finding.fixes() };
}

function revivedFinding(finding: PlainFinding): Finding {
  return { ...finding, fixes: () => finding.fixes };
}
