import { callHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { fileRenames } from './file-renames.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { implementation } from './implementation.ts';
import { inlayHints } from './inlay-hints.ts';
import { linkedEditing } from './linked-editing.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { typeDefinition } from './type-definition.ts';
import { typeHierarchy } from './type-hierarchy.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** What the server can do for an editor. Adding something is its file and its line here. */
export const FEATURES: readonly Feature[] = [
  callHierarchy,
  codeActions,
  codeLens,
  completion,
  definition,
  documentHighlight,
  documentLinks,
  documentSymbols,
  fileRenames,
  folding,
  formatting,
  hover,
  implementation,
  inlayHints,
  linkedEditing,
  references,
  rename,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  typeDefinition,
  typeHierarchy,
  workspaceSymbols,
];
