import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../language/dates/index.ts';
import { formatted } from '../../language/format/index.ts';
import { Project } from '../../language/project.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const LIBRARY = new URL('../../language/library/', import.meta.url);

function textsIn(folder: URL): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.agreement'));
  return new Map(files.map((file) => [new URL(file, folder).href, readFileSync(new URL(file, folder), 'utf8')]));
}

function judged(): { findings: readonly string[]; waived: readonly string[] } {
  const settings = JSON.parse(readFileSync(new URL('agreement.json', EXAMPLES), 'utf8')) as { asOf: string };
  const [year = 0, month = 0, day = 0] = settings.asOf.split('-').map(Number);
  const project = new Project({ asOf: dayOf(year, month, day), rules: {} });
  const texts = textsIn(EXAMPLES);
  for (const [uri, text] of texts) project.put(uri, text);
  const judgements = [...texts.keys()].map((uri) => project.judge(uri));
  return {
    findings: judgements.flatMap((j) => j.findings.map((f) => `${f.severity} ${f.code}: ${f.message}`)),
    waived: judgements.flatMap((j) => j.waived.map((w) => w.finding.code)),
  };
}

describe('the examples', () => {
  const { findings, waived } = judged();

  it('have no error, and one warning that they deserve', () => {
    const grave = findings.filter((f) => !f.startsWith('information'));
    expect(grave).toEqual([expect.stringMatching(/^warning conflicting-claims: US-JO-MRA was signed 2007-06/)]);
  });

  it('leave open what their README counts', () => {
    const readme = readFileSync(new URL('README.md', EXAMPLES), 'utf8').replace(/ +/g, ' ');
    const counts = new Map<string, number>();
    for (const finding of findings) {
      const [, code] = finding.match(/^information ([\w-]+)/) ?? [];
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const rows = [...counts].map(([code, count]) => `| \`${code}\` | ${count} |`);
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });

  it('waive missing work plans, and one early operation', () => {
    expect(waived.filter((code) => code === 'missing-precedent')).toHaveLength(14);
    expect(waived.filter((code) => code !== 'missing-precedent')).toEqual(['retroactive-entry']);
  });

  it.each([...textsIn(EXAMPLES), ...textsIn(LIBRARY)])('are formatted, and so is the library: %s', (_, text) => {
    expect(formatted(text)).toBe(text);
  });
});
