import { contentsOf, declarationsOf } from '../records/extract.ts';
import type { Agreement, Declaration, FileRecords, Flaw } from '../records/model.ts';
import { Outline } from '../records/outline.ts';
import { textValue } from '../syntax/leaves.ts';
import { lineStarts } from '../syntax/lines.ts';
import { parse, parseTokens } from '../syntax/parse.ts';
import { scan } from '../syntax/scan.ts';
import type { Tokens } from '../syntax/tokens.ts';

/** What so many other files asked for is kept whole from then on: the framework that everybody belongs to. */
const OFTEN = 8;

/** Where the texts of files are. */
export interface Texts {
  /** The text of a file, the same each time; undefined where there is none. */
  text(uri: string): string | undefined;
  /** The tokens of a file that has no syntax errors, as `scan` gives them; undefined where they are not at hand. */
  tokens?(uri: string): Tokens | undefined;
}

/**
 * Gives whole agreements for those that are kept in outline, by reading them anew. A project's parties, ports, programs and sources are few and
 * asked for by everyone; its agreements are many and asked for by few. So a check needs little more room than the texts, and spends no time on
 * keeping records that it looks at once.
 */
export class Shelf {
  private readonly texts: Texts;
  /** What was read anew since `file` was called last, and what for the file before: neighbours ask for each other. */
  private wholes = new Map<Outline, Agreement>();
  private before = new Map<Outline, Agreement>();
  /** How often an agreement was read anew because another file asked for it. */
  private readonly asked = new Map<Outline, number>();
  private readonly often = new Map<Outline, Agreement>();

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** A file whole; all is read at once. What was read before is forgotten in time: an agreement that was given out is another object then. */
  file({ uri, declarations }: ShelvedFile): FileRecords {
    // A new one: the table of a map that is cleared leads engines on to all that was ever in it.
    this.before = this.wholes;
    this.wholes = new Map();
    const tokens = this.texts.tokens?.(uri);
    const parsed = tokens ? parseTokens(tokens) : parse(this.text(uri));
    const whole = contentsOf(parsed, uri);
    const all = declarations.map((kept, i) => {
      const anew = whole.declarations[i];
      if (!(kept instanceof Outline) || anew?.type !== 'agreement') return kept as Declaration;
      this.wholes.set(kept, anew);
      return anew;
    });
    return new FileAnew({ ...whole, declarations: all }, parsed.text);
  }

  /** The declarations whole: an agreement that is kept in outline is read anew, once until all is forgotten. */
  all<D extends Declaration>(kept: readonly (D | Outline)[]): readonly (D | Agreement)[] {
    // Most lists hold none: they need no copy.
    if (!holdsOutline(kept)) return kept as readonly D[];
    return kept.map((one) => (one instanceof Outline ? this.whole(one) : one));
  }

  private whole(kept: Outline): Agreement {
    const known = this.wholes.get(kept) ?? this.before.get(kept) ?? this.often.get(kept);
    if (known) return known;
    const whole = this.anew(kept);
    const asked = (this.asked.get(kept) ?? 0) + 1;
    this.asked.set(kept, asked);
    if (asked === OFTEN) this.often.set(kept, whole);
    this.wholes.set(kept, whole);
    return whole;
  }

  /** The agreement read anew, for a look in passing: it is not the same as in other answers. */
  anew(outline: Outline): Agreement {
    const { uri, start, end } = outline;
    const [whole] = declarationsOf(parse(this.text(uri), start, end), uri);
    if (whole?.type !== 'agreement') throw new Error(`There is no agreement at ${start} of ${uri}.`);
    return whole;
  }

  /** The title of an agreement; undefined where it has none. */
  title({ uri, titleStart, titleEnd }: Outline): string | undefined {
    return titleEnd === 0 ? undefined : textValue(scan(this.text(uri), titleStart, titleEnd), 0);
  }

  private text(uri: string): string {
    const text = this.texts.text(uri);
    if (text === undefined) throw new Error(`There is no text of ${uri} any more.`);
    return text;
  }
}

/** A file of which the agreements are kept in outline. */
export class ShelvedFile {
  readonly uri: string;
  readonly declarations: readonly (Declaration | Outline)[];

  constructor(uri: string, declarations: readonly (Declaration | Outline)[]) {
    this.uri = uri;
    this.declarations = declarations;
  }
}

/** A file that was read anew. Whoever judges it does not look for its lines. */
class FileAnew implements FileRecords {
  readonly uri: string;
  readonly length: number;
  readonly declarations: readonly Declaration[];
  readonly flaws: readonly Flaw[];
  readonly lost: readonly string[];
  private readonly text: string;

  constructor({ uri, length, declarations, flaws, lost }: Omit<FileRecords, 'lineStarts'>, text: string) {
    this.uri = uri;
    this.length = length;
    this.declarations = declarations;
    this.flaws = flaws;
    this.lost = lost;
    this.text = text;
  }

  get lineStarts(): Uint32Array {
    return lineStarts(this.text);
  }
}

function holdsOutline(kept: readonly unknown[]): boolean {
  for (const one of kept) if (one instanceof Outline) return true;
  return false;
}
