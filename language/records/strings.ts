/**
 * Strings that records keep. Cutting one out of a text makes an engine keep the whole text alive for it, and names, places and persons come
 * again and again: so each is copied once, and the same string is given for equal stretches as long as its slot is not taken by another.
 */

/** A power of two. */
const SLOTS = 1 << 13;
const kept: (string | undefined)[] = new Array<string | undefined>(SLOTS);

/** The stretch of a text from `start` to `end` (UTF-16 offsets, end exclusive), without keeping the text alive. */
export function keep(text: string, start = 0, end = text.length): string {
  let hash = 0;
  for (let at = start; at < end; at++) hash = mix(hash, text.charCodeAt(at));
  return inSlot(hash, text, start, end);
}

/** The same for a stretch that is nothing but ASCII without the character of the code `but`; undefined where it is not. */
export function keepPlain(text: string, start: number, end: number, but: number): string | undefined {
  let hash = 0;
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char > 127 || char === but) return undefined;
    hash = mix(hash, char);
  }
  return inSlot(hash, text, start, end);
}

function mix(hash: number, char: number): number {
  return (Math.imul(hash, 31) + char) | 0;
}

function inSlot(hash: number, text: string, start: number, end: number): string {
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = kept[slot];
  if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known;
  const own = copy(text.slice(start, end));
  kept[slot] = own;
  return own;
}

/** A copy that stands alone: engines share the text of slices that are longer than this. */
export function copy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
