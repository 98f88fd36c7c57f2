import type { SemanticTokensLegend } from 'vscode-languageserver';
import type { DeclarationType } from '../../language/records/model.ts';

/**
 * What a stretch of a text may be, with the name that editors know it by. All are among the protocol's own, so that every theme has a colour
 * for them:
 *
 * | here | in the protocol |
 * |---|---|
 * | a keyword: `agreement`, `signed`, `per` | `keyword` |
 * | an agreement | `class` |
 * | a kind | `type` |
 * | a party | `interface` |
 * | a jurisdiction | `namespace` |
 * | a program | `struct` |
 * | a port | `property` |
 * | a source | `variable` |
 * | an obligation | `method` |
 * | a word of a closed list, a LOCODE, a language: `AEO`, `sea`, `signature`, `MAPTM`, `es` | `enumMember` |
 * | a rule in `waive` | `macro` |
 * | a date or a number | `number` |
 * | a text | `string` |
 * | a comment | `comment` |
 */
export const TYPES = [
  'keyword',
  'class',
  'type',
  'interface',
  'namespace',
  'struct',
  'property',
  'variable',
  'method',
  'enumMember',
  'macro',
  'number',
  'string',
  'comment',
] as const;

/** What more is told of a name: it is declared here; it comes from the library; it is an agreement that another one supersedes. */
export const MODIFIERS = ['declaration', 'defaultLibrary', 'deprecated'] as const;

export type TokenType = (typeof TYPES)[number];
export type TokenModifier = (typeof MODIFIERS)[number];

/** The types and modifiers, each by its number. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

/** The type of a declaration's name. */
export const TYPE_OF: Readonly<Record<DeclarationType, TokenType>> = {
  agreement: 'class',
  kind: 'type',
  party: 'interface',
  jurisdiction: 'namespace',
  program: 'struct',
  port: 'property',
  source: 'variable',
};
