import { libraryText } from '../../language/library.ts';
import type { Texts } from '../../language/snapshot.ts';
import { lineStarts } from '../../language/syntax/lines.ts';
import { Tokens } from '../../language/syntax/tokens.ts';
import { bytesOf, type InBatch, tokensOf } from '../ahead/batch.ts';
import { decode, withoutMark } from './text.ts';

/** A stretch of memory that texts are put into, in bytes; a longer text has one of its own. */
const STRETCH = 4 * 1024 * 1024;
/** How much of what was asked for last is kept as strings, in UTF-16 units. */
const AT_HAND = 256 * 1024;

/** The bytes of a text, and where it was read ahead. */
interface Place {
  readonly bytes: Buffer;
  readonly ahead: InBatch | undefined;
}

const NONE: readonly never[] = [];

/**
 * The texts of a project's files, as bytes outside of what the engine looks through for garbage: as strings that live long, 40 MB cost half a
 * second. Those that were asked for last are at hand.
 */
export class FileTexts implements Texts {
  private readonly places = new Map<string, Place>();
  private readonly hand = new Map<string, { readonly text: string; lines: Uint32Array | undefined }>();
  private atHand = 0;
  private stretch = new ArrayBuffer(0);
  private used = 0;

  /** Takes the bytes of a file, and gives back its text. Throws as `decode` does. */
  put(uri: string, bytes: Uint8Array): string {
    const text = decode(bytes);
    this.keep(uri, withoutMark(bytes));
    return text;
  }

  /** Takes a file that was read ahead, and gives back its tokens, or its text where there are none. */
  take(uri: string, ahead: InBatch): Tokens | string {
    this.places.set(uri, { bytes: bytesOf(ahead), ahead });
    return this.tokens(uri) ?? (this.text(uri) as string);
  }

  /** The tokens of a file, as long as nothing was found wrong in it; undefined where they are not at hand. */
  tokens(uri: string): Tokens | undefined {
    const ahead = this.places.get(uri)?.ahead;
    const plain = ahead && tokensOf(ahead);
    return plain && new Tokens(this.text(uri) as string, { ...plain, comments: NONE, faults: NONE });
  }

  /** The text of a file, or of one of the library's; undefined where it is not known. */
  text(uri: string): string | undefined {
    return this.at(uri)?.text;
  }

  /** Where the lines of a file begin, in UTF-16 offsets; undefined where it is not known. */
  lines(uri: string): Uint32Array | undefined {
    const found = this.at(uri);
    if (!found) return undefined;
    found.lines ??= lineStarts(found.text);
    return found.lines;
  }

  private at(uri: string): { readonly text: string; lines: Uint32Array | undefined } | undefined {
    const known = this.hand.get(uri);
    if (known) return known;
    const text = this.read(uri) ?? libraryText(uri);
    if (text === undefined) return undefined;
    const found = { text, lines: undefined };
    this.hand.set(uri, found);
    this.atHand += text.length;
    for (const [first, { text: old }] of this.hand) {
      if (this.atHand <= AT_HAND || first === uri) break;
      this.hand.delete(first);
      this.atHand -= old.length;
    }
    return found;
  }

  private read(uri: string): string | undefined {
    return this.places.get(uri)?.bytes.toString('utf8');
  }

  private keep(uri: string, bytes: Uint8Array): void {
    if (this.used + bytes.length > this.stretch.byteLength) {
      this.stretch = new ArrayBuffer(Math.max(STRETCH, bytes.length));
      this.used = 0;
    }
    const own = Buffer.from(this.stretch, this.used, bytes.length);
    own.set(bytes);
    this.places.set(uri, { bytes: own, ahead: undefined });
    this.used += bytes.length;
  }
}
