import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseFiles, runCase } from './harness.ts';

const ROOT = join(import.meta.dirname, 'cases');
const PATHS = caseFiles(ROOT);
const FEATURES = new Set(PATHS.map((path) => basename(dirname(path))));

for (const feature of FEATURES) {
  const paths = PATHS.filter((path) => basename(dirname(path)) === feature);
  describe(feature, () => {
    test.each(paths.map((path) => [basename(path, '.txt').replaceAll('-', ' '), path] as const))(
      '%s',
      async (_, path) => {
        const { expected, actual } = await runCase(path);
        expect(actual).toBe(expected);
      },
    );
  });
}
