import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsIn, marksOf, projectOf, readCases, readMarked, shown } from '../support/cases.ts';

/**
 * `cases/CODE.cases`: small projects for one rule, each behind a line `=== (severity) what it shows`. The rule finds what stands between
 * `»` and `«`, and nothing else; where a severity is given, all its findings have it.
 */
const FOLDER = new URL('cases/', import.meta.url);

for (const file of readdirSync(FOLDER)) {
  const code = file.replace(/\.cases$/, '');
  describe(code, () => {
    for (const { says, severity, text } of readCases(readFileSync(new URL(file, FOLDER), 'utf8'))) {
      test(says, () => {
        const files = readMarked(text);
        const own = findingsIn(projectOf(files)).filter((finding) => finding.code === code);
        expect(own.map((finding) => shown(files, finding)).sort()).toEqual(marksOf(files));
        if (severity) expect(new Set(own.map((finding) => finding.severity))).toEqual(new Set([severity]));
      });
    }
  });
}
