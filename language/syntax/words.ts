import { grammar } from '../generated/tables.ts';
import { isKeyword, KIND, kindOf, type TokenKind } from './kinds.ts';

/** Finds the keyword that a stretch of the text spells, by its hash; the texts are compared in place, nothing is cut out. */
const SIZE = 1024;
const slots = new Int16Array(SIZE).fill(-1);
const spelt: string[] = [];
const kinds: TokenKind[] = [];

/** The hash of one more character; begin with 0. */
export function mix(hash: number, char: number): number {
  return (Math.imul(hash, 31) + char) | 0;
}

/** The hash of a word. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i));
  return hash;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 10)) & (SIZE - 1);
}

for (const word of grammar.kinds) {
  if (!isKeyword(kindOf(word)) || word === 'IN_FORCE') continue;
  let slot = slotOf(hashOf(word));
  while (slots[slot] !== -1) slot = (slot + 1) & (SIZE - 1);
  slots[slot] = spelt.length;
  spelt.push(word);
  kinds.push(kindOf(word));
}

/** The kind of the word at `start` (with the hash of its characters): a keyword's, or that of a name. */
export function kindOfWord(text: string, start: number, end: number, hash: number): TokenKind {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (SIZE - 1)) {
    const entry = slots[slot] as number;
    if (entry === -1) return KIND.name;
    const word = spelt[entry] as string;
    if (word.length === end - start && text.startsWith(word, start)) return kinds[entry] as TokenKind;
  }
}
