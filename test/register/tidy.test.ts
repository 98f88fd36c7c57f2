import { expect, test } from 'vitest';
import { tidy } from '../../language/tidy.ts';

/** The text without what is marked `»…«`. */
function without(marked: string): string {
  const edits: { start: number; end: number; newText: string }[] = [];
  let text = '';
  for (const part of marked.split(/(»[^«]*«)/)) {
    const isGone = part.startsWith('»');
    const inner = isGone ? part.slice(1, -1) : part;
    if (isGone) edits.push({ start: text.length, end: text.length + inner.length, newText: '' });
    text += inner;
  }
  return tidy(text, edits)
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

test.each([
  ['a statement on a line of its own', '{\n    a\n    »b«\n    c\n}\n', '{\n    a\n    c\n}\n'],
  ['with line ends as on Windows', '{\r\n    »b«  \r\n    c\r\n}', '{\r\n    c\r\n}'],
  ['a statement of several lines', '{\n  »b {\n    x\n  }«\n  c\n}', '{\n  c\n}'],
  ['a body on one line', '{ a »b« }', '{ a }'],
  ['the only statement of such a body', '{ »b« }', '{ }'],
  ['the first of two on a line', '{\n    »a« b\n}', '{\n    b\n}'],
  ['the last of two on a line', '{\n    a »b«\n}', '{\n    a\n}'],
  ['before a comment', '{\n    »a« // why\n}', '{\n    // why\n}'],
  ['a word before a mark', 'a »b«, c', 'a , c'],
  ['a declaration between others', 'a\n\n»b«\n\nc\n', 'a\n\nc\n'],
  ['the first of a file', '»a«\n\nb\n', 'b\n'],
  ['the last of a file', 'a\n»b«', 'a\n'],
  ['all there is', '»a«', ''],
  ['two whose spaces meet are taken as they are', '»a« »b« c', '  c'],
])('%s', (_, marked, expected) => {
  expect(without(marked)).toBe(expected);
});

test('what is written in the place of something is left alone', () => {
  const edits = [{ start: 2, end: 3, newText: 'c' }];
  expect(tidy('a b\n', edits)).toEqual(edits);
});
