import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { RULES } from '../../language/rules/index.ts';
import { readMarked } from '../../language/rules/marked.ts';
import type { Example } from '../../language/rules/rule.ts';
import { disk } from '../../server/disk.ts';
import { Editor, MemoryHost } from './harness.ts';
import { freshFindings, standardOf } from './support/fresh.ts';
import { sentFindings } from './support/sent.ts';

const ROOT = join(import.meta.dirname, '../..');

// What is wrong in a project's file is no finding of the records.
const EXAMPLES = RULES.filter((rule) => rule.category !== 'project').flatMap((rule) =>
  [...rule.rejected, ...rule.accepted].map((example) => [rule.code, example.says, example] as const),
);

test.each(EXAMPLES)('%s: %s', async (_code, _says, example) => {
  const { texts, host } = hostOf(example);
  using editor = Editor.inProcess(host);
  await editor.begin({ folders: ['file:///project'] });
  await editor.settled();
  expect(sentFindings(editor.diagnostics)).toEqual(freshFindings(texts, standardOf(example.asOf, example.settings)));
});

function hostOf({ text, asOf = '2026-01-01', settings = {} }: Example): {
  texts: ReadonlyMap<string, string>;
  host: MemoryHost;
} {
  const texts = new Map<string, string>();
  const host = new MemoryHost();
  host.looksAtEvidence = false;
  for (const file of readMarked(text)) {
    const uri = `file:///project/${file.name}`;
    host.files.set(uri, file.text);
    if (!file.name.endsWith('.json')) texts.set(uri, file.text);
  }
  if (!host.files.has('file:///project/agreement.json')) {
    host.files.set('file:///project/agreement.json', JSON.stringify({ asOf, rules: settings }));
  }
  return { texts, host };
}

test('the command line finds in the examples what the server finds', async () => {
  const folder = join(ROOT, 'examples');
  using editor = Editor.inProcess(disk());
  await editor.begin({ folders: [`file://${folder}`] });
  await editor.settled();
  const files = await disk().findFiles(`file://${folder}`, 'all');
  expect(files.length).toBeGreaterThan(5);
  const { findings } = JSON.parse(await check(folder)) as { findings: Reported[] };
  expect(sentFindings(editor.diagnostics)).toEqual(findings.map((finding) => write(finding, folder)).sort());
});

/** A finding as the command line reports it, in the parts compared here. */
interface Reported {
  readonly file: string;
  readonly range: { readonly start: Spot; readonly end: Spot };
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly range: { readonly start: Spot } }[];
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

function write({ file, range, severity, code, message, related }: Reported, folder: string): string {
  const uri = (name: string) => (name.includes('://') ? name : `file://${folder}/${name}`);
  const place = ({ line, column }: Spot) => `${line}:${column}`;
  const where = `${uri(file)}:${place(range.start)}-${place(range.end)}`;
  const places = related.map((r) => `${uri(r.file)}:${place(r.range.start)}`);
  return [`${where} ${severity} ${code}: ${message}`, ...places].join(' | ');
}

/** What `agreement check --format json` prints; that it finds something is no failure here. */
async function check(folder: string): Promise<string> {
  const args = [join(ROOT, 'cli/main.ts'), 'check', '--format', 'json', folder];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 }).catch((error) => error);
  return stdout;
}
