import type { Declaration, FileRecords, Role } from '../records/model.ts';
import { Outline, type OutlinedFile, sameList, type Use } from '../records/outline.ts';
import { isSeldom } from './uses.ts';

/** What was read of one file: all of it, or of its agreements what others find them by. */
export type FileRead = FileRecords | OutlinedFile;

/**
 * What was read of some files, for somebody else who takes them in: plain data without many small objects, so that a message carries it in no
 * time. Names hold neither line ends nor tabs.
 */
export interface Portion {
  /** Files of which all is kept. */
  readonly whole: readonly FileRecords[];
  /** The other files. */
  readonly uris: readonly string[];
  /** For each of these: how many declarations it has, and for each of them four numbers of its outline, or four of -1. */
  readonly numbers: Int32Array;
  /** For each outline a line: its name, its kind and its parties. */
  readonly lines: string;
  /** The declarations that are whole. */
  readonly others: readonly Declaration[];
  /** Uses by agreements in outline, by the agreement's number, in roles that somebody always asks about. */
  readonly uses: readonly (readonly [number, Role, string])[];
  /** Every name that something else than its own declaration uses, a line each. */
  readonly used: string;
}

/** Puts together what was read. */
export class Portions {
  private readonly whole: FileRecords[] = [];
  private readonly uris: string[] = [];
  private readonly numbers: number[] = [];
  private readonly lines: string[] = [];
  private readonly others: Declaration[] = [];
  private readonly uses: [number, Role, string][] = [];

  /** Adds a file. */
  add(file: FileRead): void {
    if (!('uses' in file)) {
      this.whole.push(file);
      return;
    }
    this.uris.push(file.uri);
    this.numbers.push(file.declarations.length);
    file.declarations.forEach((declaration, i) => {
      if (declaration instanceof Outline) this.outline(declaration, file.uses[i] ?? []);
      else {
        this.others.push(declaration);
        this.numbers.push(-1, -1, -1, -1);
      }
    });
  }

  /** All that was added; `names`: every name that something else than its own declaration uses there. */
  portion(names: ReadonlySet<string>): Portion {
    const { whole, uris, others, uses } = this;
    const numbers = Int32Array.from(this.numbers);
    return { whole, uris, numbers, lines: this.lines.join('\n'), others, uses, used: [...names].join('\n') };
  }

  private outline(outline: Outline, uses: readonly Use[]): void {
    for (const { name, role } of uses) if (!isSeldom(role)) this.uses.push([this.lines.length, role, name]);
    this.numbers.push(outline.start, outline.end, outline.titleStart, outline.titleEnd);
    this.lines.push([outline.called, outline.ofKind ?? '', ...outline.parties].join('\t'));
  }
}

/** The files of a portion. Names in roles that are seldom asked about are not among the uses. */
export function* filesOf(portion: Portion): Iterable<FileRead> {
  yield* portion.whole;
  const unpacked = new Unpacked(portion);
  for (const uri of portion.uris) yield unpacked.next(uri);
}

/** The outlined files of a portion, one after the other. */
class Unpacked {
  private readonly portion: Portion;
  private readonly lines: readonly string[];
  /** How much of each list has been taken. */
  private readonly taken = { numbers: 0, lines: 0, others: 0, uses: 0 };
  private parties: readonly string[] = [];

  constructor(portion: Portion) {
    this.portion = portion;
    this.lines = portion.lines.split('\n');
  }

  next(uri: string): OutlinedFile {
    const declarations: (Declaration | Outline)[] = [];
    const uses: (readonly Use[])[] = [];
    for (let left = this.number(); left > 0; left--) {
      const [start, end, titleStart, titleEnd] = [this.number(), this.number(), this.number(), this.number()];
      if (start === -1) {
        const declaration = this.portion.others[this.taken.others++] as Declaration;
        declarations.push(declaration);
        uses.push(declaration.names);
      } else {
        uses.push(this.uses());
        declarations.push(new Outline({ uri, start, end, titleStart, titleEnd, ...this.line() }));
      }
    }
    return { uri, declarations, uses };
  }

  private number(): number {
    return this.portion.numbers[this.taken.numbers++] as number;
  }

  /** The uses by the outline that comes next. */
  private uses(): readonly Use[] {
    const found: Use[] = [];
    for (;;) {
      const [outline, role, name] = this.portion.uses[this.taken.uses] ?? [];
      if (outline !== this.taken.lines || role === undefined || name === undefined) return found;
      found.push({ role, name });
      this.taken.uses++;
    }
  }

  private line(): Pick<Outline, 'called' | 'ofKind' | 'parties'> {
    const [called = '', ofKind, ...parties] = (this.lines[this.taken.lines++] as string).split('\t');
    this.parties = sameList(this.parties, parties);
    return { called, ofKind: ofKind || undefined, parties: this.parties };
  }
}
