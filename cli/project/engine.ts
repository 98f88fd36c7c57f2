import { setFlagsFromString } from 'node:v8';

/**
 * Fits the engine to a program that runs for seconds. No more than hints to it, so nothing depends on them.
 * - Records that are looked at once are not put where it keeps what lives long: it learns from the first reading, of which much is kept, that such
 *   objects stay, and then takes longer to judge.
 * - Fewer functions are compiled into those that call them: while it compiles, reading and judging wait for a processor.
 */
export function fitToOneRun(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=500');
}
