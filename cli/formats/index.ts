import type { Format } from './format.ts';
import { pretty } from './pretty.ts';

/** The formats of `agreement check`, by what `--format` calls them. Those for other programs are loaded when they are asked for. */
export const FORMATS = {
  pretty: () => pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
} as const satisfies Record<string, () => Format | Promise<Format>>;
export type FormatName = keyof typeof FORMATS;
