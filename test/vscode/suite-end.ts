/** How many tests, or scenes, went well and how many did not. */
export interface SuiteEnd {
  readonly passed: number;
  readonly failed: number;
}

/** Reads the suite's last line; undefined where it is another line. */
export function readSuiteEnd(line: string): SuiteEnd | undefined {
  const counts = /^\[suite-end\] passed=(\d+) failed=(\d+)/.exec(line);
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : undefined;
}

/** Whether something ran, and nothing failed. */
export function isSuccess({ passed, failed }: SuiteEnd): boolean {
  return passed > 0 && failed === 0;
}
