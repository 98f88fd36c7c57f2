import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  FoldingRange,
  Hover,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { Editor, MemoryHost, positionIn, render } from './harness.ts';

/** Whatever a document looks like and wherever it is asked about: answers hold together. */

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../examples/us-brazil.agreement'), 'utf8');

const TEXTS = {
  whole: EXAMPLE,
  'broken off': EXAMPLE.slice(0, 1500),
  'without braces': EXAMPLE.replaceAll(/[{}]/g, ''),
  'without quotes': EXAMPLE.replaceAll('"', ''),
  'every third word lost': EXAMPLE.replaceAll(/(\S+\s+\S+\s+)\S+/g, '$1'),
  'CRLF and NFD': EXAMPLE.replaceAll('Brazil', 'Brésil'.normalize('NFD')).replaceAll('\n', '\r\n'),
};

describe.each(Object.entries(TEXTS))('%s', (name, text) => {
  const uri = `file:///case/${encodeURIComponent(name)}.agreement`;
  const textDocument = { uri };
  let editor: Editor;
  beforeAll(async () => {
    editor = Editor.inProcess(new MemoryHost());
    await editor.begin({ folders: ['file:///case'] });
    await editor.open(uri, text);
    await editor.settled();
  });
  afterAll(() => editor[Symbol.dispose]());

  const places = Array.from({ length: Math.ceil(text.length / 13) }, (_, i) => positionIn(text, i * 13));

  test('a hover is about what the pointer rests on', async () => {
    for (const position of places) {
      const found = await editor.request<Hover | null>('textDocument/hover', { textDocument, position });
      if (found?.range) expect(holds(found.range, position), JSON.stringify(position)).toBe(true);
    }
  });

  test('each selection lies in the next and holds the place', async () => {
    const all = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: places,
    });
    expect(all).toHaveLength(places.length);
    for (const [i, smallest] of all.entries()) {
      expect(holds(smallest.range, places[i] as Position)).toBe(true);
      for (let step = smallest; step.parent; step = step.parent) {
        expect(isWithin(step.range, step.parent.range)).toBe(true);
        expect(step.range).not.toEqual(step.parent.range);
      }
    }
  });

  test('tokens follow each other, and those of a range are among them', async () => {
    const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const spans = spansOf(data, text);
    for (const [i, { start, end }] of spans.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    }
    const range = { start: positionIn(text, 300), end: positionIn(text, 900) };
    const some = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
    const inRange = spans.filter(({ start, end }) => start < 900 && end > 300);
    expect(spansOf(some.data, text)).toEqual(inRange);
  });

  test('folds hide something and never cross', async () => {
    const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    for (const a of folds) {
      expect(a.endLine).toBeGreaterThan(a.startLine);
      const crossing = folds.filter(
        (b) => a.startLine < b.startLine && b.startLine < a.endLine && a.endLine < b.endLine,
      );
      expect(crossing).toEqual([]);
    }
  });

  test('formatting changes white space alone, and once', async () => {
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await editor.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    const once = render.apply(text, edits);
    expect(once.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    await editor.edit(uri, 0, text.length, once);
    expect(await editor.request('textDocument/formatting', { textDocument, options })).toEqual([]);
  });
});

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function holds({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function isWithin(inner: Range, outer: Range): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

/** The stretches that tokens cover, by their numbers in the text. */
function spansOf(data: readonly number[], text: string): { start: number; end: number; type: number | undefined }[] {
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [down = 0, right = 0, length = 0, type] = data.slice(5 * i);
    line += down;
    character = down === 0 ? character + right : right;
    const start = render.offsetIn(text, { line, character });
    return { start, end: start + length, type };
  });
}
