import { describe, expect, test } from 'vitest';
import { agreement, BAD, checkJson, Folder, GOOD, lines, WARNING } from './cli.ts';

describe('the exit code', () => {
  test('is 0 where nothing is wrong', async () => {
    using folder = new Folder({ 'a.agreement': GOOD });
    expect(await agreement(['check', folder.path, '--as-of', '2026-01-01'])).toEqual({
      code: 0,
      out: 'Nothing found in 1 file (4 records), as of 2026-01-01.\n',
      err: '',
    });
  });

  test('is 1 where there is an error', async () => {
    using folder = new Folder({ 'a.agreement': GOOD, 'b.agreement': BAD });
    const { code, report } = await checkJson([folder.path]);
    expect(code).toBe(1);
    expect(lines(report)).toEqual(['b.agreement:1:79 unresolved-reference']);
  });

  test('is 0 with warnings alone', async () => {
    using folder = new Folder({ 'a.agreement': WARNING });
    const { code, report } = await checkJson([folder.path]);
    expect(code).toBe(0);
    expect(report.summary).toMatchObject({ error: 0, warning: 1, files: 1, records: 1 });
  });

  test.each([
    ['0', 1],
    ['1', 0],
    ['2', 0],
  ])('with one warning and --max-warnings %s is %i', async (most, expected) => {
    using folder = new Folder({ 'a.agreement': WARNING });
    const { code, err } = await agreement(['check', folder.path, '--max-warnings', most]);
    expect(code).toBe(expected);
    expect(err).toBe(expected ? `agreement: 1 warning, and --max-warnings allows ${most}.\n` : '');
  });

  test.each<[string, readonly string[], string]>([
    ['a path that is not there', ['nowhere'], 'agreement: nowhere: there is no such file or folder.\n'],
    [
      'a day that is none',
      ['--as-of', '2026-02-30'],
      'agreement: --as-of must be one whole day, such as 2026-01-01; "2026-02-30" is not.\n',
    ],
    [
      'a vague day',
      ['--as-of', '2026'],
      'agreement: --as-of must be one whole day, such as 2026-01-01; "2026" is not.\n',
    ],
    ['a rule that is none', ['--rule', 'sintax=off'], 'agreement: There is no rule sintax. Did you mean syntax?\n'],
    [
      'a severity that is none',
      ['--rule', 'syntax=warn'],
      'agreement: "warn" is no severity: error, warning, information, hint, off. Did you mean warning?\n',
    ],
    [
      'a rule without a severity',
      ['--rule', 'syntax'],
      'agreement: --rule wants a rule and a severity, such as missing-source=error; "syntax" is not.\n',
    ],
    [
      '--stdin-filename alone',
      ['--stdin-filename', 'a.agreement'],
      'agreement: --stdin-filename names what standard input stands for: add - to read it.\n',
    ],
  ])('is 2, with one line, for %s', async (_, args, line) => {
    using folder = new Folder({ 'a.agreement': GOOD });
    expect(await agreement(['check', ...args], { cwd: folder.path })).toEqual({ code: 2, out: '', err: line });
  });

  test.each<readonly [string, ...string[]]>([
    ['--formt', 'json'],
    ['--format', 'xml'],
    ['--max-warnings', 'few'],
    ['--color', 'blue'],
  ])('is 2 for %s %s', async (...args) => {
    const { code, out, err } = await agreement(['check', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^agreement: .+\n(?:.+\n)?$/);
    expect(err).toContain(args[0]);
  });
});

describe('settings', () => {
  const PROJECT = { asOf: '2020-01-01', rules: { 'missing-source': 'error', 'unused-declaration': 'off' } };

  test('of the project hold', async () => {
    using folder = new Folder({ 'agreement.json': JSON.stringify(PROJECT), 'a.agreement': WARNING });
    const { code, report } = await checkJson([folder.path]);
    expect(code).toBe(1);
    expect(report.asOf).toBe('2020-01-01');
    expect(report.findings).toMatchObject([{ code: 'missing-source', severity: 'error', subject: 'US-IL-CMAA' }]);
  });

  test('of the command line go before them', async () => {
    using folder = new Folder({ 'agreement.json': JSON.stringify(PROJECT), 'a.agreement': WARNING });
    const args = ['--as-of', '2021-02-03', '--rule', 'missing-source=hint', '--rule', 'syntax=warning'];
    const { code, report } = await checkJson([folder.path, ...args]);
    expect(code).toBe(0);
    expect(report.asOf).toBe('2021-02-03');
    expect(report.findings).toMatchObject([{ code: 'missing-source', severity: 'hint' }]);
  });

  test('that are wrong are findings, and the rest holds', async () => {
    const wrong = '{\n  "asof": "2020-01-01",\n  "rules": { "missing-source": "off" }\n}\n';
    using folder = new Folder({ 'agreement.json': wrong, 'a.agreement': WARNING });
    const { code, report } = await checkJson([folder.path]);
    expect(code).toBe(1);
    expect(lines(report)).toEqual(['agreement.json:2:3 unknown-setting']);
    expect(report.findings[0]?.fixes).toMatchObject([{ title: 'Change to "asOf"' }]);
  });

  test('that are wrong are silenced by --rule as well', async () => {
    using folder = new Folder({ 'agreement.json': '{', 'a.agreement': GOOD });
    const { code, report } = await checkJson([folder.path, '--rule', 'unknown-setting=off']);
    expect({ code, found: report.findings }).toEqual({ code: 0, found: [] });
  });

  test('say which files belong to the project', async () => {
    const settings = { include: ['records/**'], exclude: ['records/drafts'] };
    using folder = new Folder({
      'agreement.json': JSON.stringify(settings),
      'records/a.agreement': BAD,
      'records/drafts/b.agreement': BAD,
      'other/c.agreement': BAD,
    });
    const { report } = await checkJson([folder.path]);
    expect(report.findings.map(({ file }) => file)).toEqual(['records/a.agreement']);
    expect(report.summary).toMatchObject({ files: 1, records: 1 });
  });
});

describe('what is printed', () => {
  test('is sorted, and the same each time', async () => {
    const two = `${BAD}${BAD.replace('CTPAT', 'OEA')}`;
    using folder = new Folder({
      'z.agreement': two,
      'b/a.agreement': BAD.replace('CTPAT', 'X1'),
      'a-b.agreement': BAD.replace('CTPAT', 'X2'),
    });
    const first = await checkJson([folder.path]);
    expect(lines(first.report)).toEqual([
      'a-b.agreement:1:76 unresolved-reference',
      'b/a.agreement:1:76 unresolved-reference',
      'z.agreement:1:79 unresolved-reference',
      'z.agreement:2:77 unresolved-reference',
    ]);
    expect((await checkJson([folder.path])).out).toBe(first.out);
  });

  test('is nothing with --quiet where nothing is found', async () => {
    using folder = new Folder({ 'a.agreement': GOOD });
    expect(await agreement(['check', '--quiet', folder.path])).toEqual({ code: 0, out: '', err: '' });
  });

  test('is the findings alone with --quiet', async () => {
    using folder = new Folder({ 'a.agreement': WARNING });
    const { code, out, err } = await agreement(['check', '--quiet', '--max-warnings', '0', folder.path]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('warning[missing-source]');
    expect(out).not.toContain('Found');
  });

  test('is a note where there are no records', async () => {
    using folder = new Folder({ 'a.txt': 'nothing' });
    expect(await agreement(['check', folder.path])).toMatchObject({
      code: 0,
      err: 'agreement: There are no files of records here: their names end in `.agreement`.\n',
    });
  });

  test('is another note where only settings were named, beside records or not', async () => {
    const err = 'agreement: An `agreement.json` stands for its settings alone: name its folder to check its records.\n';
    using folder = new Folder({ 'agreement.json': '{}', 'a.agreement': BAD, 'empty/a.txt': 'nothing' });
    const settings = folder.at('agreement.json');
    expect(await agreement(['check', settings])).toMatchObject({ code: 0, err });
    expect(await agreement(['check', '-q', settings])).toEqual({ code: 0, out: '', err: '' });
    const piped = { cwd: folder.path, input: '{}' };
    expect(await agreement(['check', '-', '--stdin-filename', 'agreement.json'], piped)).toMatchObject({
      code: 0,
      err,
    });
    const mixed = await agreement(['check', settings, folder.at('empty')]);
    expect(mixed).toMatchObject({ code: 0, err: expect.stringContaining('no files of records') });
  });

  test('lists what is waived, with the reasons', async () => {
    const waived = WARNING.replace('between', 'waive missing-source because "the list was lost" between');
    using folder = new Folder({ 'a.agreement': waived });
    const { out } = await agreement(['check', '.', '--as-of', '2026-01-01'], { cwd: folder.path });
    expect(out).toBe(`Waived
  a.agreement:1:11: missing-source of US-IL-CMAA, because “the list was lost”

Nothing found, 1 waived in 1 file (1 record), as of 2026-01-01.
`);
    const { report } = await checkJson([folder.path]);
    expect(report.findings).toEqual([]);
    expect(report.waived).toMatchObject([{ code: 'missing-source', reason: 'the list was lost' }]);
  });
});

test('--help and --version', async () => {
  const help = await agreement(['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const command of ['check', 'explain', 'rules', 'lsp']) expect(help.out).toContain(`  ${command}`);
  expect(await agreement([])).toEqual(help);
  expect(await agreement(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: '',
  });
  expect(await agreement(['chekc'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Did you mean check?'),
  });
});
