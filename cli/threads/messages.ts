import type { Finding, Fix, Waived } from '../../language/findings.ts';
import type { Portion } from '../../language/register/portion.ts';
import type { Judged, PartOf } from '../project/part.ts';
import type { Sorted } from '../project/sorted.ts';
import type { SharedTexts } from '../project/texts.ts';
import type { Counts } from './tickets.ts';

/**
 * How the threads of a check talk to each other: plain data. A hand is told what there is to read, says twice what it has read (first what others
 * than agreements declare, then the agreements), is told each time what the others have read, and says what it has found.
 */

/** What a hand is started with. */
export interface Task {
  readonly of: PartOf;
  readonly counts: Counts;
}

/** What there is to read. */
export interface Work {
  readonly texts: SharedTexts;
  readonly sorted: Sorted;
}

/** What a thread has read since it last told. */
export interface HasRead {
  readonly portion: Portion;
  /** The URIs of all files it has read whose findings are reported. */
  readonly own: readonly string[];
}

/** What a thread has found in its files. */
export interface HasJudged {
  readonly judged: readonly PlainJudged[];
  /** What to tell the user about files that could not be read or judged. */
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
