import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreement, Folder } from './cli.ts';

const ROUGH = 'party   A {\n  of US\n}\n';
const SMOOTH = 'party A {\n    of US\n}\n';

test('files are laid out, and those that change are named', async () => {
  using folder = new Folder({
    'agreement.json': '{ "exclude": ["drafts"] }',
    'a.agreement': ROUGH,
    'b.agreement': SMOOTH,
    'drafts/c.agreement': ROUGH,
    'inner/agreement.json': '{}',
    'inner/d.agreement': ROUGH,
  });
  const ran = await agreement(['format'], { cwd: folder.path });
  expect(ran).toEqual({ code: 0, out: 'a.agreement\ninner/d.agreement\n', err: 'agreement: 3 files, 2 changed.\n' });
  const read = (name: string): string => readFileSync(folder.at(name), 'utf8');
  expect(['a', 'b', 'drafts/c', 'inner/d'].map((name) => read(`${name}.agreement`))).toEqual([
    SMOOTH,
    SMOOTH,
    ROUGH,
    SMOOTH,
  ]);
  expect(await agreement(['format', '--check', '-q'], { cwd: folder.path })).toEqual({ code: 0, out: '', err: '' });
});

test('--check writes nothing and fails', async () => {
  using folder = new Folder({ 'a.agreement': ROUGH });
  const ran = await agreement(['format', '--check', 'a.agreement'], { cwd: folder.path });
  expect(ran).toEqual({ code: 1, out: 'a.agreement\n', err: 'agreement: 1 file, 1 would change.\n' });
  expect(readFileSync(folder.at('a.agreement'), 'utf8')).toBe(ROUGH);
});

test('--diff shows what would change', async () => {
  using folder = new Folder({ 'a.agreement': ROUGH });
  const { code, out } = await agreement(['format', '--diff'], { cwd: folder.path });
  expect(code).toBe(0);
  expect(out).toContain('-party   A {\n-  of US\n+party A {\n+    of US\n }\n');
  expect(readFileSync(folder.at('a.agreement'), 'utf8')).toBe(ROUGH);
});

test.each([
  ['', SMOOTH, 0],
  ['--check', '', 1],
])('standard input, %s', async (option, out, code) => {
  const ran = await agreement(['format', '--stdin', '-q', option].filter(Boolean), { input: ROUGH });
  expect(ran).toEqual({ code, out, err: '' });
});

test('byte order mark and line ends stay', async () => {
  using folder = new Folder({ 'a.agreement': '\uFEFFparty   A\r\n' });
  await agreement(['format'], { cwd: folder.path });
  expect(readFileSync(folder.at('a.agreement'), 'utf8')).toBe('\uFEFFparty A\r\n');
});

test('what has errors or cannot be read is told of', async () => {
  using folder = new Folder({ 'a.agreement': `party   B { sort }\n${ROUGH}`, 'b.agreement': new Uint8Array([0xff]) });
  const { code, err } = await agreement(['format'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(err).toBe(
    'agreement: a.agreement: 1 declaration with errors stays as it is.\n' +
      'agreement: b.agreement: the file cannot be read: it is not UTF-8 (line 1). Save it as UTF-8.\n' +
      'agreement: 2 files, 1 changed.\n',
  );
  expect(readFileSync(folder.at('a.agreement'), 'utf8')).toBe(`party   B { sort }\n${SMOOTH}`);
});

test('standard input and a file are not formatted at once', async () => {
  expect(await agreement(['format', '--stdin', 'a.agreement'], { input: ROUGH })).toEqual({
    code: 2,
    out: '',
    err: 'agreement: --stdin formats standard input, and no files: leave out a.agreement.\n',
  });
});
