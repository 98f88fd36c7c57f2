import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import ajvDraft4 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { agreement, BAD, checkJson, Folder, GOOD, WARNING } from './cli.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Records in which everything that a format has to write occurs. */
const WAIVED =
  'agreement US-NZ-CMAA : CMAA "With <New> & \\"Zealand\\"" { between US and NZ in force 2019-01-01 waive missing-source because "50 % of, the: list <is> lost" }\n';
const TWICE = 'party Twice "Twice" { type industry cites "https://example.org/100%25,a" }\n';

function records(): Folder {
  return new Folder({
    'agreement.json': '{ "asOf": "2026-01-01", "rules": {} }',
    'good.agreement': GOOD,
    'a folder/bad, 100%.agreement': BAD + WARNING + WAIVED,
    'twice.agreement': `${TWICE}${TWICE}`,
    'unused.agreement': 'party Idle "Idle" { type industry }\nagreement "no name" {\n  sgned 2002\n}\n',
  });
}

async function written(format: string, folder: Folder): Promise<string> {
  const { code, out, err } = await agreement(['check', '--format', format], { cwd: folder.path });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  return out;
}

function schema(path: string): object {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

describe('json', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema('schemas/report.schema.json'));

  test('is what its schema says', async () => {
    using folder = records();
    const report: unknown = JSON.parse(await written('json', folder));
    validate(report);
    expect(validate.errors).toBeNull();
  });

  test('has every part of the report', async () => {
    using folder = records();
    const { report } = await checkJson([], { cwd: folder.path });
    expect(Object.keys(report)).toEqual(['version', 'asOf', 'findings', 'waived', 'summary']);
    expect(report).toMatchObject({
      version: 1,
      asOf: '2026-01-01',
      waived: [{ reason: '50 % of, the: list <is> lost' }],
    });
    expect(report.findings[0]).toMatchObject({
      file: 'a folder/bad, 100%.agreement',
      range: { start: { line: 1, column: 79 }, end: { line: 1, column: 85 } },
      code: 'unresolved-reference',
      severity: 'error',
      subject: 'Nobody',
      related: [],
    });
    const twice = report.findings.find(({ code }) => code === 'duplicate-name');
    expect(twice?.related).toMatchObject([{ file: 'twice.agreement' }]);
    const counted = Object.entries(report.summary).filter(([name]) => name !== 'files' && name !== 'records');
    expect(counted).toEqual(
      counted.map(([name]) => [name, report.findings.filter(({ severity }) => severity === name).length]),
    );
    expect(report.summary).toMatchObject({ files: 4, records: 11 });
  });

  test('names several projects', async () => {
    using folder = new Folder({
      'a/agreement.json': '{}',
      'a/a.agreement': BAD,
      'b/agreement.json': '{}',
      'b/b.agreement': BAD,
    });
    const { report } = await checkJson(['a', 'b'], { cwd: folder.path });
    expect(validate(report)).toBe(true);
    expect(report.findings.map(({ file }) => file)).toEqual(['a/a.agreement', 'b/b.agreement']);
  });
});

describe('sarif', () => {
  const ajv = new ajvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  const validate = ajv.compile(schema('test/fixtures/sarif-2.1.0.schema.json'));

  async function log(folder: Folder): Promise<Log> {
    return JSON.parse(await written('sarif', folder));
  }

  test('is SARIF 2.1.0', async () => {
    using folder = records();
    const report = await log(folder);
    validate(report);
    expect(validate.errors).toBeNull();
    expect(report.version).toBe('2.1.0');
  });

  test('also where nothing is found', async () => {
    using folder = new Folder({ 'a.agreement': GOOD });
    const { code, out } = await agreement(['check', '--format', 'sarif', folder.path]);
    expect(code).toBe(0);
    expect(validate(JSON.parse(out))).toBe(true);
    expect(JSON.parse(out).runs[0].results).toEqual([]);
  });

  test('has rules, places, fixes and suppressions', async () => {
    using folder = records();
    const run = (await log(folder)).runs[0];
    const rules = run?.tool.driver.rules ?? [];
    const results = run?.results ?? [];
    expect(rules.length).toBeGreaterThan(40);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    for (const rule of rules) expect(rule.help?.markdown).toContain(rule.id);
    expect(results[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20folder/bad%2C%20100%25.agreement', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 79, endLine: 1, endColumn: 85 },
    });
    expect(results.filter(({ relatedLocations }) => relatedLocations?.length)).not.toEqual([]);
    expect(results.filter(({ fixes }) => fixes?.length)).not.toEqual([]);
    const suppressed = results.filter(({ suppressions }) => suppressions);
    expect(suppressed).toMatchObject([
      { ruleId: 'missing-source', suppressions: [{ kind: 'inSource', justification: '50 % of, the: list <is> lost' }] },
    ]);
  });

  test('keeps fingerprints when lines move', async () => {
    using folder = records();
    const prints = (report: Log): unknown[] =>
      (report.runs[0]?.results ?? []).map((result: Result) => result.partialFingerprints);
    const before = prints(await log(folder));
    folder.write('twice.agreement', `// one\n\n// more\n${TWICE}\n\n${TWICE}`);
    expect(prints(await log(folder))).toEqual(before);
    expect(new Set(before.map((print) => JSON.stringify(print))).size).toBe(before.length);
  });
});

describe('junit', () => {
  test('is JUnit XML', async () => {
    using folder = records();
    const xml = await written('junit', folder);
    const xsd = readFileSync(join(ROOT, 'test/fixtures/junit.xsd'), 'utf8');
    const { valid, errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema: xsd });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
  });

  test('has a suite a file and a test a finding', async () => {
    using folder = records();
    const xml = await written('junit', folder);
    const { report } = await checkJson([], { cwd: folder.path });
    const fails = report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
    const all = report.findings.length + report.waived.length + 1;
    expect(xml.split('\n')[1]).toBe(
      `<testsuites name="agreement check" tests="${all}" failures="${fails}" errors="0" skipped="1">`,
    );
    expect(xml).toContain('<testsuite name="good.agreement" tests="1" failures="0" errors="0" skipped="0">');
    expect(xml).toContain('<skipped message="waived: 50 % of, the: list &lt;is&gt; lost"/>');
    expect(xml.match(/<failure type="(?:error|warning)"/g)).toHaveLength(fails);
  });

  test('takes the characters that XML lacks out', async () => {
    using folder = new Folder({ 'a.agreement': BAD.replace('Nobody', '\u0001') });
    const { out } = await agreement(['check', '--format', 'junit', folder.path]);
    expect(out).not.toContain('\u0001');
    const xsd = readFileSync(join(ROOT, 'test/fixtures/junit.xsd'), 'utf8');
    expect((await validateXML({ xml: { fileName: 'junit.xml', contents: out }, schema: xsd })).valid).toBe(true);
  });
});

describe('gitlab', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema('test/fixtures/gitlab-code-quality.schema.json'));

  test('is a Code Quality report', async () => {
    using folder = records();
    const issues = JSON.parse(await written('gitlab', folder));
    validate(issues);
    expect(validate.errors).toBeNull();
    expect(issues[0]).toMatchObject({
      check_name: 'unresolved-reference',
      severity: 'major',
      location: { path: 'a folder/bad, 100%.agreement', lines: { begin: 1 } },
    });
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('is an empty list where nothing is found', async () => {
    using folder = new Folder({ 'a.agreement': GOOD });
    expect((await agreement(['check', '--format', 'gitlab', folder.path])).out).toBe('[]\n');
  });
});

describe('github', () => {
  test('is workflow commands', async () => {
    using folder = records();
    const out = await written('github', folder);
    const { report } = await checkJson([], { cwd: folder.path });
    const commands = out.trimEnd().split('\n');
    expect(commands.pop()).toMatch(/^Found .* as of 2026-01-01\.$/);
    expect(commands).toHaveLength(report.findings.length);
    for (const command of commands) {
      expect(command).toMatch(
        /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::.+$/,
      );
    }
    expect(commands[0]).toMatch(
      /^::error file=a folder\/bad%2C 100%25\.agreement,line=1,endLine=1,col=79,endColumn=85,title=unresolved-reference::/,
    );
  });
});

describe('a mend that takes a whole line away', () => {
  const NEEDLESS =
    'agreement A : Cooperation {\n  between US and BR\n  signed 2015 per "https://www.example.org/a"\n  waive missing-source because "…"\n}\n';

  test('leaves no empty line, in json', async () => {
    using folder = new Folder({ 'a.agreement': NEEDLESS });
    const { report } = await checkJson([folder.path]);
    expect(report.findings).toMatchObject([
      {
        code: 'unused-waiver',
        range: { start: { line: 4, column: 3 }, end: { line: 4, column: 35 } },
        fixes: [{ edits: [{ range: { start: { line: 4, column: 1 }, end: { line: 5, column: 1 } }, newText: '' }] }],
      },
    ]);
  });

  test('leaves no empty line, in SARIF', async () => {
    using folder = new Folder({ 'a.agreement': NEEDLESS });
    const { out } = await agreement(['check', '--format', 'sarif', folder.path]);
    const [result]: readonly Result[] = JSON.parse(out).runs[0].results;
    expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion).toEqual({
      startLine: 4,
      startColumn: 1,
      endLine: 5,
      endColumn: 1,
    });
  });
});
