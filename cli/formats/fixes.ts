import type { Fix } from '../../language/findings.ts';
import { tidyFix } from '../../language/tidy.ts';
import type { Reported } from '../report.ts';

/** The fixes of a finding, as an editor makes them too: what takes away a whole line leaves no empty one. */
export function fixesOf({ finding, from }: Reported): readonly Fix[] {
  return finding.fixes().map((fix) => ({ ...fix, edits: tidyFix(fix.edits, from.text) }));
}
