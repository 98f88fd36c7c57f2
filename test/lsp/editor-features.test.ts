import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type DocumentLink,
  FileChangeType,
  InsertTextFormat,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol';
import { CAPABILITIES, Editor, MemoryHost, positionIn } from './harness.ts';

const FOLDER = 'file:///w';
const URI = `${FOLDER}/a.agreement`;

/** An editor with some files, of which the first is open. */
async function desk(texts: Readonly<Record<string, string>>, client: ClientCapabilities = CAPABILITIES) {
  const host = new MemoryHost();
  for (const [name, text] of Object.entries(texts)) host.files.set(`${FOLDER}/${name}`, text);
  const editor = Editor.inProcess(host);
  await editor.begin({ folders: [FOLDER], capabilities: client });
  const [first = ''] = Object.keys(texts);
  await editor.open(`${FOLDER}/${first}`, texts[first] ?? '');
  await editor.settled();
  return { editor, host };
}

/** A client that can all but some of what concerns text documents. */
function without(part: Partial<NonNullable<ClientCapabilities['textDocument']>>): ClientCapabilities {
  return { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, ...part } };
}

const at = (text: string, offset: number) => ({ textDocument: { uri: URI }, position: positionIn(text, offset) });

function actionsAt(editor: Editor, text: string, word: string, only?: string): Promise<CodeAction[]> {
  const { position } = at(text, text.indexOf(word));
  const context = { diagnostics: editor.diagnostics.get(URI) ?? [], ...(only && { only: [only] }) };
  const range = { start: position, end: position };
  return editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context });
}

const BROKEN =
  'agreement A : CMAA {\n  betwen US and BR\n  signed 2002 cites "https://www.example.org/a"\n}\nparty P { of US }\n';

describe('actions', () => {
  test('an action of a document that has changed is refused', async () => {
    const { editor } = await desk({ 'a.agreement': BROKEN });
    using _ = editor;
    const [action] = await actionsAt(editor, BROKEN, 'betwen');
    expect(action?.title).toContain('between');
    await editor.edit(URI, 0, 0, '// later\n');
    const refused = editor.request('codeAction/resolve', action);
    await expect(refused).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  test('an editor that does not ask for changes later gets them at once', async () => {
    const { editor } = await desk({ 'a.agreement': BROKEN }, without({ codeAction: {} }));
    using _ = editor;
    const [action] = await actionsAt(editor, BROKEN, 'betwen');
    expect(action?.edit?.documentChanges).toHaveLength(1);
    expect(action?.data).toBeUndefined();
  });

  test('nothing moves to a new file where the editor cannot make one', async () => {
    const workspace = { ...CAPABILITIES.workspace, workspaceEdit: { documentChanges: true } };
    const { editor } = await desk({ 'a.agreement': BROKEN }, { ...CAPABILITIES, workspace });
    using _ = editor;
    expect(await actionsAt(editor, BROKEN, 'party', 'refactor.move')).toEqual([]);
  });

  test('nothing moves where the project would not take the new file in', async () => {
    const { editor } = await desk({ 'a.agreement': BROKEN, 'agreement.json': '{ "include": ["a.agreement"] }' });
    using _ = editor;
    expect(await actionsAt(editor, BROKEN, 'party', 'refactor.move')).toEqual([]);
  });

  test('making all safe mends changes nothing before the editor does', async () => {
    const { editor } = await desk({ 'a.agreement': BROKEN });
    using _ = editor;
    const before = await editor.pulled();
    const [all] = await actionsAt(editor, BROKEN, 'party', 'source.fixAll');
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', all);
    expect(edit?.documentChanges).toHaveLength(1);
    expect(await editor.pulled()).toEqual(before);
  });

  test('what the program holds itself offers no actions and no lenses', async () => {
    const { editor } = await desk({ 'a.agreement': BROKEN });
    using _ = editor;
    const textDocument = { uri: 'builtin:///library/kinds.agreement' };
    const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
    const params = { textDocument, range, context: { diagnostics: [] } };
    expect(await editor.request('textDocument/codeAction', params)).toEqual([]);
    expect(await editor.request('textDocument/codeLens', { textDocument })).toBeNull();
    expect(await editor.request('textDocument/inlayHint', { textDocument, range })).toBeNull();
  });
});

describe('completion', () => {
  const complete = (editor: Editor, text: string, offset: number) =>
    editor.request<CompletionList>('textDocument/completion', at(text, offset));

  test('an editor without snippets gets words alone', async () => {
    const { editor } = await desk({ 'a.agreement': '' }, without({ completion: {} }));
    using _ = editor;
    const { items } = await complete(editor, '', 0);
    expect(items.map((item) => item.label)).toContain('agreement');
    expect(items.filter((item) => item.insertTextFormat === InsertTextFormat.Snippet)).toEqual([]);
  });

  test('of very many names the best are offered, and the editor is to ask again', async () => {
    const ports = Array.from({ length: 500 }, (_, i) => `port P${i} "Port ${i}"\n`).join('');
    const text = 'agreement A : CSI { between US and BR ports ';
    const { editor } = await desk({ 'a.agreement': text, 'ports.agreement': ports });
    using _ = editor;
    const list = await complete(editor, text, text.length);
    expect(list.isIncomplete).toBe(true);
    expect(list.items.length).toBeLessThan(250);
    await editor.edit(URI, text.length, text.length, 'P49');
    const narrowed = await complete(editor, `${text}P49`, text.length + 3);
    expect(narrowed.isIncomplete).toBe(false);
    expect(narrowed.items.map((item) => item.label)).toEqual(expect.arrayContaining(['P49', 'P490', 'P499']));
  });

  test('while few letters are typed the editor is to ask again: more of them may find titles', async () => {
    const before = 'agreement A : CSI { between US and BR ports ';
    const { editor } = await desk({ 'a.agreement': before, 'ports.agreement': 'port Zed\nport P { also "Zoo" }\n' });
    using _ = editor;
    await editor.replace(URI, `${before}Z`);
    const few = await complete(editor, `${before}Z`, before.length + 1);
    expect([few.isIncomplete, few.items[0]?.label]).toEqual([true, 'Zed']);
    await editor.replace(URI, `${before}Zoo`);
    const enough = await complete(editor, `${before}Zoo`, before.length + 3);
    expect([enough.isIncomplete, enough.items[0]?.label]).toEqual([false, 'P']);
    await editor.replace(URI, before);
    expect((await complete(editor, before, before.length)).isIncomplete).toBe(false);
  });

  test('nothing is offered within texts and comments', async () => {
    const text = 'agreement A : CSI { note "between " } // signed ';
    const { editor } = await desk({ 'a.agreement': text });
    using _ = editor;
    for (const offset of [text.indexOf(' "', 30) + 1, text.length]) {
      expect((await complete(editor, text, offset)).items).toEqual([]);
    }
  });

  test('an editor that reads no Markdown gets plain text', async () => {
    const text = 'agreement A : CM';
    const { editor } = await desk({ 'a.agreement': text }, without({ completion: {} }));
    using _ = editor;
    const item = (await complete(editor, text, text.length)).items.find(({ label }) => label === 'CMAA');
    const { documentation } = await editor.request<CompletionItem>('completionItem/resolve', item);
    expect(documentation).toContain('Customs Mutual Assistance Agreement');
    expect(documentation).not.toContain('**');
  });
});

describe('links', () => {
  const SOURCE = 'source s { file "evidence/s.pdf" sha256 "AB" }\n';

  async function linksWith(evidence: Parameters<MemoryHost['evidenceFiles']['set']>[1] | 'unseen') {
    const host = new MemoryHost();
    host.files.set(URI, SOURCE);
    if (evidence === 'unseen') host.looksAtEvidence = false;
    else host.evidenceFiles.set(`${FOLDER}/evidence/s.pdf`, evidence);
    using editor = Editor.inProcess(host);
    await editor.begin({ folders: [FOLDER] });
    await editor.open(URI, SOURCE);
    await editor.settled();
    return await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: URI } });
  }

  test.each([
    ['present, with its digest', { state: 'present', sha256: 'ab' } as const, [`${FOLDER}/evidence/s.pdf`, true]],
    ['present, with another', { state: 'present', sha256: 'cd' } as const, [`${FOLDER}/evidence/s.pdf`, false]],
    ['of which nobody knows', 'unseen' as const, [`${FOLDER}/evidence/s.pdf`, false]],
    ['missing', { state: 'missing' } as const, undefined],
    ['outside of the project', { state: 'outside' } as const, undefined],
  ])('a copy %s', async (_, evidence, expected) => {
    const links = (await linksWith(evidence)).map(({ target, tooltip }) => [target, tooltip?.includes('digest')]);
    expect(links).toEqual(expected ? [expected] : []);
  });
});

test('colours are asked for again when a name comes to mean something else, and not while other words are typed', async () => {
  const other = `${FOLDER}/b.agreement`;
  const use = 'agreement A : Arrangement { between P and BR }\n';
  const { editor } = await desk({ 'a.agreement': 'party P { of US }\n', 'b.agreement': use });
  using _ = editor;
  await editor.open(other, use);
  let asked = 0;
  editor.connection.onRequest('workspace/semanticTokens/refresh', () => {
    asked++;
    return null;
  });
  const typed = async (start: number, end: number, text: string): Promise<number> => {
    asked = 0;
    await editor.edit(URI, start, end, text);
    await editor.settled();
    await editor.settled();
    return asked;
  };
  await typed(0, 0, '// first\n');
  expect(await typed(0, 0, '// typed\n')).toBe(0);
  expect(await typed(18, 23, 'program')).toBe(1);
  expect(await typed(26, 27, 'Q')).toBe(1);
  expect(await typed(0, 0, '// typed again\n')).toBe(0);
});

test('hints and lenses are asked for again when another file changes, and not while the only open one is typed in', async () => {
  const { editor, host } = await desk({ 'a.agreement': 'party P { of US }\n' });
  using _ = editor;
  const asked: string[] = [];
  for (const what of ['inlayHint', 'codeLens']) {
    editor.connection.onRequest(`workspace/${what}/refresh`, () => {
      asked.push(what);
      return null;
    });
  }
  await editor.edit(URI, 0, 0, '// typed\n');
  await editor.settled();
  expect(asked).toEqual([]);
  const other = `${FOLDER}/b.agreement`;
  host.files.set(other, 'agreement A : Arrangement { between P and BR }\n');
  await editor.filesChanged({ uri: other, type: FileChangeType.Created });
  await editor.settled();
  await editor.settled();
  expect([...new Set(asked)].sort()).toEqual(['codeLens', 'inlayHint']);
  const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
  const { command } = await editor.request<CodeLens>('codeLens/resolve', lens);
  expect(command?.title).toBe('1 reference');
});
