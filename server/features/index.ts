import type { Feature } from './feature.ts';

/** What the server can do for an editor. Adding something is its file and its line here. */
export const FEATURES: readonly Feature[] = [];
