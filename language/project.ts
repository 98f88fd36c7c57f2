import type { Day } from './dates/index.ts';
import type { Finding, Severity, Waived } from './findings.ts';
import { judge, NOTHING } from './judge.ts';
import { libraryRecords } from './library.ts';
import { extract } from './records/extract.ts';
import type { FileRecords } from './records/model.ts';
import type { Ask, Evidence } from './register/ask.ts';
import { evidenceNamed } from './register/evidence.ts';
import { Register } from './register/register.ts';
import { RULE_CODES } from './rules/index.ts';
import { parse } from './syntax/parse.ts';

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
export class Project {
  private readonly register: Register;
  private readonly judgements = new Map<string, Judgement>();
  /** The files without a judgement. */
  private readonly unjudged = new Set<string>();
  private current: Standard;

  /** A project without files. */
  constructor(standard: Standard) {
    this.current = standard;
    this.register = new Register(libraryRecords(), { ruleCodes: RULE_CODES, notes: true });
  }

  /** How it is judged. */
  get standard(): Standard {
    return this.current;
  }

  /** Adds a file, or replaces its text. */
  put(uri: string, text: string): void {
    this.putRecords(extract(parse(text), uri));
  }

  /** Adds or replaces a file by its records. */
  putRecords(records: FileRecords): void {
    this.register.put(records);
    this.forget(records.uri);
  }

  /** Forgets a file; nothing happens where there was none. */
  remove(uri: string): void {
    this.register.remove(uri);
    this.judgements.delete(uri);
    this.unjudged.delete(uri);
  }

  /** Changes what findings are judged by. */
  judgeBy(standard: Standard): void {
    this.current = standard;
    this.register.unsettle();
    for (const { uri } of this.register.files()) this.forget(uri);
  }

  /** Tells what is on disk for an evidence file, by the URI that `evidenceOf` gave; undefined: nobody knows. */
  putEvidence(uri: string, evidence: Evidence | undefined): void {
    this.register.putEvidence(uri, evidence);
  }

  /** The URIs of the evidence files that the sources of a file name. */
  evidenceOf(uri: string): readonly string[] {
    return evidenceNamed(this.register.file(uri)?.declarations ?? []);
  }

  /** What is found in a file, from memory where nothing it depends on has changed. Empty for a file that is not there. */
  judge(uri: string): Judgement {
    this.settle();
    const known = this.judgements.get(uri);
    if (known) return known;
    const file = this.register.file(uri);
    if (!file || this.register.isLibrary(uri)) return NOTHING;
    const ask = this.register.asker(uri, this.current.asOf);
    const judgement = judge(file, ask, this.current);
    const keys = ask.release();
    this.register.depends(uri, keys);
    this.judgements.set(uri, judgement);
    this.unjudged.delete(uri);
    return judgement;
  }

  /** The files whose judgement is to be made anew. */
  stale(): readonly string[] {
    this.settle();
    return [...this.unjudged];
  }

  /** A file's records; undefined where it is not there. The library's files are there too. */
  file(uri: string): FileRecords | undefined {
    return this.register.file(uri);
  }

  /** The project's files, the library's left out. */
  files(): Iterable<FileRecords> {
    return this.register.files();
  }

  /** The library's files. */
  library(): readonly FileRecords[] {
    return libraryRecords();
  }

  /** Someone to ask about the records, outside any judgement. */
  ask(): Ask {
    this.settle();
    return this.register.asker('', this.current.asOf);
  }

  private settle(): void {
    for (const uri of this.register.settle()) this.forget(uri);
  }

  private forget(uri: string): void {
    this.judgements.delete(uri);
    this.unjudged.add(uri);
  }
}
