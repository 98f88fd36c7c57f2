import { createHash } from 'node:crypto';
import { fileFrom, type Report, type Reported } from '../report.ts';

/**
 * Makes the fingerprints of a report's findings: the same finding has the same one after lines have moved, so that services can tell
 * old findings from new ones. Ask for each finding once, in the report's order: equal ones are numbered.
 */
export function fingerprints({ folder }: Report): (reported: Reported) => string {
  const seen = new Map<string, number>();
  return ({ finding }) => {
    const { code, uri, message, subjects } = finding;
    const key = JSON.stringify([code, fileFrom(folder, uri), message, subjects]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return createHash('sha256').update(`${key}${number}`).digest('hex').slice(0, 32);
  };
}
