import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Folder } from '../cli/cli.ts';
import { Editor } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');

test('a server on standard streams reads the disk, answers, and ends as it is told', async () => {
  using folder = new Folder({
    'a.agreement': '\uFEFFparty CBP { of ZZ }\n',
    'latin1.agreement': Uint8Array.from([0x70, 0xe9]),
    'notes.txt': 'party',
  });
  const uri = (name: string) => pathToFileURL(folder.at(name)).href;
  const editor = Editor.spawn([process.execPath, join(ROOT, 'server/main.ts'), '--stdio']);
  using _ = editor;
  const ended = new Promise<number | null>((resolve) => editor.process.on('exit', resolve));
  await editor.begin({ folders: [pathToFileURL(folder.path).href] });
  await editor.settled();
  expect([...editor.diagnostics.keys()]).toEqual([uri('a.agreement')]);
  const start = editor.diagnostics.get(uri('a.agreement'))?.find(({ code }) => code === 'unresolved-reference')
    ?.range.start;
  expect(start).toEqual({ line: 0, character: 15 });
  await editor.request('shutdown');
  const late = editor.request<never>('textDocument/hover', { textDocument: { uri: uri('a.agreement') } });
  await expect(late).rejects.toMatchObject({
    code: -32600,
    message: 'The request textDocument/hover came after shutdown.',
  });
  await editor.notify('exit');
  expect(await ended).toBe(0);
});

test('`agreement lsp` is the same server', async () => {
  using folder = new Folder({ 'a.agreement': 'party CBP { of ZZ }\n' });
  const editor = Editor.spawn([process.execPath, join(ROOT, 'cli/main.ts'), 'lsp', '--stdio']);
  using _ = editor;
  await editor.begin({ folders: [pathToFileURL(folder.path).href] });
  await editor.settled();
  expect(editor.diagnostics.size).toBe(1);
});
