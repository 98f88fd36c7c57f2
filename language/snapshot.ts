import { judge, NOTHING } from './judge.ts';
import { libraryRecords } from './library.ts';
import type { Judgement, Standard } from './project.ts';
import { extract } from './records/extract.ts';
import type { FileRecords } from './records/model.ts';
import { outline } from './records/outline.ts';
import type { Ask, Evidence } from './register/ask.ts';
import { evidenceNamed } from './register/evidence.ts';
import { Register } from './register/register.ts';
import { Shelf, type Texts } from './register/shelf.ts';
import { RULE_CODES } from './rules/index.ts';
import { parse, parseTokens } from './syntax/parse.ts';
import type { Tokens } from './syntax/tokens.ts';

export type { Texts } from './register/shelf.ts';

/**
 * One project as it stands: its files are put once, judged once, and all is thrown away. Nothing is noted for later changes, and of agreements
 * only what others find them by is kept, which takes less time and room than a {@link Project}. The findings are the same.
 */
export class Snapshot {
  readonly standard: Standard;
  private readonly register: Register;

  /** A project without files; `texts` has the text of each file that is put, for as long as anything is asked. */
  constructor(standard: Standard, texts: Texts) {
    this.standard = standard;
    this.register = new Register(libraryRecords(), { ruleCodes: RULE_CODES, notes: false }, new Shelf(texts));
  }

  /** Adds a file by its text, or by its tokens where these are there. */
  put(uri: string, read: string | Tokens): void {
    const parsed = typeof read === 'string' ? parse(read) : parseTokens(read);
    // Around a syntax error an agreement alone may read otherwise than in its file: such a file is kept whole.
    if (parsed.problems.length > 0) this.register.put(extract(parsed, uri));
    else this.register.putOutlined(outline(parsed, uri));
  }

  /** Tells what is on disk for an evidence file, by the URI that `evidenceOf` gave; undefined: nobody knows. */
  putEvidence(uri: string, evidence: Evidence | undefined): void {
    this.register.putEvidence(uri, evidence);
  }

  /** The URIs of the evidence files that the sources of a file name. */
  evidenceOf(uri: string): readonly string[] {
    return evidenceNamed(this.register.layout(uri)?.declarations ?? []);
  }

  /** What is found in a file. Empty for a file that is not there. */
  judge(uri: string): Judgement {
    this.register.settle();
    const file = this.register.file(uri);
    if (!file || this.register.isLibrary(uri)) return NOTHING;
    const ask = this.register.asker(uri, this.standard.asOf);
    const judgement = judge(file, ask, this.standard);
    ask.release();
    return judgement;
  }

  /** A file's records; undefined where it is not there. The library's files are there too. */
  file(uri: string): FileRecords | undefined {
    return this.register.file(uri);
  }

  /** How many declarations a file has; 0 where it is not there. */
  count(uri: string): number {
    return this.register.layout(uri)?.declarations.length ?? 0;
  }

  /** Someone to ask about the records, outside any judgement. */
  ask(): Ask {
    this.register.settle();
    return this.register.asker('', this.standard.asOf);
  }
}
