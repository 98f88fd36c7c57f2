import { readFileSync } from 'node:fs';
import type { Severity } from '../../language/findings.ts';

/** One case of a `.cases` file: what it shows, the severity of its findings where that is said, and its project. */
export interface Case {
  readonly says: string;
  readonly severity: Severity | undefined;
  readonly text: string;
}

/** The cases of a file: each begins with a line `=== (severity) what it shows`. */
export function readCases(file: URL): readonly Case[] {
  return readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [, severity, says = ''] = /^(?:\((\w+)\) )?(.*)/.exec(part) ?? [];
      return { says, severity: severity as Severity | undefined, text: part.slice(part.indexOf('\n') + 1) };
    });
}
