import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCases } from '../support/cases.ts';
import { findingsOf, marksOf, placeOfFinding, projectOf } from '../support/marked.ts';

/**
 * `cases/CODE.cases`: small projects for one rule, each behind a line `=== (severity) what it shows`. The rule finds what stands between
 * `»` and `«`, and nothing else; where a severity is given, all its findings have it.
 */
const FOLDER = new URL('cases/', import.meta.url);

for (const file of readdirSync(FOLDER)) {
  const code = file.replace(/\.cases$/, '');
  describe(code, () => {
    for (const { says, severity, text } of readCases(new URL(file, FOLDER))) {
      test(says, () => {
        const made = projectOf(text);
        const own = findingsOf(made, code);
        expect(own.map((finding) => placeOfFinding(made, finding)).sort()).toEqual([...marksOf(made.files)].sort());
        if (severity) expect(new Set(own.map((finding) => finding.severity))).toEqual(new Set([severity]));
      });
    }
  });
}
