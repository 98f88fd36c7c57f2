import { grammar } from '../generated/tables.ts';
import { isKeyword, KIND, kindOf, type TokenKind } from './kinds.ts';
import { Sink } from './sink.ts';
import { closingQuotes, endOfBlock, endOfLine, endOfLineText, isQuote } from './texts.ts';
import type { Tokens } from './tokens.ts';
import { endOfTorn, hasDash, invisible, mended, unseenIn } from './torn.ts';
import { hashOf, kindOfWord, mix } from './words.ts';

export type { Comment, Tokens } from './tokens.ts';

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const STAR = 42;
const HYPHEN = 45;
const SLASH = 47;
const BACKSLASH = 92;
const IN = kindOf('in');

/** What a token may be that begins with this ASCII character. */
const OTHER = 0;
const SPACE = 1;
const LETTER = 2;
const PUNCTUATION = 3;
const VALUE = 4;

const name = terminal('NAME');
const value = terminal('VALUE');
const inForce = terminal('IN_FORCE');
const white = /\s+/y;
/** How the text of a web page has some characters: `&amp;`, `&nbsp;`, `&#8211;`. */
const htmlEntity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iy;

const classes = new Uint8Array(128);
const inName = new Uint8Array(128);
const punctuation = new Uint8Array(128);
/** Two characters that may begin a date and also begin a word: `Ja`, `un`. */
const pairs = new Uint8Array(128 * 128);

for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (matches(white, char)) classes[code] = SPACE;
  else if (matches(name, char)) classes[code] = LETTER;
  else if (grammar.valueStarts.includes(char)) classes[code] = VALUE;
  if (matches(name, `a${char}`)) inName[code] = 1;
}
grammar.kinds.forEach((word, kind) => {
  if (word.length !== 1 || kind === KIND.unknown || isKeyword(kind)) return;
  classes[word.charCodeAt(0)] = PUNCTUATION;
  punctuation[word.charCodeAt(0)] = kind;
});
for (const pair of grammar.valuePairs) pairs[pair.charCodeAt(0) * 128 + pair.charCodeAt(1)] = 1;

function terminal(rule: string): RegExp {
  const [source, flags] = grammar.terminals[rule] ?? ['', ''];
  return new RegExp(source, `${flags}y`);
}

function matches(pattern: RegExp, text: string): boolean {
  return endOf(pattern, text, 0) === text.length;
}

/** Where the match of a sticky pattern at `start` ends; -1 where there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const sink = new Sink();

/**
 * Cuts a text into tokens, or the stretch of it from `from` to `to` (UTF-16 offsets; neither may lie in a token). Never fails: what is no
 * part of the language is a token of the kind `KIND.unknown`.
 */
export function scan(text: string, from = 0, to = text.length): Tokens {
  run(text, from, to);
  return sink.take(text);
}

/** The same of a whole text, in arrays that hold it only until the next text is scanned. */
export function scanInPassing(text: string): Tokens {
  run(text, 0, text.length);
  return sink.lend(text);
}

function run(text: string, from: number, to: number): void {
  const first = new Scanner(text, false);
  first.run(from, to);
  if (!first.openBlock) return;
  // A """ that nothing closes may have been closed by the beginning of another: now such texts end before a line that begins with a brace.
  sink.reset();
  new Scanner(text, true).run(from, to);
}

class Scanner {
  /** Whether a """ was never closed. */
  openBlock = false;
  readonly #text: string;
  readonly #cautious: boolean;
  /** Quotes that nothing closes up to the offset given: looked for once a line. */
  readonly #apostrophes = new Map<number, number>();
  /** 1 where the next token begins its line. */
  #fresh = 1;

  constructor(text: string, cautious: boolean) {
    this.#text = text;
    this.#cautious = cautious;
  }

  run(from: number, to: number): void {
    const text = this.#text;
    let at = from;
    while (at < to) {
      const char = text.charCodeAt(at);
      const is = char < 128 ? (classes[char] as number) : OTHER;
      if (is === SPACE) {
        if (char === NEWLINE || char === RETURN) this.#fresh = 1;
        at++;
      } else if (is === LETTER) at = this.#word(at);
      else if (is === PUNCTUATION) at = this.#add(punctuation[char] as number, at, at + 1);
      else if (char === QUOTE) at = this.#quoted(at);
      else at = this.#rare(at, char);
    }
  }

  #add(kind: TokenKind, start: number, end: number): number {
    sink.add(kind * 2 + this.#fresh, start, end);
    this.#fresh = 0;
    return end;
  }

  #word(start: number): number {
    const text = this.#text;
    const length = text.length;
    let hash = mix(0, text.charCodeAt(start));
    let end = start + 1;
    for (; end < length; end++) {
      let char = text.charCodeAt(end);
      if (char === HYPHEN && end + 1 < length) {
        const next = text.charCodeAt(end + 1);
        if (next >= 128) return this.#unicodeWord(start);
        if (inName[next] === 0) break;
        hash = mix(hash, char);
        char = next;
        end++;
      }
      if (char >= 128) {
        if (endOf(name, text, start) > end || endOfTorn(text, start, end) > 0) return this.#unicodeWord(start);
        break;
      }
      if (inName[char] === 0) break;
      hash = mix(hash, char);
    }
    return this.#asciiWord(start, end, hash);
  }

  #asciiWord(start: number, end: number, hash: number): number {
    const text = this.#text;
    const second = text.charCodeAt(start + 1);
    if (second < 128 && pairs[text.charCodeAt(start) * 128 + second] === 1) {
      const date = endOf(value, text, start);
      if (date >= end) return this.#add(KIND.value, start, date);
    }
    const kind = kindOfWord(text, start, end, hash);
    if (kind === IN) {
      const force = endOf(inForce, text, start);
      if (force > 0) return this.#add(KIND.inForce, start, force);
    }
    return this.#add(kind, start, end);
  }

  #unicodeWord(start: number): number {
    const text = this.#text;
    const end = endOf(name, text, start);
    const whole = endOfTorn(text, start, end);
    return whole > 0 ? this.#tornWord(start, whole) : this.#add(KIND.name, start, end);
  }

  /** A word that is held together by what is no part of it. */
  #tornWord(start: number, end: number): number {
    const token = sink.count;
    const text = this.#text;
    const written = text.slice(start, end);
    for (const stretch of unseenIn(text, start, end)) sink.faults.push({ token, is: 'invisible', ...stretch });
    if (hasDash(written)) sink.faults.push({ token, is: 'dash', start, end });
    const word = mended(written);
    return this.#add(kindOfWord(word, 0, word.length, hashOf(word)), start, end);
  }

  #quoted(start: number): number {
    const text = this.#text;
    if (text.startsWith('"""', start)) {
      const end = endOfBlock(text, start, this.#cautious);
      if (end > 0) return this.#add(KIND.text, start, end);
      this.openBlock = true;
      return this.#unclosed(start, -end);
    }
    const length = text.length;
    for (let at = start + 1; at < length; at++) {
      const char = text.charCodeAt(at);
      if (char === QUOTE) return this.#add(KIND.text, start, at + 1);
      if (char === BACKSLASH) return this.#escaped(start);
      if (char === NEWLINE || char === RETURN) break;
    }
    return this.#lineText(start);
  }

  /** A text with a backslash in it. */
  #escaped(start: number): number {
    const text = this.#text;
    const pattern = /\\(.?)|["\r\n]/g;
    pattern.lastIndex = start + 1;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '"') return this.#add(KIND.text, start, pattern.lastIndex);
      if (match[1] === undefined) break;
      if (match[1] !== '' && !'"\\nt'.includes(match[1])) {
        sink.faults.push({
          token: sink.count,
          is: 'escape',
          start: match.index,
          end: pattern.lastIndex,
        });
      }
    }
    return this.#lineText(start);
  }

  /** A text that its line does not close; or one that a typographic quote closes. */
  #lineText(start: number): number {
    const end = endOfLineText(this.#text, start);
    if (end > 0) return this.#unclosed(start, end);
    sink.faults.push({ token: sink.count, is: 'quotes', start, end: -end });
    return this.#add(KIND.text, start, -end);
  }

  #unclosed(start: number, end: number): number {
    sink.faults.push({ token: sink.count, is: 'unclosed-text', start, end });
    return this.#add(KIND.text, start, end);
  }

  #rare(start: number, char: number): number {
    const text = this.#text;
    if (char === SLASH) {
      const next = text.charCodeAt(start + 1);
      if (next === SLASH) return this.#lineComment(start);
      if (next === STAR) return this.#blockComment(start);
    }
    if (endOf(name, text, start) > 0) return this.#unicodeWord(start);
    const number = endOf(value, text, start);
    if (number > 0) return this.#add(KIND.value, start, number);
    const space = endOf(white, text, start);
    if (space > 0) return space;
    const unseen = endOf(invisible, text, start);
    if (unseen > 0) {
      sink.faults.push({ token: sink.count, is: 'invisible', start, end: unseen });
      return unseen;
    }
    const quoted = this.#endOfQuoted(start, char);
    if (quoted > 0) {
      sink.faults.push({ token: sink.count, is: 'quotes', start, end: quoted });
      return this.#add(KIND.text, start, quoted);
    }
    if (quoted < 0) return this.#unclosed(start, -quoted);
    const entity = endOf(htmlEntity, text, start);
    if (entity > 0) return this.#add(KIND.unknown, start, entity);
    return this.#add(KIND.unknown, start, start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1));
  }

  /** What `closingQuotes` says; a line in which nothing closes such quotes is looked through once. */
  #endOfQuoted(start: number, char: number): number {
    const text = this.#text;
    if (!isQuote(text.charAt(start)) || start < (this.#apostrophes.get(char) ?? 0)) return 0;
    const end = closingQuotes(text, start);
    if (end === 0) this.#apostrophes.set(char, endOfLine(text, start));
    return end;
  }

  #lineComment(start: number): number {
    const text = this.#text;
    let end = start + 2;
    while (end < text.length && text.charCodeAt(end) !== NEWLINE && text.charCodeAt(end) !== RETURN) end++;
    sink.comments.push({ start, end, before: sink.count });
    return end;
  }

  #blockComment(start: number): number {
    const text = this.#text;
    const close = text.indexOf('*/', start + 2);
    const end = close < 0 ? text.length : close + 2;
    if (close < 0)
      sink.faults.push({
        token: sink.count,
        is: 'unclosed-comment',
        start,
        end,
      });
    if (/[\r\n]/.test(text.slice(start, end))) this.#fresh = 1;
    sink.comments.push({ start, end, before: sink.count });
    return end;
  }
}
