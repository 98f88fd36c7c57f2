import { expect, test } from 'vitest';
import { FileChangeType, type Location } from 'vscode-languageserver-protocol';
import type { ProjectState } from '../../server/protocol.ts';
import { Editor, MemoryHost } from './harness.ts';
import { sentFindings } from './support/sent.ts';

const { Created, Changed, Deleted } = FileChangeType;

/** An editor with some folders open, over files by their URIs. */
async function editorOver(files: Record<string, string>, folders: readonly string[], settings?: unknown) {
  const host = new MemoryHost();
  for (const [uri, text] of Object.entries(files)) host.files.set(uri, text);
  const editor = Editor.inProcess(host);
  await editor.begin({ folders, settings });
  await editor.settled();
  return { host, editor };
}

/** The codes found in a file. */
const codes = (editor: Editor, uri: string) => (editor.diagnostics.get(uri) ?? []).map(({ code }) => code);

const USES = 'agreement A : CMAA { between CBP and MX signed 2000 cites "https://example.org" }';
const DECLARES = 'party CBP "Customs" { of US }';

test('a folder inside with a project file is another project: names do not cross', async () => {
  const { editor } = await editorOver(
    {
      'file:///w/a.agreement': USES,
      'file:///w/inner/agreement.json': '{}',
      'file:///w/inner/b.agreement': DECLARES,
    },
    ['file:///w'],
  );
  using _ = editor;
  expect(codes(editor, 'file:///w/a.agreement')).toContain('unresolved-reference');
  expect(editor.projects.map((p) => p.folder)).toEqual(['file:///w', 'file:///w/inner']);
});

test('without the project file it is one project', async () => {
  const { editor } = await editorOver({ 'file:///w/a.agreement': USES, 'file:///w/inner/b.agreement': DECLARES }, [
    'file:///w',
  ]);
  using _ = editor;
  expect(codes(editor, 'file:///w/a.agreement')).not.toContain('unresolved-reference');
});

test('every open folder is a project of its own', async () => {
  const { editor } = await editorOver({ 'file:///one/a.agreement': USES, 'file:///two/b.agreement': DECLARES }, [
    'file:///one',
    'file:///two',
  ]);
  using _ = editor;
  expect(codes(editor, 'file:///one/a.agreement')).toContain('unresolved-reference');
});

test('a folder that is opened later is read, and what is found is taken back when it is closed', async () => {
  const { editor } = await editorOver({ 'file:///one/a.agreement': DECLARES, 'file:///two/b.agreement': USES }, [
    'file:///one',
  ]);
  using _ = editor;
  const folder = { uri: 'file:///two', name: 'two' };
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
  await editor.settled();
  expect(codes(editor, 'file:///two/b.agreement')).toContain('unresolved-reference');
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
  await editor.settled();
  expect(codes(editor, 'file:///two/b.agreement')).toEqual([]);
});

test('a project file that appears parts a project, and one that goes joins it again', async () => {
  const { host, editor } = await editorOver(
    { 'file:///w/a.agreement': USES, 'file:///w/inner/b.agreement': DECLARES },
    ['file:///w'],
  );
  using _ = editor;
  const uri = 'file:///w/inner/agreement.json';
  host.files.set(uri, '{}');
  await editor.filesChanged({ uri, type: Created });
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).toContain('unresolved-reference');
  host.files.delete(uri);
  await editor.filesChanged({ uri, type: Deleted });
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).not.toContain('unresolved-reference');
});

test('globs say which files belong to it', async () => {
  const settings = '{ "include": ["records/**/*.agreement"], "exclude": ["records/drafts/**"] }';
  const { editor } = await editorOver(
    {
      'file:///w/agreement.json': settings,
      'file:///w/records/a.agreement': USES,
      'file:///w/records/drafts/b.agreement': DECLARES,
      'file:///w/elsewhere/c.agreement': 'party (',
    },
    ['file:///w'],
  );
  using _ = editor;
  expect(codes(editor, 'file:///w/records/a.agreement')).toContain('unresolved-reference');
  expect(codes(editor, 'file:///w/elsewhere/c.agreement')).toEqual([]);
  await editor.open('file:///w/agreement.json', settings.replace('records/drafts/**', 'none/**'));
  await editor.settled();
  expect(codes(editor, 'file:///w/records/a.agreement')).not.toContain('unresolved-reference');
});

test('what is wrong in a project file is shown on it, and goes when it is mended', async () => {
  const uri = 'file:///w/agreement.json';
  const { host, editor } = await editorOver({ [uri]: '{\n  "rulez": {}\n}' }, ['file:///w']);
  using _ = editor;
  expect(sentFindings(editor.diagnostics)).toEqual([
    expect.stringMatching(/^file:\/\/\/w\/agreement\.json:2:3-2:10 error unknown-setting: /),
  ]);
  host.files.set(uri, '{}');
  await editor.filesChanged({ uri, type: Changed });
  await editor.settled();
  expect(codes(editor, uri)).toEqual([]);
});

test('the text in the editor goes before the file, and the file counts again when it is closed', async () => {
  const { editor } = await editorOver({ 'file:///w/a.agreement': USES, 'file:///w/b.agreement': DECLARES }, [
    'file:///w',
  ]);
  using _ = editor;
  await editor.open('file:///w/b.agreement', '');
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).toContain('unresolved-reference');
  await editor.filesChanged({ uri: 'file:///w/b.agreement', type: Changed });
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).toContain('unresolved-reference');
  await editor.close('file:///w/b.agreement');
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).not.toContain('unresolved-reference');
});

test('files that come, change and go are followed', async () => {
  const { host, editor } = await editorOver({ 'file:///w/a.agreement': USES }, ['file:///w']);
  using _ = editor;
  const uri = 'file:///w/b.agreement';
  const seen: boolean[] = [];
  for (const [text, type] of [
    [DECLARES, Created],
    ['party RFB', Changed],
    [DECLARES, Changed],
    [undefined, Deleted],
  ] as const) {
    if (text === undefined) host.files.delete(uri);
    else host.files.set(uri, text);
    await editor.filesChanged({ uri, type });
    await editor.settled();
    seen.push(codes(editor, 'file:///w/a.agreement').includes('unresolved-reference'));
  }
  expect(seen).toEqual([false, true, false, true]);
});

test('a folder that goes takes its files with it; one that is renamed brings them back', async () => {
  const { host, editor } = await editorOver({ 'file:///w/a.agreement': USES, 'file:///w/old/b.agreement': DECLARES }, [
    'file:///w',
  ]);
  using _ = editor;
  host.files.delete('file:///w/old/b.agreement');
  await editor.filesChanged({ uri: 'file:///w/old', type: Deleted });
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).toContain('unresolved-reference');
  host.files.set('file:///w/new/b.agreement', DECLARES);
  await editor.notify('workspace/didRenameFiles', { files: [{ oldUri: 'file:///w/old', newUri: 'file:///w/new' }] });
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).not.toContain('unresolved-reference');
});

test('a document outside of all folders belongs with the files beside it, or to the project above it', async () => {
  const { editor } = await editorOver(
    {
      'file:///desk/a.agreement': USES,
      'file:///desk/b.agreement': DECLARES,
      'file:///project/agreement.json': '{}',
      'file:///project/parties.agreement': DECLARES,
      'file:///project/records/c.agreement': USES,
    },
    [],
  );
  using _ = editor;
  await editor.open('file:///desk/a.agreement', USES);
  await editor.open('file:///project/records/c.agreement', USES);
  await editor.settled();
  expect(codes(editor, 'file:///desk/a.agreement')).not.toContain('unresolved-reference');
  expect(codes(editor, 'file:///project/records/c.agreement')).not.toContain('unresolved-reference');
  expect(editor.projects.map((p) => p.folder).sort()).toEqual(['file:///desk', 'file:///project']);
  await editor.close('file:///desk/a.agreement');
  await editor.settled();
  expect(editor.projects.map((p) => p.folder)).toEqual(['file:///project']);
});

test('an untitled document sees the only project there is, and views of the past see none', async () => {
  const { editor } = await editorOver({ 'file:///w/b.agreement': DECLARES }, ['file:///w']);
  using _ = editor;
  await editor.open('untitled:Untitled-1', USES);
  await editor.open('git:/w/b.agreement?HEAD', DECLARES);
  await editor.settled();
  expect(codes(editor, 'untitled:Untitled-1')).not.toContain('unresolved-reference');
  expect([...editor.diagnostics.values()].flat().map(({ code }) => code)).not.toContain('duplicate-name');
});

test('however the editor escapes a URI, it is one file', async () => {
  const { editor } = await editorOver({ 'file:///w/a%20%28b%29.agreement': DECLARES }, ['file:///w']);
  using _ = editor;
  await editor.open('file:///w/a%20(b).agreement', DECLARES);
  await editor.open('file:///w/a.agreement', USES);
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).not.toContain('unresolved-reference');
  const params = { textDocument: { uri: 'file:///w/a.agreement' }, position: { line: 0, character: 30 }, context: {} };
  const found = await editor.request<Location[]>('textDocument/references', params);
  expect(found.map(({ uri }) => uri)).toContain('file:///w/a%20(b).agreement');
});

test('evidence is looked at when it is named, and again when it changes', async () => {
  const uri = 'file:///w/evidence/a.pdf';
  const source = `party P { of US }\nsource s "A source" { publisher P file "evidence/a.pdf" sha256 "${'a'.repeat(64)}" }`;
  const { host, editor } = await editorOver({ 'file:///w/a.agreement': source }, ['file:///w']);
  using _ = editor;
  expect(codes(editor, 'file:///w/a.agreement')).toContain('invalid-source');
  const globs = editor.registrations.flatMap(({ registerOptions }) =>
    ((registerOptions as { watchers?: { globPattern: string }[] })?.watchers ?? []).map((w) => w.globPattern),
  );
  expect(globs).toContain('**/*.pdf');
  host.evidenceFiles.set(uri, { state: 'present', sha256: 'a'.repeat(64) });
  await editor.filesChanged({ uri, type: Created });
  await editor.settled();
  expect(codes(editor, 'file:///w/a.agreement')).not.toContain('invalid-source');
});

const PENDING = `${DECLARES}\n${USES.replace('signed 2000', 'signed 2020-01-01')}`;

test.each([
  [
    'the editor',
    { 'file:///w/agreement.json': '{ "asOf": "2022-01-01" }' },
    { asOf: '2019-01-01' },
    '2019-01-01',
    'editor',
    true,
  ],
  ['the project', { 'file:///w/agreement.json': '{ "asOf": "2019-06-01" }' }, {}, '2019-06-01', 'project', true],
  [
    'the project, later',
    { 'file:///w/agreement.json': '{ "asOf": "2022-01-01" }' },
    null,
    '2022-01-01',
    'project',
    false,
  ],
] as const)('the day to judge at is set by %s', async (_who, files, settings, asOf, asOfFrom, isFuture) => {
  const { editor } = await editorOver({ 'file:///w/a.agreement': PENDING, ...files }, ['file:///w'], settings);
  using _ = editor;
  expect(editor.projects).toEqual([expect.objectContaining({ asOf, asOfFrom })]);
  expect(codes(editor, 'file:///w/a.agreement').includes('future-event')).toBe(isFuture);
});

test('settings that change are applied at once; the project file goes before the editor', async () => {
  const files = {
    'file:///w/agreement.json': '{ "rules": { "unused-declaration": "error" } }',
    'file:///w/a.agreement': 'party Nobody { of US }\nport P { locode USNYC }\nparty Nobody2 { of ZZ }',
  };
  const { editor } = await editorOver(files, ['file:///w']);
  using _ = editor;
  const uri = 'file:///w/a.agreement';
  expect(codes(editor, uri)).toContain('unresolved-reference');
  editor.settings = { rules: { 'unresolved-reference': 'off', 'unused-declaration': 'off' } };
  await editor.notify('workspace/didChangeConfiguration', { settings: null });
  await editor.settled();
  expect(codes(editor, uri)).not.toContain('unresolved-reference');
  expect(codes(editor, uri)).toContain('unused-declaration');
});

test('the state of every project is told', async () => {
  const { editor } = await editorOver(
    { 'file:///w/agreement.json': '{ "asOf": "2026-01-01" }', 'file:///w/a.agreement': 'party P { of ZZ }' },
    ['file:///w'],
  );
  using _ = editor;
  const expected: ProjectState = {
    folder: 'file:///w',
    name: 'w',
    settings: 'file:///w/agreement.json',
    asOf: '2026-01-01',
    asOfFrom: 'project',
    files: 1,
    findings: expect.objectContaining({ error: 1 }),
  };
  expect(editor.projects).toEqual([expected]);
});

test('everything is read and judged anew when asked', async () => {
  const { host, editor } = await editorOver({ 'file:///w/a.agreement': USES, 'file:///w/b.agreement': DECLARES }, [
    'file:///w',
  ]);
  using _ = editor;
  host.files.set('file:///w/b.agreement', 'party RFB');
  host.files.set('file:///w/c.agreement', 'party MX { of MX }');
  const { projects } = await editor.request<{ projects: ProjectState[] }>('agreement/check');
  expect(projects).toEqual([expect.objectContaining({ files: 3 })]);
  expect(codes(editor, 'file:///w/a.agreement')).toContain('unresolved-reference');
});

test('a folder that is closed before it is listed leaves nothing behind', async () => {
  const { host, editor } = await editorOver(
    { 'file:///two/agreement.json': '{}', 'file:///two/b.agreement': USES },
    [],
  );
  using _ = editor;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  host.before = () => gate;
  const folder = { uri: 'file:///two', name: 'two' };
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
  letGo();
  await editor.settled();
  expect(editor.projects).toEqual([]);
  expect([...editor.diagnostics.values()].flat()).toEqual([]);
});

test('what is set for an open folder holds for the projects in it', async () => {
  const files = { 'file:///w/inner/agreement.json': '{}', 'file:///w/inner/a.agreement': USES };
  const { editor } = await editorOver(files, ['file:///w'], { rules: { 'unresolved-reference': 'off' } });
  using _ = editor;
  expect(codes(editor, 'file:///w/inner/a.agreement')).not.toContain('unresolved-reference');
});

test('reading that takes long shows how far it is', async () => {
  const host = new MemoryHost();
  for (let i = 0; i < 200; i++) host.files.set(`file:///w/${i}.agreement`, `party P${i} { of US }`);
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  using editor = Editor.inProcess(host);
  const steps: { kind: string; percentage?: number }[] = [];
  editor.connection.onUnhandledProgress(({ value }) => steps.push(value as { kind: string }));
  host.before = () => gate;
  await editor.begin({ folders: ['file:///w'] });
  await expect.poll(() => steps.at(-1)?.kind).toBe('report');
  letGo();
  await editor.settled();
  await expect.poll(() => steps.at(-1)?.kind).toBe('end');
  expect(steps[0]).toMatchObject({ kind: 'begin', percentage: 0 });
});

test('untitled documents do not see each other', async () => {
  const { editor } = await editorOver({}, []);
  using _ = editor;
  await editor.open('untitled:Untitled-1', DECLARES);
  await editor.open('untitled:Untitled-2', USES);
  await editor.settled();
  expect(codes(editor, 'untitled:Untitled-2')).toContain('unresolved-reference');
});
