import { EMPTY } from '../records/common.ts';
import type { Agreement, Common, Declaration, FileRecords, Name } from '../records/model.ts';

/** So many files lie open side by side between two judgements: what a file refers to is often what its neighbours refer to. */
const OPEN = 8;

const NONE: readonly never[] = Object.freeze([]);

/** How a text is turned into records. */
export type Read = (text: string, uri: string) => FileRecords;

/**
 * Where a check of many files puts the agreements: their texts, to be read anew when somebody asks for more than what they are found by. A
 * project's parties, ports, programs and sources are few and asked for by everyone; its agreements are many and asked for by few. So a check
 * needs little more room than the texts, and spends no time on keeping records that it looks at once.
 */
export class Shelf {
  private readonly texts = new Map<string, string>();
  private readonly read: Read;
  private open = new Map<string, FileRecords>();
  private wholes = new Map<Agreement, Agreement>();

  constructor(read: Read) {
    this.read = read;
  }

  /** Takes a file; gives back what is to be kept of it: all but the inner parts of its agreements. */
  put(file: FileRecords, text: string): FileRecords {
    this.texts.set(file.uri, text);
    if (!file.declarations.some((d) => d.type === 'agreement')) return file;
    return { ...file, flaws: NONE, declarations: file.declarations.map(inBrief) };
  }

  /** The text of a file that was put here; undefined for another. */
  text(uri: string): string | undefined {
    return this.texts.get(uri);
  }

  /** Closes what lies open, if that is much. Records that were given out before are other objects from then on. */
  clear(): void {
    if (this.open.size < OPEN) return;
    // New ones: the table of a map that is cleared leads engines on to all that was ever in it.
    this.open = new Map();
    this.wholes = new Map();
  }

  /** A file with its agreements whole. `kept` is what `put` gave back; everything but agreements is the very same. */
  whole(kept: FileRecords): FileRecords {
    if (!kept.declarations.some((d) => d instanceof Brief)) return kept;
    return this.open.get(kept.uri) ?? this.opened(kept);
  }

  /** Whether more is known of the agreement than what is at hand. */
  isBrief(declaration: Declaration): boolean {
    return declaration instanceof Brief;
  }

  /** The agreement whole; `kept` is what is kept of its file. */
  wholeOf(agreement: Agreement, kept: FileRecords): Agreement {
    if (!this.wholes.has(agreement)) this.whole(kept);
    return this.wholes.get(agreement) ?? agreement;
  }

  /** The file read anew, for a look at it in passing: nothing in it is the same as in other answers. */
  anew(kept: FileRecords): FileRecords {
    return this.read(this.texts.get(kept.uri) ?? '', kept.uri);
  }

  private opened(kept: FileRecords): FileRecords {
    const { flaws, declarations } = this.anew(kept);
    const whole = {
      ...kept,
      flaws,
      declarations: kept.declarations.map((declaration, i) => this.pair(declaration, declarations[i])),
    };
    this.open.set(kept.uri, whole);
    return whole;
  }

  /** What stands for a declaration once it is read anew: an agreement's new record, and else the one that is kept. */
  private pair(kept: Declaration, anew: Declaration | undefined): Declaration {
    if (!(kept instanceof Brief) || anew?.type !== 'agreement') return kept;
    this.wholes.set(kept, anew);
    return anew;
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
