import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the engine from putting records that are looked at once where it keeps what lives long: it learns from the first reading, of which
 * much is kept, that such objects stay, and then takes longer to judge. No more than a hint to the engine, so nothing depends on it.
 */
export function expectShortLives(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
