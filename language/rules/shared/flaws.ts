import type { Fix } from '../../findings.ts';
import type { FileRecords, Flaw } from '../../records/model.ts';
import type { Reporter } from '../rule.ts';

/** Reports the flaws of a code that showed when the file was read. `isGuess`: whether the records make its mends doubtful. */
export function reportFlaws(
  file: FileRecords,
  code: Flaw['code'],
  report: Reporter,
  isGuess: (flaw: Flaw) => boolean = never,
): void {
  for (const flaw of file.flaws) {
    if (flaw.code !== code) continue;
    const { start, end, message } = flaw;
    report({ start, end, message, fixes: () => fixesOf(flaw, file.uri, isGuess(flaw)) });
  }
}

const never = (): boolean => false;

/** Of several readings none is better than the others: only the author knows. */
function fixesOf(flaw: Flaw, uri: string, isGuess: boolean): readonly Fix[] {
  return flaw.fixes.map(({ title, safe, edits }) => ({
    title,
    safe: safe && !isGuess,
    preferred: flaw.fixes.length === 1 && !isGuess,
    edits: edits.map((edit) => ({ uri, ...edit })),
  }));
}
