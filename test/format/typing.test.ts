import { expect, test } from 'vitest';
import { format, formatOnType, patched } from '../../language/format/index.ts';

/** A text with `|` where the caret stands, behind what was typed. */
function typed(marked: string, character: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return patched(text, formatOnType(text, offset, character));
}

test.each([
  ['a body', 'party A {\n|', 'party A {\n    '],
  ['a body in a body', 'agreement A {\n    signed 2015 {\n|', 'agreement A {\n    signed 2015 {\n        '],
  ['behind a statement', 'party A {\n    of US\n|\n}', 'party A {\n    of US\n    \n}'],
  ['before the end of a body', 'party A {\n    of US\n  |}', 'party A {\n    of US\n}'],
  ['a list that goes on', 'party A {\n    of US,\n|', 'party A {\n    of US,\n        '],
  ['behind a declaration', 'party A { of US }\n    |', 'party A { of US }\n'],
  ['within a text', 'party A {\n    note """\n|  x"""\n}', 'party A {\n    note """\n  x"""\n}'],
  ['within a comment', '/* x\n|   y */', '/* x\n   y */'],
])('a line end indents the new line: %s', (_, before, after) => {
  expect(typed(before, '\n')).toBe(after);
});

test.each([
  [
    'formats what it closes',
    'party   B\n\nparty   A {\nof   US\n    }|\nparty   C',
    'party   B\n\nparty A {\n    of US\n}\nparty   C',
  ],
  ['goes below what it closes', 'party A {\n    sort of US\n    }|', 'party A {\n    sort of US\n}'],
  [
    'closes a body in a body',
    'agreement A {\n    signed 2015 {\n  note "x"\n        }|',
    'agreement A {\n    signed 2015 {\n  note "x"\n    }',
  ],
  ['closes nothing', 'party A\n   }|', 'party A\n   }'],
  ['stands in a text', 'party A { note "x }|" }', 'party A { note "x }" }'],
])('a brace %s', (_, before, after) => {
  expect(typed(before, '}')).toBe(after);
});

test('another character changes nothing', () => {
  expect(formatOnType('party   A {', 11, '{')).toEqual([]);
});

test('a range takes whole statements, and leaves the others', () => {
  const text = 'party   A {\n  of   US\n  part   of\n     B\n}\nparty   C\n';
  const at = text.indexOf('of\n');
  const result = format(text, { range: { start: at, end: at } });
  expect(result.ok && patched(text, result.edits)).toBe('party   A {\n  of   US\n    part of B\n}\nparty   C\n');
});

test('edits are as small as can be', () => {
  const result = format('party A {\n  of US\n}\n');
  expect(result).toEqual({ ok: true, edits: [{ start: 12, end: 12, newText: '  ' }], left: [] });
});

test('what has errors is left, and said to be', () => {
  const result = format('party   A { sort }\nparty   B\n');
  expect(result).toEqual({ ok: true, edits: [{ start: 25, end: 27, newText: '' }], left: [{ start: 0, end: 18 }] });
});

test('another width of indentation', () => {
  const text = 'party A {\nof US\n}\n';
  const result = format(text, { tabSize: 2 });
  expect(result.ok && patched(text, result.edits)).toBe('party A {\n  of US\n}\n');
});

test('a brace that ends the file leaves the cursor where it is', () => {
  expect(formatOnType('port   Santos { locode BRSSZ }', 30, '}')).not.toContainEqual(
    expect.objectContaining({ start: 30 }),
  );
  expect(formatOnType('port Santos { locode BRSSZ }', 28, '}')).toEqual([]);
});
