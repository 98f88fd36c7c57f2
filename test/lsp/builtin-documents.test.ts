import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type {
  CallHierarchyItem,
  ClientCapabilities,
  DefinitionLink,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  TypeHierarchyItem,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { libraryText } from '../../language/library.ts';
import { keep } from '../../server/copies.ts';
import { disk } from '../../server/disk.ts';
import { LIBRARY } from '../../server/protocol.ts';
import { CAPABILITIES, Editor, MemoryHost, positionIn } from './harness.ts';

const FOLDER = 'file:///w';
const URI = `${FOLDER}/a.agreement`;
const COPIES = 'file:///cache/agreement-records/builtin';
const TEXT = `kind Own specializes MRA
agreement A : Own {
  between US and BR
  follows A
  waive missing-source because "nobody says"
}
`;

/** An editor that cannot ask for the text of documents that only the server has. */
const { textDocumentContent: _, ...workspace } = CAPABILITIES.workspace ?? {};
const PLAIN: ClientCapabilities = { ...CAPABILITIES, workspace };

async function desk(text: string, copies: MemoryHost['copies'], capabilities = PLAIN) {
  const host = new MemoryHost();
  host.copies = copies;
  host.files.set(URI, text);
  const editor = Editor.inProcess(host);
  await editor.begin({ folders: [FOLDER], capabilities });
  await editor.open(URI, text);
  await editor.settled();
  return editor;
}

const at = (word: string) => ({ textDocument: { uri: URI }, position: positionIn(TEXT, TEXT.indexOf(word)) });

/** Every URI that the server names when it is asked about names of the library, and about its rules. */
async function namedIn(editor: Editor): Promise<readonly string[]> {
  const links = await editor.request<DefinitionLink[]>('textDocument/definition', at('MRA'));
  const state = await editor.request<DefinitionLink[]>('textDocument/definition', at('US and'));
  const types = await editor.request<DefinitionLink[]>('textDocument/typeDefinition', at('MRA'));
  const [kind] =
    (await editor.request<TypeHierarchyItem[] | null>('textDocument/prepareTypeHierarchy', at('Own'))) ?? [];
  const above = await editor.request<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item: kind });
  const [call] = await editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at('A : Own'));
  const context = { includeDeclaration: true };
  const uses = await editor.request<Location[]>('textDocument/references', { ...at('US and'), context });
  const symbols = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'Plurilateral' });
  const pages = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: URI } });
  const hovers = await Promise.all(
    ['MRA', 'Own {', 'missing-source'].map((word) => editor.request<Hover>('textDocument/hover', at(word))),
  );
  const inHovers = hovers.flatMap(({ contents }) =>
    [...JSON.stringify(contents).matchAll(/\]\(([^)#]+)/g)].map((match) => match[1] ?? ''),
  );
  const found = [...editor.diagnostics.values()].flat();
  return [
    ...[...links, ...state, ...types].map(({ targetUri }) => targetUri),
    ...[...above, ...uses, ...(call ? [call] : [])].map(({ uri }) => uri),
    ...symbols.map(({ location }) => location.uri),
    ...pages.flatMap(({ target }) => target ?? []),
    ...inHovers,
    ...found.flatMap(({ codeDescription }) => codeDescription?.href ?? []),
  ].filter((uri) => uri !== URI);
}

describe('what only the program has', () => {
  test('an editor that asks for it is given its own address', async () => {
    using editor = await desk(TEXT, new Map(), CAPABILITIES);
    const named = await namedIn(editor);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((uri) => !uri.startsWith('builtin:'))).toEqual([]);
  });

  test('an editor that does not is given copies', async () => {
    const copies = new Map<string, string>();
    using editor = await desk(TEXT, copies);
    const named = await namedIn(editor);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((uri) => !copies.has(uri.slice(COPIES.length)))).toEqual([]);
    expect(copies.get('/library/kinds.agreement')).toBe(libraryText(LIBRARY.kinds));
    expect(copies.get('/rules/missing-source.md')).toContain('# missing-source');
  });

  test('where no copies can be kept no place is named that cannot be opened', async () => {
    using editor = await desk(TEXT, undefined);
    expect(await namedIn(editor)).toEqual([]);
  });

  test('a copy is read as the library: explained, found through, and without findings', async () => {
    using editor = await desk(TEXT, new Map());
    const uri = `${COPIES}/library/kinds.agreement`;
    const text = libraryText(LIBRARY.kinds) ?? '';
    await editor.open(uri, text);
    await editor.settled();
    expect([...editor.diagnostics.keys()]).toEqual([URI]);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map(({ name }) => name)).toContain('MRA');
    const position = positionIn(text, text.indexOf('kind MRA') + 5);
    const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
    const uses = await editor.request<Location[]>('textDocument/references', params);
    expect(uses.map((use) => use.uri)).toContain(URI);
    await expect(editor.request('textDocument/rename', { ...params, newName: 'X' })).rejects.toThrow('library');
  });
});

describe('copies on the disk', () => {
  const folders: string[] = [];
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function temporary(): string {
    const folder = mkdtempSync(join(tmpdir(), 'agreement-cache-'));
    folders.push(folder);
    return folder;
  }

  function cache(): string {
    const folder = temporary();
    vi.stubEnv('XDG_CACHE_HOME', folder);
    vi.stubEnv('LOCALAPPDATA', folder);
    return folder;
  }

  test.skipIf(process.platform === 'darwin')(
    'a copy is written once, cannot be changed, and follows the program',
    () => {
      cache();
      const uri = keep('/library/kinds.agreement', 'one\n') ?? '';
      const file = fileURLToPath(uri);
      expect(readFileSync(file, 'utf8')).toBe('one\n');
      expect(statSync(file).mode & 0o222).toBe(0);
      const { mtimeMs } = statSync(file);
      expect(keep('/library/kinds.agreement', 'one\n')).toBe(uri);
      expect(statSync(file).mtimeMs).toBe(mtimeMs);
      expect(keep('/library/kinds.agreement', 'two\n')).toBe(uri);
      expect(readFileSync(file, 'utf8')).toBe('two\n');
    },
  );

  test.skipIf(process.platform === 'darwin')('where nothing can be written there is no copy', () => {
    const folder = cache();
    writeFileSync(join(folder, 'agreement-records'), 'a file, and no folder');
    expect(keep('/library/kinds.agreement', 'text')).toBeUndefined();
  });

  test('copies are no records of a project', async () => {
    const folder = temporary();
    const copies = join(folder, 'agreement-records/builtin/library');
    mkdirSync(copies, { recursive: true });
    writeFileSync(join(copies, 'kinds.agreement'), 'kind MRA');
    writeFileSync(join(folder, 'a.agreement'), 'party P');
    expect(await disk().findFiles(pathToFileURL(folder).href, 'all')).toEqual([
      pathToFileURL(join(folder, 'a.agreement')).href,
    ]);
  });
});
