import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** So much room for new objects is enough, in bytes. */
const ENOUGH = 16 * 1024 * 1024;
/** How much may be added to what is in use, in percent, before what is not is looked for. */
const SLACK = 50;

/**
 * Keeps the engine from taking much more memory than a project needs. For new objects it would take ever more room, 100 MB and more while a large
 * project is read, and be no faster for it; of old ones it would keep a multiple of those in use. No more than hints to the engine, for all of
 * the process.
 */
export function limitRoom(): void {
  setFlagsFromString(`--heap-growing-percent=${SLACK}`);
  const observer = new PerformanceObserver(() => {
    if (!hasEnough()) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

function hasEnough(): boolean {
  const room = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  return room !== undefined && room.space_size >= ENOUGH;
}
