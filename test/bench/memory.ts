import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process holds now, in bytes: from `/proc` where there is one, else as `ps` tells; NaN where neither is there. */
export function memoryOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) * 1024;
  } catch {
    return memoryByPs(pid);
  }
}

function memoryByPs(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
  } catch {
    return Number.NaN;
  }
}
