import type { Port } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { isRepeated } from './known.ts';

/** A UN/LOCODE: an ISO 3166-1 alpha-2 code, and three letters or digits from 2 to 9. */
const FORM = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** Whether the text has the form of a UN/LOCODE. */
export function isLocode(text: string): boolean {
  return FORM.test(text);
}

/** The port's LOCODE; undefined where it states none, one of another form, or two. */
export function locodeOf(port: Port): string | undefined {
  const code = port.locode?.name;
  return code && isLocode(code) && !isRepeated(port, 'locode') ? code : undefined;
}

/** The country of a LOCODE: its first two letters. */
export function countryOf(locode: string): string {
  return locode.slice(0, 2);
}

/**
 * The jurisdictions the port lies in: what it states, and its LOCODE's country. Where the two contradict each other both may be meant.
 * Undefined where it tells neither, or a jurisdiction is not known.
 */
export function jurisdictionsOfPort(ask: Ask, port: Port): readonly string[] | undefined {
  if (port.of.some((list) => list.isCutShort)) return undefined;
  const code = locodeOf(port);
  const stated = port.of.flatMap((list) => list.names.map((n) => n.name));
  const all = [...new Set([...stated, ...(code ? [countryOf(code)] : [])])];
  return all.length && all.every((j) => ask.lookup(j)?.type === 'jurisdiction') ? all : undefined;
}
