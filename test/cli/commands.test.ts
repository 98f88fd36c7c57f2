import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../language/rules/index.ts';
import { agreement, Folder, GOOD, MAIN } from './cli.ts';

describe('agreement rules', () => {
  test('lists every rule with its severity and what it says', async () => {
    const { code, out, err } = await agreement(['rules']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { code: rule, severity, sentence } of RULES) {
      const line = out.split('\n').find((each) => each.startsWith(`  ${rule} `));
      expect(line).toContain(severity);
      expect(line).toContain(sentence);
    }
  });

  test('as JSON', async () => {
    const { code, out } = await agreement(['rules', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(
      RULES.map(({ code: rule, category, severity, sentence }) => ({ code: rule, category, severity, sentence })),
    );
  });
});

describe('agreement explain', () => {
  test('shows the page of a rule', async () => {
    const { code, out, err } = await agreement(['explain', 'syntax']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# .*syntax/);
    expect(out).toContain(RULES.find((rule) => rule.code === 'syntax')?.sentence);
  });

  test('has a page for every rule, also in colours', async () => {
    for (const { code: rule } of RULES.slice(0, 3)) {
      const { code, out } = await agreement(['explain', rule, '--color', 'always']);
      expect(code).toBe(0);
      expect(out).not.toContain('```');
      expect(out).toContain(rule);
    }
  });

  test('without a rule lists them', async () => {
    const { code, out } = await agreement(['explain']);
    expect(code).toBe(0);
    expect(out).toMatch(/^agreement explain RULE shows/);
    for (const { code: rule } of RULES) expect(out).toContain(`  ${rule} `);
  });

  test('names what is near to a rule that is none', async () => {
    expect(await agreement(['explain', 'duplicate-nam'])).toEqual({
      code: 2,
      out: '',
      err: 'agreement: There is no rule duplicate-nam. Did you mean duplicate-name or duplicate-party?\n',
    });
  });
});

const RECORDS = `${GOOD}
agreement US-BR-MRA : MRA "Mutual Recognition, \\"with\\" Brazil" {
    between CBP and RFB
    signed 2022-09-16 per list
    obligation share : CBP must "exchange information" { due 90 days after signature }
}
agreement US-BR-JWP : JWP "Joint work plan" { between CBP and RFB signed 2025/2027 per list }
`;

describe('agreement status', () => {
  test('tells what every agreement and obligation is on a day', async () => {
    using folder = new Folder({ 'a.agreement': RECORDS });
    const { code, out, err } = await agreement(['status', '--as-of', '2026-01-01'], { cwd: folder.path });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [head, ...rows] = out.split('\n');
    expect(head).toMatch(/^AGREEMENT +KIND +STATUS +TITLE$/);
    expect(rows[0]).toMatch(/^US-BR-CMAA +CMAA +in force since 2005-03-13 +Customs agreement with Brazil$/);
    expect(rows[1]).toMatch(/^US-BR-MRA +MRA +signed 2022-09-16 +Mutual Recognition, "with" Brazil$/);
    expect(rows[2]).toMatch(/^ {2}share +obligation +overdue, due 2022-12-15 +exchange information$/);
    expect(rows[3]).toMatch(/^US-BR-JWP +JWP +draft .*or signed 2025\/2027 \(possible\) +Joint work plan$/);
    expect(rows[5]).toBe('3 agreements: 1 in force, 1 signed, 1 undetermined; 1 obligation overdue. As of 2026-01-01.');
  });

  test('on another day, or as the project says', async () => {
    using folder = new Folder({ 'a.agreement': GOOD, 'agreement.json': '{ "asOf": "2003-01-01" }' });
    expect((await agreement(['status', folder.path])).out).toMatch(/CMAA +signed 2002-06-20 /);
    expect((await agreement(['status', folder.path, '--as-of', '2001-01-01'])).out).toMatch(/CMAA +draft/);
    expect((await agreement(['status', folder.path, '--as-of', 'today'])).out).toMatch(/CMAA +in force since/);
  });

  test('as JSON', async () => {
    using folder = new Folder({ 'a.agreement': RECORDS });
    const { out } = await agreement(['status', folder.path, '--as-of', '2026-01-01', '--format', 'json']);
    const { version, asOf, agreements } = JSON.parse(out);
    expect({ version, asOf }).toEqual({ version: 1, asOf: '2026-01-01' });
    expect(agreements).toMatchObject([
      {
        name: 'US-BR-CMAA',
        kind: 'CMAA',
        parties: ['CBP', 'RFB'],
        file: 'a.agreement',
        states: [{ state: 'in force', certainty: 'certain' }],
      },
      {
        name: 'US-BR-MRA',
        range: { start: { line: 11, column: 11 }, end: { line: 11, column: 20 } },
        obligations: [
          { name: 'US-BR-MRA.share', due: '2022-12-15', states: [{ state: 'overdue', certainty: 'certain' }] },
        ],
      },
      { name: 'US-BR-JWP', states: [{ state: 'draft' }, { state: 'signed', certainty: 'possible' }] },
    ]);
  });

  test('as CSV', async () => {
    using folder = new Folder({ 'a.agreement': RECORDS });
    const { out } = await agreement(['status', folder.path, '--as-of', '2026-01-01', '--format', 'csv']);
    expect(out.split('\r\n').slice(0, 4)).toEqual([
      'name,kind,parties,states,certainty,status,title,file,line',
      'US-BR-CMAA,CMAA,CBP;RFB,in force,certain,in force since 2005-03-13 (certain),Customs agreement with Brazil,a.agreement,5',
      'US-BR-MRA,MRA,CBP;RFB,signed,certain,signed 2022-09-16 (certain),"Mutual Recognition, ""with"" Brazil",a.agreement,11',
      'US-BR-MRA.share,obligation,CBP,overdue,certain,"overdue, due 2022-12-15 (certain)",exchange information,a.agreement,14',
    ]);
  });

  test('is 2 where there is nothing to read', async () => {
    expect(await agreement(['status', '/nowhere/at/all'])).toEqual({
      code: 2,
      out: '',
      err: 'agreement: /nowhere/at/all: there is no such file or folder.\n',
    });
  });
});

test('agreement lsp answers an editor', async () => {
  const server = spawn(process.execPath, [MAIN, 'lsp', '--stdio']);
  const say = (value: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...value });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ended = once(server, 'close');
  say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  let answer = '';
  for await (const data of server.stdout.iterator({ destroyOnReturn: false })) {
    answer += data;
    if (answer.includes('"capabilities":{')) break;
  }
  expect(answer).toContain('"capabilities":{');
  say({ id: 2, method: 'shutdown' });
  say({ method: 'exit' });
  expect((await ended)[0]).toBe(0);
});
