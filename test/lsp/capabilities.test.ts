import { describe, expect, test } from 'vitest';
import type { FoldingRange, Hover, SemanticTokens } from 'vscode-languageserver-protocol';
import { CAPABILITIES, Editor, MemoryHost, positionIn } from './harness.ts';

/** What the server answers depends on what the editor can. */

const URI = 'file:///case/a.agreement';
const TEXT = `agreement A : MRA {
    between US and BR
    note """one
        two"""
}
`;

async function editorThatCan(textDocument: object, experimental: unknown = undefined): Promise<Editor> {
  const host = new MemoryHost();
  host.files.set(URI, TEXT);
  const editor = Editor.inProcess(host);
  const capabilities = {
    ...CAPABILITIES,
    experimental,
    textDocument: { ...CAPABILITIES.textDocument, ...textDocument },
  };
  await editor.begin({ folders: ['file:///case'], capabilities });
  await editor.open(URI, TEXT);
  await editor.settled();
  return editor;
}

async function tokensFor(semanticTokens: object, experimental?: unknown): Promise<readonly string[]> {
  const all = { ...CAPABILITIES.textDocument?.semanticTokens, ...semanticTokens };
  using editor = await editorThatCan({ semanticTokens: all }, experimental);
  const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri: URI },
  });
  const { tokenTypes = [] } = editor.greeting?.capabilities.semanticTokensProvider?.legend ?? {};
  return Array.from({ length: data.length / 5 }, (_, i) => `${tokenTypes[data[5 * i + 3] ?? 0]} ${data[5 * i + 2]}`);
}

describe('semantic tokens', () => {
  test('an editor with a grammar of its own is told the names alone', async () => {
    expect(await tokensFor({}, { agreementGrammar: true })).toEqual([
      'class 1',
      'type 3',
      'namespace 2',
      'namespace 2',
    ]);
  });

  test('a text of several lines is one token, or one a line', async () => {
    const whole = await tokensFor({ multilineTokenSupport: true });
    const cut = await tokensFor({ multilineTokenSupport: false });
    expect(whole.filter((t) => t.startsWith('string'))).toEqual(['string 21']);
    expect(cut.filter((t) => t.startsWith('string'))).toEqual(['string 6', 'string 14']);
  });
});

describe('folding', () => {
  test('by lines the closing brace stays in sight', async () => {
    using editor = await editorThatCan({ foldingRange: { lineFoldingOnly: true } });
    const found = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
    expect(found).toEqual([
      { startLine: 0, endLine: 3 },
      { startLine: 2, endLine: 3 },
    ]);
  });

  test('no more than the editor wants', async () => {
    using editor = await editorThatCan({ foldingRange: { lineFoldingOnly: true, rangeLimit: 1 } });
    const found = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
    expect(found).toEqual([{ startLine: 0, endLine: 3 }]);
  });
});

describe('hover', () => {
  test('plain text for an editor that shows no Markdown', async () => {
    using editor = await editorThatCan({ hover: { contentFormat: ['plaintext'] } });
    const position = positionIn(TEXT, TEXT.indexOf('US'));
    const hover = await editor.request<Hover>('textDocument/hover', { textDocument: { uri: URI }, position });
    expect(hover.contents).toMatchObject({ kind: 'plaintext' });
    expect((hover.contents as { value: string }).value).toContain('jurisdiction US\n');
    expect((hover.contents as { value: string }).value).not.toMatch(/\*\*|\]\(/);
  });
});
