import { expect, test } from 'vitest';
import type {
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { Editor, MemoryHost, PULLING } from './harness.ts';

const A = 'file:///w/a.agreement';
const B = 'file:///w/b.agreement';
const USES = 'agreement A : Arrangement { between CBP and MX signed 2000 cites "https://example.org" }';
const DECLARES = 'party CBP "Customs" { of US }';

async function begin(files: Record<string, string>): Promise<Editor> {
  const host = new MemoryHost();
  for (const [uri, text] of Object.entries(files)) host.files.set(uri, text);
  const editor = Editor.inProcess(host);
  await editor.begin({ folders: ['file:///w'], capabilities: PULLING });
  await editor.settled();
  return editor;
}

const ask = (editor: Editor, uri: string, previousResultId?: string) =>
  editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

const askAll = (editor: Editor, previousResultIds: { uri: string; value: string }[]) =>
  editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

test('an editor that asks is sent nothing, and told nothing twice', async () => {
  using editor = await begin({ [A]: USES });
  await editor.open(A, USES);
  const first = await ask(editor, A);
  expect(first).toMatchObject({ kind: 'full', items: [{ code: 'unresolved-reference' }] });
  expect(await ask(editor, A, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  await editor.open(B, DECLARES);
  expect(await ask(editor, A, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  expect(editor.published).toEqual([]);
});

test('a question about the workspace stays open until there is something new', async () => {
  using editor = await begin({ [A]: USES });
  const { items } = await askAll(editor, []);
  const [report] = items as WorkspaceFullDocumentDiagnosticReport[];
  expect(report).toMatchObject({ uri: A, kind: 'full', items: [{ code: 'unresolved-reference' }] });
  const next = askAll(editor, [{ uri: A, value: report?.resultId ?? '' }]);
  await editor.open(B, `${DECLARES}\nparty (`);
  const news = (await next).items as WorkspaceFullDocumentDiagnosticReport[];
  expect(news.find(({ uri }) => uri === A)?.items).toEqual([]);
  expect(news.find(({ uri }) => uri === B)).toMatchObject({ version: 1, items: [{ code: 'syntax' }] });
});

test('a question about the workspace can be given up while it is open', async () => {
  using editor = await begin({ [A]: USES });
  const { items } = await askAll(editor, []);
  const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
  await expect(editor.cancelled('workspace/diagnostic', { previousResultIds })).rejects.toMatchObject({ code: -32800 });
});

test('the editor is told to ask again when other open documents have news', async () => {
  using editor = await begin({ [A]: USES });
  await editor.open(A, USES);
  await editor.open(B, '');
  await editor.settled();
  const refreshed = new Promise((resolve) =>
    editor.connection.onRequest('workspace/diagnostic/refresh', () => resolve(true)),
  );
  await editor.edit(B, 0, 0, DECLARES);
  expect(await refreshed).toBe(true);
});
