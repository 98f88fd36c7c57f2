import { EMPTY } from '../records/common.ts';
import type { Agreement, Common, Declaration, FileRecords, Name } from '../records/model.ts';

const NONE: readonly never[] = Object.freeze([]);

/** What so many other files asked for is kept whole from then on: the framework that everybody belongs to. */
const OFTEN = 8;

/** Reads the declarations that stand in a file's text from `from` to `to` (UTF-16 offsets). */
export type ReadDeclarations = (text: string, uri: string, from: number, to: number) => readonly Declaration[];

/**
 * Where a check puts the agreements: their texts, to be read anew when somebody asks for more than what they are found by. A project's parties,
 * ports, programs and sources are few and asked for by everyone; its agreements are many and asked for by few. So a check needs little more
 * room than the texts, and spends no time on keeping records that it looks at once.
 */
export class Shelf {
  private readonly texts = new Map<string, string>();
  private readonly read: ReadDeclarations;
  private wholes = new Map<Agreement, Agreement>();

  constructor(read: ReadDeclarations) {
    this.read = read;
  }

  /** Takes a file; gives back what is to be kept of it. Around a syntax error an agreement alone may read otherwise than in its file. */
  put(file: FileRecords, text: string): FileRecords {
    this.texts.set(file.uri, text);
    if (file.flaws.some(({ code }) => code === 'syntax')) return file;
    return { ...file, declarations: file.declarations.map(inBrief) };
  }

  /** The text of a file that was put here; undefined for another. */
  text(uri: string): string | undefined {
    return this.texts.get(uri);
  }

  /** A file whole; all is read at once. What was read before is forgotten: an agreement that was given out is another object from then on. */
  file(kept: FileRecords): FileRecords {
    // A new one: the table of a map that is cleared leads engines on to all that was ever in it.
    this.wholes = new Map();
    const briefs = kept.declarations.filter((d) => d instanceof Brief);
    const [first, last] = [briefs[0], briefs.at(-1)];
    if (!first || !last) return kept;
    const anew = this.read(this.texts.get(kept.uri) ?? '', kept.uri, first.start, last.end);
    const byPlace = new Map(anew.map((declaration) => [declaration.start, declaration]));
    for (const brief of briefs) {
      const whole = byPlace.get(brief.start);
      if (whole?.type === 'agreement') this.wholes.set(brief, whole);
    }
    return { ...kept, declarations: this.all(kept.declarations) };
  }

  /** The declarations whole: an agreement that is kept in brief is read anew, once until all is forgotten. */
  all<D extends Declaration>(kept: readonly D[]): readonly D[] {
    return kept.some((one) => one instanceof Brief) ? kept.map((one) => this.whole(one)) : kept;
  }

  private whole<D extends Declaration>(kept: D): D;
  private whole(kept: Declaration): Declaration {
    if (!(kept instanceof Brief)) return kept;
    const known = this.wholes.get(kept);
    if (known) return known;
    const whole = kept.whole ?? this.reread(kept);
    if (++kept.asked === OFTEN) kept.whole = whole;
    this.wholes.set(kept, whole);
    return whole;
  }

  /** The declaration, an agreement in brief read anew for a look in passing: it is not the same as in other answers. */
  anew(kept: Declaration): Declaration {
    return kept instanceof Brief ? this.reread(kept) : kept;
  }

  private reread(brief: Brief): Agreement {
    const [whole] = this.read(this.texts.get(brief.uri) ?? '', brief.uri, brief.start, brief.end);
    return whole?.type === 'agreement' ? whole : brief;
  }
}

function inBrief(declaration: Declaration): Declaration {
  return declaration.type === 'agreement' ? new Brief(declaration) : declaration;
}

/** An agreement as far as it is found by others: by its name, its title, its kind and its parties. All else seems absent. */
class Brief implements Agreement {
  readonly type = 'agreement';
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly name: Agreement['name'];
  readonly title: Agreement['title'];
  readonly kind: Agreement['kind'];
  readonly between: Agreement['between'];
  readonly repeated: Agreement['repeated'];
  /** How often it was read anew because another record asked for it; and its record, once that was often. */
  asked = 0;
  whole: Agreement | undefined = undefined;
  /** Its kind and parties; undefined where the statements that may stand once tell them all. */
  private readonly found: readonly Name[] | undefined;

  constructor({ uri, start, end, name, title, kind, between, repeated, names }: Agreement) {
    this.uri = uri;
    this.start = start;
    this.end = end;
    this.name = name;
    this.title = title;
    this.kind = kind;
    this.between = between;
    this.repeated = repeated;
    this.found = repeated.length ? names.filter(({ role }) => role === 'kind' || role === 'between') : undefined;
  }

  get names(): readonly Name[] {
    if (this.found) return this.found;
    const parties = this.between?.names ?? NONE;
    return this.kind ? [this.kind, ...parties] : parties;
  }

  get common(): Common {
    return EMPTY;
  }

  get body(): undefined {
    return undefined;
  }

  get binding(): undefined {
    return undefined;
  }

  get events(): readonly never[] {
    return NONE;
  }

  get obligations(): readonly never[] {
    return NONE;
  }

  get ports(): readonly never[] {
    return NONE;
  }

  get follows(): readonly never[] {
    return NONE;
  }

  get amends(): readonly never[] {
    return NONE;
  }

  get supersedes(): readonly never[] {
    return NONE;
  }

  get under(): readonly never[] {
    return NONE;
  }

  get recognizes(): readonly never[] {
    return NONE;
  }
}
