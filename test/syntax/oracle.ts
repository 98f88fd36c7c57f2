import type { TokenType } from 'chevrotain';
import {
  type AstNode,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultTokenBuilder,
  EmptyFileSystem,
  type Grammar,
  inject,
  isReference,
  type LangiumCoreServices,
  type Lexer,
  type LexerResult,
  type TokenBuilderOptions,
} from 'langium';
import {
  AgreementLanguageGeneratedModule,
  AgreementLanguageGeneratedSharedModule,
} from '../../language/generated/module.ts';
import { isSoft, KIND, wordOfKind } from '../../language/syntax/kinds.ts';
import type { Parsed } from '../../language/syntax/parse.ts';
import { scan, type Tokens } from '../../language/syntax/scan.ts';

/** Langium's own parser of the same grammar, given our tokens: what it makes of a text is what ours must make of it. */

type Vocabulary = Record<string, TokenType>;

/** A name at the beginning of a line, and a keyword that may be a name, are token types of their own, as categories of what they may be. */
class OracleTokens extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenType[] {
    const types = super.buildTokens(grammar, options) as TokenType[];
    const name = types.find((type) => type.name === 'NAME');
    const word = types.find((type) => type.name === 'WORD');
    if (name === undefined || word === undefined) throw new Error('The grammar has names and words.');
    word.CATEGORIES = [name];
    const first: TokenType = { name: 'FIRST', PATTERN: /\0/, CATEGORIES: [name] };
    const soft = types
      .filter((type) => typeof type.PATTERN === 'string')
      .map((type): TokenType => ({ name: `${type.name}~`, PATTERN: /\0/, CATEGORIES: [type, name] }));
    return [...types, first, ...soft];
  }
}

class OracleLexer implements Lexer {
  readonly definition: Vocabulary;
  tokens: Tokens | undefined;

  constructor(services: LangiumCoreServices) {
    const types = services.parser.TokenBuilder.buildTokens(services.Grammar) as TokenType[];
    this.definition = Object.fromEntries(types.map((type) => [type.name, type]));
  }

  tokenize(text: string): LexerResult {
    const tokens = this.tokens ?? scan(text);
    const images = Array.from({ length: tokens.count }, (_, index) => ({
      image: tokens.text(index),
      startOffset: tokens.start(index),
      endOffset: tokens.end(index) - 1,
      startLine: 1,
      endLine: 1,
      startColumn: tokens.start(index) + 1,
      endColumn: tokens.end(index),
      tokenType: this.#typeOf(tokens, index),
      tokenTypeIdx: this.#typeOf(tokens, index).tokenTypeIdx ?? 0,
    }));
    return { tokens: images, hidden: [], errors: [] };
  }

  #typeOf(tokens: Tokens, index: number): TokenType {
    const kind = tokens.kind(index);
    const name = nameOf(kind, tokens.beginsLine(index));
    const type = this.definition[name];
    if (type === undefined) throw new Error(`No token type ${name}`);
    return type;
  }
}

function nameOf(kind: number, fresh: boolean): string {
  if (kind === KIND.name) return fresh ? 'FIRST' : 'WORD';
  if (kind === KIND.value) return 'VALUE';
  if (kind === KIND.text) return 'TEXT';
  if (kind === KIND.inForce) return 'IN_FORCE';
  const word = wordOfKind(kind);
  return !fresh && isSoft(kind) ? `${word}~` : word;
}

const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), AgreementLanguageGeneratedSharedModule);
const services = inject(createDefaultCoreModule({ shared }), AgreementLanguageGeneratedModule, {
  parser: { TokenBuilder: () => new OracleTokens(), Lexer: (all: LangiumCoreServices) => new OracleLexer(all) },
});
const lexer = services.parser.Lexer as OracleLexer;

/** What Langium makes of the tokens of a text: its errors, and its tree as plain data. */
export function oracle(parsed: Parsed): { readonly errors: readonly string[]; readonly tree: unknown } {
  lexer.tokens = parsed.tokens;
  const result = services.parser.LangiumParser.parse(parsed.text);
  lexer.tokens = undefined;
  return { errors: result.parserErrors.map((error) => error.message), tree: plain(result.value) };
}

/** Empty lists, and what is false or absent, are left out: so both trees are compared by what they say. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isReference(value)) return value.$refText;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as AstNode & Record<string, unknown>)
    .filter(([key, item]) => (!key.startsWith('$') || key === '$type') && isSaid(item))
    .map(([key, item]) => [key, plain(item)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isSaid(item: unknown): boolean {
  return item !== undefined && item !== false && !(Array.isArray(item) && item.length === 0);
}

/** Properties whose value is whether a word stands there. */
const flags = new Set(['least', 'more', 'negated', 'preferred']);

/** Our tree in the same form. */
export function ours(parsed: Parsed, value: unknown = parsed.tree, property = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => ours(parsed, item, property));
  if (typeof value === 'number') {
    const written = parsed.tokens.text(value);
    return flags.has(property) || written;
  }
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([key, item]) => !key.startsWith('$') && isSaid(item))
    .map(([key, item]) => [key, ours(parsed, item, key)] as const);
  const all = [['$type', (value as { $type: string }).$type] as const, ...entries];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
