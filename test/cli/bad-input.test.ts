import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreement, agreementProcess, BAD, checkJson, Folder, GOOD, type JsonReport, lines, MAIN } from './cli.ts';

test('a path that is not there costs nothing of the rest', async () => {
  using folder = new Folder({ 'a.agreement': BAD });
  const { code, err, report } = await checkJson(['nowhere', '.'], { cwd: folder.path });
  expect({ code, err }).toEqual({ code: 2, err: 'agreement: nowhere: there is no such file or folder.\n' });
  expect(lines(report)).toEqual(['a.agreement:1:79 unresolved-reference']);
});

test.each<[string, Uint8Array, string]>([
  ['no UTF-8', Buffer.from([0x2f, 0x2f, 0x0a, 0x2f, 0x2f, 0xe9, 0x0a]), 'it is not UTF-8 (line 2). Save it as UTF-8.'],
  ['UTF-16', Buffer.from('\uFEFFsource a', 'utf16le'), 'it is not UTF-8 (it begins as UTF-16 does). Save it as UTF-8.'],
])('%s is told of, and the rest is checked', async (_, bytes, why) => {
  using folder = new Folder({ 'a.agreement': bytes, 'b.agreement': BAD });
  const { code, err, report } = await checkJson(['.'], { cwd: folder.path });
  expect({ code, err }).toEqual({ code: 2, err: `agreement: a.agreement: the file cannot be read: ${why}\n` });
  expect(lines(report)).toEqual(['b.agreement:1:79 unresolved-reference']);
});

test('a project file that cannot be read is told of, and its records are checked', async () => {
  using folder = new Folder({ 'agreement.json': new Uint8Array([0xff]), 'b.agreement': BAD });
  const { code, err, report } = await checkJson(['.'], { cwd: folder.path });
  expect({ code, err }).toEqual({
    code: 2,
    err: 'agreement: agreement.json: the file cannot be read: it is not UTF-8 (line 1). Save it as UTF-8.\n',
  });
  expect(lines(report)).toEqual(['b.agreement:1:79 unresolved-reference']);
});

test('links: loops, dead ends, and folders', async () => {
  using folder = new Folder({ 'a.agreement': BAD, 'deep/er/b.agreement': GOOD });
  symlinkSync('..', folder.at('deep/loop'));
  symlinkSync('nothing', folder.at('dead.agreement'));
  symlinkSync('round.agreement', folder.at('round.agreement'));
  symlinkSync('a.agreement', folder.at('not-records.txt'));
  const { code, err, report } = await checkJson(['.'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(err.trim().split('\n').sort()).toEqual([
    'agreement: dead.agreement: the link cannot be followed: there is no such file or folder.',
    'agreement: deep/loop is a link to a folder and is not followed; name the folder to check it.',
    'agreement: round.agreement: the link cannot be followed: it is a link that leads back to itself.',
  ]);
  expect(lines(report)).toEqual(['a.agreement:1:79 unresolved-reference']);
  expect(report.summary).toMatchObject({ files: 2 });
});

test('a link to a folder alone is no problem', async () => {
  using folder = new Folder({ 'a.agreement': GOOD });
  symlinkSync('.', folder.at('loop'));
  expect(await agreement(['check', '.', '--quiet'], { cwd: folder.path })).toEqual({ code: 0, out: '', err: '' });
});

test('a folder that is named like a file of records is a folder', async () => {
  using folder = new Folder();
  mkdirSync(folder.at('a.agreement'));
  folder.write('a.agreement/b.agreement', BAD);
  expect(lines((await checkJson([folder.path])).report)).toEqual(['a.agreement/b.agreement:1:79 unresolved-reference']);
});

test.runIf(process.getuid?.() !== 0)('what may not be read is told of', async () => {
  using folder = new Folder({ 'a.agreement': BAD, 'b.agreement': BAD });
  const { chmodSync } = await import('node:fs');
  chmodSync(folder.at('a.agreement'), 0);
  const { code, err } = await agreement(['check', '.'], { cwd: folder.path });
  expect({ code, err }).toEqual({
    code: 2,
    err: 'agreement: a.agreement: the file cannot be read: you are not allowed to read it.\n',
  });
});

test.each<[string, string, number]>([
  ['an empty file', '', 0],
  ['blank lines', '\n\r\n \t\n', 0],
  ['comments alone', '// nothing yet\n/* nothing\nat all */', 0],
  ['a byte order mark', `\uFEFF${GOOD}`, 4],
  ['CRLF', GOOD.replaceAll('\n', '\r\n'), 4],
])('%s is fine', async (_, text, records) => {
  using folder = new Folder({ 'a.agreement': text });
  const { code, err, report } = await checkJson([folder.path]);
  expect({ code, err, found: report.findings }).toEqual({ code: 0, err: '', found: [] });
  expect(report.summary).toMatchObject({ files: 1, records });
});

test('a byte order mark and CRLF move no place', async () => {
  using folder = new Folder({ 'a.agreement': `\uFEFF// first\r\n${BAD}` });
  expect(lines((await checkJson([folder.path])).report)).toEqual(['a.agreement:2:79 unresolved-reference']);
});

test('columns are UTF-16 units', async () => {
  using folder = new Folder({ 'a.agreement': BAD.replace('Customs Trade', '🛃 関税') });
  expect(lines((await checkJson([folder.path])).report)).toEqual(['a.agreement:1:71 unresolved-reference']);
});

test('10,000 nested braces', async () => {
  using folder = new Folder({
    'a.agreement': '{'.repeat(10_000),
    'b.agreement': BAD,
    'c.agreement': `kind K ${'{ note "a" '.repeat(10_000)}`,
  });
  const { code, err, report } = await checkJson([folder.path]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(new Set(report.findings.map(({ file }) => file))).toEqual(
    new Set(['a.agreement', 'b.agreement', 'c.agreement']),
  );
  expect(
    report.findings.filter(({ file }) => file !== 'b.agreement').every(({ code: rule }) => rule === 'syntax'),
  ).toBe(true);
});

test('a file of 50 MB', async () => {
  const note = `    note "${'x'.repeat(1000)}"\n`;
  const large = `source big "Big" {\n    url "https://example.org"\n${note.repeat(50_000)}}\n${BAD}`;
  using folder = new Folder({ 'a.agreement': large });
  const { code, out, err } = await agreement(['check', folder.path, '--rule', 'unused-declaration=off']);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('a.agreement:50004:79');
  expect(out).toContain('50004 | ');
});

test('a line of 10 MB is cut', async () => {
  using folder = new Folder({ 'a.agreement': `/*${'x'.repeat(10_000_000)}*/ ${BAD}` });
  const { code, out } = await agreement(['check', folder.path]);
  expect(code).toBe(1);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(400);
});

test('control characters in a record do not reach the terminal', async () => {
  using folder = new Folder({ 'a.agreement': BAD.replace('Trade', '\u001B[31mTrade\u202E') });
  const { out } = await agreement(['check', folder.path]);
  expect(out).toContain('Customs \uFFFD[31mTrade\uFFFD');
  expect(out).not.toContain('\u001B');
  expect(out).not.toContain('\u202E');
});

test('a reader that goes away is no fault', async () => {
  using folder = new Folder({ 'a.agreement': BAD.repeat(700) });
  const child = spawn(process.execPath, [MAIN, 'check', folder.path, '--format', 'json']);
  let err = '';
  child.stderr.on('data', (data) => {
    err += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test('a large report reaches its reader whole', async () => {
  using folder = new Folder({ 'a.agreement': BAD.repeat(700) });
  const { code, out, err } = await agreementProcess(['check', folder.path, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out.length).toBeGreaterThan(1_000_000);
  const { findings }: JsonReport = JSON.parse(out);
  expect(findings.filter(({ code: rule }) => rule === 'unresolved-reference')).toHaveLength(700);
});
