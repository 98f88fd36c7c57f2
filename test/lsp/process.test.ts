import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Editor } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A folder on the disk with these files. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

test('a server on standard streams reads the disk, answers, and ends as it is told', async () => {
  const folder = folderWith({
    'a.agreement': '\uFEFFparty CBP { of ZZ }\n',
    'latin1.agreement': Uint8Array.from([0x70, 0xe9]),
    'notes.txt': 'party',
  });
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const editor = Editor.spawn([process.execPath, join(ROOT, 'server/main.ts'), '--stdio']);
  using _ = editor;
  const ended = new Promise<number | null>((resolve) => editor.process.on('exit', resolve));
  await editor.begin({ folders: [pathToFileURL(folder).href] });
  await editor.settled();
  expect([...editor.diagnostics.keys()]).toEqual([uri('a.agreement')]);
  const start = editor.diagnostics.get(uri('a.agreement'))?.find(({ code }) => code === 'unresolved-reference')
    ?.range.start;
  expect(start).toEqual({ line: 0, character: 15 });
  await editor.request('shutdown');
  await editor.notify('exit');
  expect(await ended).toBe(0);
});

test('`agreement lsp` is the same server', async () => {
  const folder = folderWith({ 'a.agreement': 'party CBP { of ZZ }\n' });
  const editor = Editor.spawn([process.execPath, join(ROOT, 'cli/main.ts'), 'lsp', '--stdio']);
  using _ = editor;
  await editor.begin({ folders: [pathToFileURL(folder).href] });
  await editor.settled();
  expect(editor.diagnostics.size).toBe(1);
});
