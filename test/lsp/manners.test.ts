import { expect, test } from 'vitest';
import type { ResponseError } from 'vscode-jsonrpc';
import type { CodeAction, Diagnostic, Range, TextDocumentContentResult } from 'vscode-languageserver-protocol';
import { LIBRARY, rulePage } from '../../server/protocol.ts';
import { Editor, MemoryHost } from './harness.ts';

const A = 'file:///w/a.agreement';

async function begin(text: string, capabilities = {}): Promise<{ editor: Editor; host: MemoryHost }> {
  const host = new MemoryHost();
  host.files.set(A, text);
  const editor = Editor.inProcess(host);
  await editor.begin({ folders: ['file:///w'], ...capabilities });
  return { editor, host };
}

/** Something to wait at, until it is opened. */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

const HERE = { textDocument: { uri: A }, position: { line: 0, character: 7 } };
const POSITIONAL = ['completion', 'definition', 'hover', 'references', 'rename', 'prepareRename'];

test.each(POSITIONAL)('%s: what is no request is told so in a sentence', async (name) => {
  const { editor } = await begin('party CBP { of US }');
  using _ = editor;
  await editor.open(A, 'party CBP { of US }');
  for (const params of [
    {},
    { textDocument: {} },
    { textDocument: HERE.textDocument },
    { ...HERE, position: { line: 'a' } },
  ]) {
    const error: ResponseError = await editor.request<never>(`textDocument/${name}`, params).catch((reason) => reason);
    expect(error.code).toBe(-32602);
    expect(error.message).toMatch(/^The request names no (document|place): .+/);
    expect(error.message).not.toContain('\n');
  }
});

test.each([...POSITIONAL, 'documentSymbol', 'diagnostic'])(
  '%s: a document that is not open, or a place beyond the text, is no fault',
  async (name) => {
    const { editor } = await begin('party CBP { of US }');
    using _ = editor;
    await editor.open(A, 'party CBP { of US }');
    const params = { newName: 'B', context: {} };
    for (const at of [
      { ...HERE, textDocument: { uri: 'file:///w/none.agreement' } },
      { ...HERE, textDocument: { uri: '::: no uri' } },
      { ...HERE, position: { line: 999, character: 999 } },
    ]) {
      await expect(editor.request(`textDocument/${name}`, { ...params, ...at })).resolves.toBeDefined();
    }
  },
);

test('before the handshake nothing is answered, behind it what is known', async () => {
  const host = new MemoryHost();
  host.files.set(A, 'party CBP { of US }');
  using editor = Editor.inProcess(host);
  const codeOf = (method: string) => editor.request<{ code?: number } | null>(method, HERE).catch((reason) => reason);
  expect(await codeOf('textDocument/hover')).toMatchObject({ code: -32002 });
  expect(await codeOf('textDocument/unheardOf')).toMatchObject({ code: -32002 });
  await editor.begin({ folders: ['file:///w'] });
  await editor.open(A, 'party CBP { of US }');
  expect(await codeOf('textDocument/hover')).toMatchObject({ contents: {} });
  expect(await codeOf('textDocument/unheardOf')).toMatchObject({ code: -32601 });
});

test('of very many findings a hundred are mended at once, and any one where it is asked about', async () => {
  const names = Array.from({ length: 400 }, (_, i) => `Nobody-${i}`);
  const text = `agreement A {\n  between\n    ${names.join(',\n    ')}\n}`;
  const { editor } = await begin(text);
  using _ = editor;
  await editor.open(A, text);
  await editor.settled();
  const all = (editor.diagnostics.get(A) ?? []).filter(({ code }) => code === 'unresolved-reference');
  expect(all).toHaveLength(400);
  const mends = async (range: Range, diagnostics: readonly Diagnostic[]) => {
    const context = { diagnostics, only: ['quickfix'] };
    const found = await editor.request<CodeAction[]>('textDocument/codeAction', { ...HERE, range, context });
    return new Set(found.map((action) => action.diagnostics?.[0]?.message ?? action.title));
  };
  const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  expect((await mends(whole, all)).size).toBe(100);
  const last = all.at(-1) as Diagnostic;
  expect([...(await mends(last.range, all))]).toEqual([last.message]);
  expect([...(await mends(whole, [last]))]).toEqual([last.message]);
});

test('messages that make no sense are passed over', async () => {
  const { editor } = await begin('party CBP { of US }');
  using _ = editor;
  await editor.notify('textDocument/didChange', {
    textDocument: { uri: A, version: 2 },
    contentChanges: [{ text: 'x' }],
  });
  await editor.notify('textDocument/didClose', { textDocument: { uri: A } });
  await editor.notify('textDocument/didChange', {});
  await editor.notify('workspace/didChangeWatchedFiles', {});
  await editor.notify('$/unheardOf', {});
  await editor.settled();
  expect(editor.projects).toEqual([expect.objectContaining({ files: 1 })]);
});

/** An editor whose project waits to be read until it is let go. */
async function beginSlowly(text: string): Promise<{ editor: Editor; uri: string; letGo: () => void }> {
  const { editor, host } = await begin('');
  await editor.settled();
  const { promise, resolve } = gate();
  host.before = () => promise;
  host.files.set('file:///x/b.agreement', 'party CBP { of US }');
  const uri = 'file:///x/a.agreement';
  const folder = { uri: 'file:///x', name: 'x' };
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
  await editor.open(uri, text);
  return { editor, uri, letGo: resolve };
}

test('a request that is given up is answered so', async () => {
  const { editor, uri, letGo } = await beginSlowly('party RFB');
  using _ = editor;
  await expect(editor.cancelled('textDocument/hover', { ...HERE, textDocument: { uri } })).rejects.toMatchObject({
    code: -32800,
  });
  letGo();
});

test('an answer about a text that has changed while the project was being read is not given', async () => {
  const { editor, uri, letGo } = await beginSlowly('party RFB');
  using _ = editor;
  const answer = editor.request('textDocument/hover', { ...HERE, textDocument: { uri } });
  answer.catch(() => undefined);
  await editor.edit(uri, 0, 0, '\n');
  // What comes now is handled behind the change.
  await editor.request('agreement/rules');
  letGo();
  await expect(answer).rejects.toMatchObject({ code: -32801 });
});

test('while the project is being read a document is told what cannot be read in it, and nothing else', async () => {
  const { editor, uri, letGo } = await beginSlowly('agreement A : CMAA { between CBP and MX }\nparty (');
  using _ = editor;
  await expect.poll(() => editor.diagnostics.get(uri)?.map(({ code }) => code)).toEqual(['syntax']);
  letGo();
  await editor.settled();
  const codes = editor.diagnostics.get(uri)?.map(({ code }) => code);
  expect(codes).toContain('missing-source');
  expect(codes).not.toContain('unresolved-reference');
});

test('a finding leads to its rule, which has a page', async () => {
  const { editor } = await begin('agreement A { between US and MX }');
  using _ = editor;
  await editor.settled();
  const [finding] = editor.diagnostics.get(A) ?? [];
  expect(finding?.codeDescription?.href).toBe(rulePage(String(finding?.code)));
  const page = await editor.request<TextDocumentContentResult>('workspace/textDocumentContent', {
    uri: finding?.codeDescription?.href,
  });
  expect(page.text).toContain(`# ${finding?.code}`);
});

test('the library can be opened, and read from', async () => {
  const { editor } = await begin('party CBP { of US }');
  using _ = editor;
  // As VS Code spells it.
  const uri = LIBRARY.kinds.replace('///', '/');
  const { text } = await editor.request<TextDocumentContentResult>('workspace/textDocumentContent', { uri });
  expect(text).toContain('kind MRA');
  await editor.open(uri, text);
  await editor.settled();
  expect([...editor.diagnostics.keys()]).toEqual([A]);
  const symbols = await editor.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols.map(({ name }) => name)).toContain('MRA');
  const nothing = await editor.request('workspace/textDocumentContent', { uri: 'builtin:///library/none.agreement' });
  expect(nothing).toBeNull();
});

test('what only shows as unneeded is faded, and related records are named', async () => {
  const { editor } = await begin('party CBP { of US }\nparty CBP { of CA }\nport P { locode USNYC }');
  using _ = editor;
  await editor.settled();
  const found = editor.diagnostics.get(A) ?? [];
  expect(found.find(({ code }) => code === 'unused-declaration')?.tags).toEqual([1]);
  expect(found.find(({ code }) => code === 'duplicate-name')?.relatedInformation).toEqual([
    {
      location: { uri: A, range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } } },
      message: expect.any(String),
    },
  ]);
});

test('an editor that can do nothing special is served all the same', async () => {
  const { editor } = await begin('party CBP { of ZZ }', { capabilities: {} });
  using _ = editor;
  await editor.open(A, 'party CBP { of ZZ }\n');
  await editor.settled();
  expect(editor.diagnostics.get(A)).toMatchObject([{ code: 'unused-declaration' }, { code: 'unresolved-reference' }]);
  expect(editor.registrations).toEqual([]);
  const edit = await editor.request('textDocument/rename', { ...HERE, newName: 'RFB' });
  expect(edit).toMatchObject({ changes: { [A]: [{ newText: 'RFB' }] } });
});
