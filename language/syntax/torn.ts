import { grammar } from '../generated/tables.ts';

/** Words that copied text holds together by what is no part of them: something that nobody sees, or a dash of print for `-`. */

/** Controls and marks of format that are no white space. */
const UNSEEN = '(?:(?!\\s)[\\p{Cc}\\p{Cf}])+';
const DASH = '[\u2010-\u2013\u2212\uFE63\uFF0D]';
const PART = '[\\p{L}\\p{M}\\p{Nd}_]+(?:-[\\p{L}\\p{M}\\p{Nd}_]+)*';

const [name = ''] = grammar.terminals['NAME'] ?? [];
const unseen = new RegExp(UNSEEN, 'gu');
const dash = new RegExp(DASH, 'gu');
const seam = new RegExp(`^(?:${UNSEEN}|${DASH})`, 'u');
const tornName = new RegExp(`(?:${name})(?:(?:${UNSEEN}|${DASH})${PART})+`, 'uy');

/** A stretch of something invisible; a sticky pattern. */
export const invisible: RegExp = new RegExp(UNSEEN, 'uy');

/** Where the torn word ends of which the first part stands from `start` to `end`; -1 where it is whole. */
export function endOfTorn(text: string, start: number, end: number): number {
  const char = text.charCodeAt(end);
  if (!(char > 127) || !seam.test(String.fromCharCode(char))) return -1;
  tornName.lastIndex = start;
  return tornName.test(text) ? tornName.lastIndex : -1;
}

/** The stretches of a word that nobody sees, from `start` to `end`. */
export function unseenIn(text: string, start: number, end: number): { readonly start: number; readonly end: number }[] {
  return [...text.slice(start, end).matchAll(unseen)].map((match) => {
    const first = start + match.index;
    return { start: first, end: first + match[0].length };
  });
}

/** Whether dashes of print stand in a word. */
export function hasDash(word: string): boolean {
  return word.search(dash) >= 0;
}

/** A word without what is no part of it. */
export function mended(word: string): string {
  return word.replace(unseen, '').replace(dash, '-');
}
