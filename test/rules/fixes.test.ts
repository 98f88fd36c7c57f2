import { describe, expect, test } from 'vitest';
import type { Finding, Fix } from '../../language/findings.ts';
import { RULES } from '../../language/rules/index.ts';
import { findingsIn, type Marked, projectOf, readMarked } from '../support/cases.ts';

/** Every preferred fix of every rejected example mends its finding and breaks no sentence. */
for (const { code, rejected } of RULES) {
  const examples = rejected.filter(({ text }) => !text.includes('agreement.json'));
  const cases = examples.flatMap(({ says, text, settings }) => {
    const files = readMarked(text);
    const found = findingsIn(projectOf(files, settings)).filter((finding) => finding.code === code);
    return found.flatMap((finding) =>
      finding
        .fixes()
        .filter((fix) => fix.preferred)
        .map((fix) => ({ name: `${fix.title} (${says})`, files, settings, before: found, finding, fix })),
    );
  });
  if (cases.length === 0) continue;
  describe(code, () => {
    test.each(cases)('$name', ({ files, settings, before, finding, fix }) => {
      const after = findingsIn(projectOf(applied(files, fix), settings));
      expect(count(after, finding)).toBeLessThan(count(before, finding));
      expect(after.filter((f) => f.code === 'syntax').length).toBeLessThanOrEqual(
        before.filter((f) => f.code === 'syntax').length,
      );
    });
  });
}

function count(findings: readonly Finding[], { code }: Finding): number {
  return findings.filter((f) => f.code === code).length;
}

function applied(files: Marked, { edits }: Fix): ReadonlyMap<string, { readonly text: string }> {
  return new Map(
    [...files].map(([uri, { text }]) => {
      const own = edits.filter((edit) => edit.uri === uri).toSorted((a, b) => b.start - a.start);
      return [uri, { text: own.reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text) }];
    }),
  );
}
