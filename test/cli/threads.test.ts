import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeCorpus, writeAgreements } from '../bench/corpus.ts';
import { agreement, Folder, MAIN, type Ran } from './cli.ts';

/** Large enough for threads to be started; what is odd in it concerns records that other threads have read. */
const AGREEMENTS = 11_000;
const ODD: Readonly<Record<string, string | Uint8Array>> = {
  'a-broken.agreement':
    'agreement Broken : MRA "Broken" {\n    between AD-Customs and AE-Customs\n    signed 2031\n    follows\n}\n',
  'b-double.agreement': 'agreement AD-AE-MRA : MRA "Again" { between AD-Customs and AE-Customs signed 2015 }\n',
  'c-mark.agreement': '\uFEFFport AD-Port "Doubled" {\r\n    locode ADAAA\r\n}\r\n',
  'm-evidence.agreement':
    'source Paper { published 2015 file "paper.txt" }\nsource Lost { published 2015 file "lost.txt" }\n',
  'paper.txt': 'paper',
  'x-misspelt.agreement':
    'agreement Odd : MRA "Odd" {\n    between AD-Custom and AF-Customs\n    follows AD-AE-JVP\n}\n',
  'y-latin.agreement': Uint8Array.from([0x2f, 0x2f, 0xe9, 0x0a]),
  'z-waived.agreement':
    'agreement Waived : MRA "Été" {\n    between AD-Customs and AF-Customs\n    signed 2015-02-03 per source-AD\n    supersedes AD-AE-MRA\n    waive missing-precedent of JWP because "So it is"\n    waive missing-program because "For nothing"\n}\n',
};

const folder = new Folder({});

beforeAll(() => {
  writeAgreements(makeCorpus({ agreements: AGREEMENTS, perFile: 40 }), folder.path);
  for (const [name, content] of Object.entries(ODD)) writeFileSync(join(folder.path, name), content);
  return () => folder[Symbol.dispose]();
});

function checked(...args: readonly string[]): Promise<Ran> {
  return agreement(['check', folder.path, ...args], { program: [process.execPath, MAIN] });
}

test.each([
  ['json', ['2', '3']],
  ['pretty', ['2']],
])('however many threads work, the report is the same: %s', async (format, crews) => {
  const alone = await checked('--format', format, '--threads', '1');
  expect(alone.code).toBe(2);
  expect(alone.err).toContain('y-latin.agreement: the file cannot be read: it is not UTF-8 (line 1).');
  for (const file of Object.keys(ODD)) if (!/txt|latin/.test(file)) expect(alone.out).toContain(file);
  for (const threads of crews) expect(await checked('--format', format, '--threads', threads)).toEqual(alone);
});

test('what is no number of threads is told', async () => {
  const { code, err } = await checked('--threads', '0');
  expect(code).toBe(2);
  expect(err).toContain('--threads');
});
