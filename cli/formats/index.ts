import type { Format } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of `agreement check`, by what `--format` calls them. */
export const FORMATS = { pretty, json, sarif, github, gitlab, junit } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
