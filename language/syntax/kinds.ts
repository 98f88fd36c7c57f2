import { grammar } from '../generated/tables.ts';

/** What a token is: an index into `grammar.kinds`. */
export type TokenKind = number;

const numbers = new Map(grammar.kinds.map((name, kind) => [name, kind]));

/** The kind of a keyword (`signed`, `{`) or of a terminal (`NAME`). Throws on a name that the grammar does not have. */
export function kindOf(name: string): TokenKind {
  const kind = numbers.get(name);
  if (kind === undefined) throw new Error(`The grammar has no token ${name}.`);
  return kind;
}

/** The kinds that code asks for by name. */
export const KIND = {
  unknown: 0,
  end: 1,
  value: kindOf('VALUE'),
  name: kindOf('NAME'),
  text: kindOf('TEXT'),
  inForce: kindOf('IN_FORCE'),
  open: kindOf('{'),
  close: kindOf('}'),
  comma: kindOf(','),
} as const;

/** How a kind is written: a keyword as it stands, `in force`, or the name of the terminal. */
export function wordOfKind(kind: TokenKind): string {
  return kind === KIND.inForce ? 'in force' : (grammar.kinds[kind] ?? '');
}

/** Whether this kind is a word of the language (`signed`, `in force`), no punctuation and no terminal. */
export function isKeyword(kind: TokenKind): boolean {
  return keyword[kind] === 1;
}

const keyword = Uint8Array.from(grammar.kinds, (name, kind) => (/^[a-z][a-z0-9]*$/.test(name) && kind > 1 ? 1 : 0));
keyword[KIND.inForce] = 1;

const connectives = new Set(grammar.connectives);

/** Whether a name may be spelt like this keyword where it does not begin its line. */
export function isSoft(kind: TokenKind): boolean {
  return isKeyword(kind) && kind !== KIND.inForce && !connectives.has(grammar.kinds[kind] ?? '');
}

/**
 * A token's code is what the parser decides by: its kind doubled, plus one where it begins its line. It is what `Tokens` keeps.
 */
export type Code = number;

/** How many codes there are. */
export const CODES = grammar.kinds.length * 2;

/** The code of the end of the file: it begins its line, since nothing goes on there. */
export const END: Code = KIND.end * 2 + 1;
