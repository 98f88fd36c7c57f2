/** Loaded before a program with `--import`: at its end it writes what the process has used, as a line of JSON, to the pipe 3. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, `${JSON.stringify({ memory: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1000 })}\n`);
});
