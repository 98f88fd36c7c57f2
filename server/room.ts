import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** So much room for new objects is enough, in bytes. */
const ENOUGH = 16 * 1024 * 1024;

/**
 * Keeps the engine from giving ever more room to new objects: while a large project is read it takes 100 MB and more, and is no faster for it.
 * No more than a hint to the engine, for all of the process.
 */
export function limitRoom(): void {
  const observer = new PerformanceObserver(() => {
    if (stopsGrowing()) observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** Ends the growth once there is enough room; whether there is. For those who let nobody else have a turn. */
export function stopsGrowing(): boolean {
  const room = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  if (room === undefined || room.space_size < ENOUGH) return false;
  setFlagsFromString('--semi-space-growth-factor=1');
  return true;
}
