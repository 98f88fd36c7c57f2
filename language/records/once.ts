import type { Node } from '../syntax/tree.ts';
import type { Repeated } from './model.ts';
import { NONE, type Reader } from './reader.ts';

/** The statements that may stand once in a body, by the type of their node, and how they begin. */
export const ONCE: ReadonlyMap<string, string> = new Map([
  ['Type', 'type'],
  ['Since', 'since'],
  ['Until', 'until'],
  ['Locode', 'locode'],
  ['Located', 'located'],
  ['Mode', 'mode'],
  ['Url', 'url'],
  ['Evidence', 'file'],
  ['Published', 'published'],
  ['Retrieved', 'retrieved'],
  ['Publisher', 'publisher'],
  ['Binding', 'binding'],
  ['Between', 'between'],
  ['RunBy', 'run by'],
  ['From', 'from'],
  ['Due', 'due'],
  ['Every', 'every'],
  ['If', 'if'],
]);

/** The statements that may stand once and stand again. */
export function readRepeated(reader: Reader, statements: readonly Node[] | undefined): readonly Repeated[] {
  if (!statements || statements.length < 2 || countOnce(statements) < 2) return NONE;
  const first = new Map<string, Node>();
  const repeated: Repeated[] = [];
  for (const statement of statements) {
    const word = ONCE.get(statement.$type);
    if (word === undefined) continue;
    const before = first.get(word);
    if (before) repeated.push({ word, first: reader.span(before), ...reader.span(statement) });
    else first.set(word, statement);
  }
  return repeated.length ? repeated : NONE;
}

function countOnce(statements: readonly Node[]): number {
  let count = 0;
  for (const { $type } of statements) if (ONCE.has($type)) count++;
  return count;
}
