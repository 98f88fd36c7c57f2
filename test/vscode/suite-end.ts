/** How a suite ended, by its own word. */
export interface SuiteEnd {
  readonly passed: number;
  readonly failed: number;
}

/** Reads the suite's last line; undefined where it is another line. */
export function readSuiteEnd(line: string): SuiteEnd | undefined {
  const counts = /^\[suite-end\] passed=(\d+) failed=(\d+)/.exec(line);
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : undefined;
}

/** Whether it ran, and nothing failed. */
export function isSuccess(end: SuiteEnd | undefined): boolean {
  return end !== undefined && end.passed > 0 && end.failed === 0;
}
