import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';

/** What the server can do for an editor. Adding something is its file and its line here. */
export const FEATURES: readonly Feature[] = [
  codeActions,
  completion,
  definition,
  documentSymbols,
  hover,
  references,
  rename,
];
