import type { Fix, Related, Severity } from '../findings.ts';
import type {
  Agreement,
  Declaration,
  FileRecords,
  Jurisdiction,
  Kind,
  Party,
  Port,
  Program,
  Source,
  Span,
} from '../records/model.ts';
import type { Ask } from '../register/ask.ts';

/** The chapters under which rules are listed. */
export type Category =
  | 'form'
  | 'names'
  | 'dates'
  | 'parties'
  | 'precedents'
  | 'programs'
  | 'ports'
  | 'obligations'
  | 'sources'
  | 'order'
  | 'waivers'
  | 'project';

/** A small project that a rule's page shows and its tests run. */
export interface Example {
  /** One sentence: what is the matter, or what was mended. */
  readonly says: string;
  /**
   * The project's text. In a rejected example each finding of this rule is marked `»…«` around its exact range; several files are parted by
   * lines `--- name.agreement`. The library is there; `asOf` is 2026-01-01 unless `asOf` says otherwise.
   */
  readonly text: string;
  readonly asOf?: string;
  /** The project file's `rules`, where the example needs them. */
  readonly settings?: Readonly<Record<string, Severity | 'off'>>;
}

/** What a rule reports. Its place is in the file that is being checked; `severity` only where it departs from the rule's own. */
export interface Report extends Span {
  readonly message: string;
  readonly severity?: Severity;
  /** The finding rests on a doubtful date (`?` `~` `%`): it becomes information, whatever its severity otherwise. */
  readonly doubtful?: boolean;
  /** What it is about, best first: what `waive … of SUBJECT` may name. */
  readonly subjects?: readonly string[];
  readonly related?: readonly Related[];
  /** Other records it sits on as well: a waiver in one of them silences it too. */
  readonly also?: readonly Declaration[];
  readonly fixes?: () => readonly Fix[];
}

export type Reporter = (report: Report) => void;

/** The checks of a rule, by what they look at. Each is called once for every such declaration of the file that is checked. */
export interface Checks {
  readonly file?: (file: FileRecords, ask: Ask, report: Reporter) => void;
  readonly declaration?: (declaration: Declaration, ask: Ask, report: Reporter) => void;
  readonly agreement?: (agreement: Agreement, ask: Ask, report: Reporter) => void;
  readonly source?: (source: Source, ask: Ask, report: Reporter) => void;
  readonly party?: (party: Party, ask: Ask, report: Reporter) => void;
  readonly program?: (program: Program, ask: Ask, report: Reporter) => void;
  readonly port?: (port: Port, ask: Ask, report: Reporter) => void;
  readonly jurisdiction?: (jurisdiction: Jurisdiction, ask: Ask, report: Reporter) => void;
  readonly kind?: (kind: Kind, ask: Ask, report: Reporter) => void;
}

/** A rule: all that is known of it, in one value. Pages, `explain`, SARIF, the project file's schema and the tests are made of this. */
export interface Rule {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly category: Category;
  /** What it says, in one sentence. */
  readonly sentence: string;
  /** Why: what goes wrong in the domain where this is not so. Markdown, one or two paragraphs. */
  readonly why: string;
  /** Where the reason comes from: a document, a figure, a practice. */
  readonly basis: string;
  /** `by the kind`: an error under `requires`, a warning under `expects`, information under `mentions`; the report says which. */
  readonly severity: Severity | 'by the kind';
  /** What mends there are, for the page: undefined where only the author can know. */
  readonly mends?: string;
  /** Whether the finding shows something unneeded: editors fade it. */
  readonly unnecessary?: boolean;
  readonly rejected: readonly [Example, ...Example[]];
  /** The same, mended. None of these gives a finding of this rule. */
  readonly accepted: readonly [Example, ...Example[]];
  readonly checks: Checks;
}
