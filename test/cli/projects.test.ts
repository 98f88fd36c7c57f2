import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreement, BAD, checkJson, Folder, GOOD, lines } from './cli.ts';

const PARTY = 'party Nobody "Nobody" { type industry }\n';

describe('names', () => {
  test('hold in all of a folder that was named', async () => {
    using folder = new Folder({ 'a.agreement': BAD, 'b/c.agreement': PARTY });
    expect((await checkJson([folder.path])).report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('do not cross projects, and each project inside is checked', async () => {
    using folder = new Folder({
      'agreement.json': '{ "asOf": "2020-01-01" }',
      'a.agreement': BAD,
      'inner/agreement.json': '{ "asOf": "2021-01-01" }',
      'inner/b.agreement': PARTY + PARTY,
    });
    const { code, report } = await checkJson([folder.path]);
    expect(code).toBe(1);
    expect(lines(report)).toEqual([
      'a.agreement:1:79 unresolved-reference',
      'inner/b.agreement:1:7 duplicate-name',
      'inner/b.agreement:2:7 duplicate-name',
    ]);
    expect(report.projects).toEqual([
      { folder: '.', asOf: '2020-01-01' },
      { folder: 'inner', asOf: '2021-01-01' },
    ]);
    expect(report.summary).toMatchObject({ files: 2, records: 3, error: 3 });
  });

  test('of a folder without a project file that holds projects are its own', async () => {
    using folder = new Folder({
      'one/agreement.json': '{}',
      'one/a.agreement': BAD,
      'two/agreement.json': '{}',
      'two/b.agreement': PARTY,
    });
    const { report } = await checkJson([folder.path, '--rule', 'unused-declaration=off']);
    expect(lines(report)).toEqual(['one/a.agreement:1:79 unresolved-reference']);
  });
});

describe('a file that is named', () => {
  test('is judged with all of the nearest project above, and reported alone', async () => {
    using folder = new Folder({
      'agreement.json': '{}',
      'parties.agreement': PARTY,
      'deep/er/a.agreement': BAD,
      'deep/er/b.agreement': BAD.replace('CTPAT', 'OEA').replaceAll('Nobody', 'Someone'),
    });
    const { code, report } = await checkJson([folder.at('deep/er/a.agreement')]);
    expect({ code, found: report.findings }).toEqual({ code: 0, found: [] });
    expect(report.summary).toMatchObject({ files: 1, records: 1 });
    const both = await checkJson([folder.at('deep/er/b.agreement'), folder.at('deep/er/a.agreement')]);
    expect(lines(both.report)).toContain('deep/er/b.agreement:1:77 unresolved-reference');
    expect(both.report.summary).toMatchObject({ files: 2 });
  });

  test('without a project above belongs to the folder in which the program runs', async () => {
    using folder = new Folder({ 'parties.agreement': PARTY, 'records/a.agreement': BAD });
    const inside = await checkJson(['records/a.agreement'], { cwd: folder.path });
    expect(inside.report.findings).toEqual([]);
    const outside = await checkJson([folder.at('records/a.agreement')]);
    expect(lines(outside.report)).toEqual(['a.agreement:1:79 unresolved-reference']);
  });

  test('may be excluded otherwise', async () => {
    using folder = new Folder({ 'agreement.json': '{ "exclude": ["drafts"] }', 'drafts/a.agreement': BAD });
    expect((await checkJson([folder.path])).report.findings).toEqual([]);
    expect(lines((await checkJson([folder.at('drafts/a.agreement')])).report)).toEqual([
      'drafts/a.agreement:1:79 unresolved-reference',
    ]);
  });

  test('may be the project file', async () => {
    using folder = new Folder({ 'agreement.json': '{ "asof": 1 }', 'a.agreement': BAD });
    expect(lines((await checkJson([folder.at('agreement.json')])).report)).toEqual([
      'agreement.json:1:3 unknown-setting',
    ]);
  });

  test('must be one of records', async () => {
    using folder = new Folder({ 'notes.txt': 'x' });
    expect(await agreement(['check', 'notes.txt'], { cwd: folder.path })).toEqual({
      code: 2,
      out: '',
      err: 'agreement: notes.txt: this is no file of records: their names end in `.agreement`.\n',
    });
  });
});

describe('a folder that is named', () => {
  test('in a project belongs to it', async () => {
    using folder = new Folder({
      'agreement.json': '{}',
      'parties/p.agreement': PARTY,
      'records/a.agreement': BAD,
      'x.agreement': BAD,
    });
    const { report } = await checkJson([folder.at('records')]);
    expect(report.findings.filter(({ code }) => code === 'unresolved-reference')).toEqual([]);
    expect(new Set(report.findings.map(({ file }) => file))).not.toContain('x.agreement');
    expect(report.summary).toMatchObject({ files: 1 });
  });

  test('twice, or in one that is named too, is checked once', async () => {
    using folder = new Folder({ 'a.agreement': BAD, 'b/p.agreement': PARTY });
    const { report } = await checkJson(['.', 'b', './b', 'a.agreement', '.'], { cwd: folder.path });
    expect(report.projects).toBeUndefined();
    expect(report.summary).toMatchObject({ files: 2, error: 0 });
  });

  test('by a link is the folder itself', async () => {
    using folder = new Folder({ 'real/agreement.json': '{}', 'real/a.agreement': BAD });
    symlinkSync(folder.at('real'), folder.at('link'));
    const { report } = await checkJson([folder.at('link'), folder.at('real/a.agreement')]);
    expect(lines(report)).toEqual(['a.agreement:1:79 unresolved-reference']);
  });

  test('may be a pattern where the shell expands none', async () => {
    using folder = new Folder({ 'a.agreement': BAD, 'b.agreement': GOOD });
    const { report } = await checkJson(['[ab].agreement'], { cwd: folder.path });
    expect(report.summary).toMatchObject({ files: 2, error: 1 });
  });

  test('hides what lies in hidden folders and node_modules', async () => {
    using folder = new Folder({ '.git/a.agreement': BAD, 'node_modules/p/a.agreement': BAD, 'a.agreement': GOOD });
    expect((await checkJson([folder.path])).report.summary).toMatchObject({ files: 1, error: 0 });
  });
});

describe('standard input', () => {
  test('stands for a file of a project', async () => {
    using folder = new Folder({ 'agreement.json': '{}', 'p.agreement': PARTY, 'a.agreement': 'this is not read' });
    const good = await checkJson(['-', '--stdin-filename', 'a.agreement'], { cwd: folder.path, input: BAD });
    expect({ code: good.code, found: good.report.findings }).toEqual({ code: 0, found: [] });
    const input = BAD.replace('Nobody', 'Anybody');
    const bad = await checkJson(['-', '--stdin-filename', 'new/b.agreement'], { cwd: folder.path, input });
    expect(lines(bad.report)).toEqual(['new/b.agreement:1:79 unresolved-reference']);
  });

  test('without a name stands alone', async () => {
    using folder = new Folder({ 'p.agreement': PARTY });
    const { code, report } = await checkJson(['-'], { cwd: folder.path, input: BAD });
    expect(code).toBe(1);
    expect(lines(report)).toEqual(['<stdin>:1:79 unresolved-reference']);
  });

  test('is shown in excerpts', async () => {
    using folder = new Folder();
    const { out } = await agreement(['check', '-'], { cwd: folder.path, input: BAD });
    expect(out).toContain(`1 | ${BAD.slice(0, 60)}`);
  });

  test('must be UTF-8', async () => {
    expect(await agreement(['check', '-'], { input: new Uint8Array([0x70, 0xff]) })).toEqual({
      code: 2,
      out: '',
      err: 'agreement: Standard input cannot be read: it is not UTF-8 (line 1). Save it as UTF-8.\n',
    });
  });
});

test('evidence is looked at on the disk', async () => {
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const source = (file: string): string => `source s${file.length} "S" { file ${file} }\n`;
  using folder = new Folder({ 'secret.txt': 'abc', 'project/evidence/a.txt': 'abc', 'project/agreement.json': '{}' });
  symlinkSync(folder.at('secret.txt'), folder.at('project/evidence/link.txt'));
  mkdirSync(folder.at('project/records'));
  folder.write(
    'project/records/a.agreement',
    [
      source(`"../evidence/a.txt" sha256 "${sha256}"`),
      source(`"../evidence/a.txt" sha256 "${sha256.replace('b', 'c')}" `),
      source('"../evidence/b.txt"'),
      source('"../../secret.txt"'),
      source('"../evidence/link.txt"'),
    ].join(''),
  );
  const { report } = await checkJson([folder.at('project'), '--rule', 'unused-declaration=off']);
  expect(report.findings.map(({ code, range }) => [code, range.start.line])).toEqual([
    ['invalid-source', 2],
    ['invalid-source', 3],
    ['invalid-source', 4],
    ['invalid-source', 5],
  ]);
});
