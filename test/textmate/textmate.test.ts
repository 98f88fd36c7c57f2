import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { textmate as makeGrammar } from '../../scripts/textmate/grammar.ts';

const SCOPES = join(import.meta.dirname, 'scopes');
const GRAMMAR = join(import.meta.dirname, '../../client/syntaxes/agreement.tmLanguage.json');

/** What a file of `scopes/` says: after `| ` a line of the language, below it which columns have which scope, or (`!`) have it not. */
interface Expectation {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly scope: string;
  readonly negated: boolean;
}

function readScopes(text: string): { lines: string[]; expectations: Expectation[] } {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const row of text.split('\n')) {
    if (row.startsWith('|')) lines.push(row.slice(2));
    const [, margin, carets, bang, scope] = /^(\s+)(\^+) (!?)(\S+)$/.exec(row) ?? [];
    if (margin === undefined || carets === undefined || scope === undefined) continue;
    const from = margin.length - 2;
    expectations.push({ line: lines.length - 1, from, to: from + carets.length, scope, negated: bang === '!' });
  }
  return { lines, expectations };
}

/** The scopes of every column, line by line. */
function scopesOf(grammar: IGrammar, lines: readonly string[]): string[][][] {
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return Array.from(line, (_, column) => {
      return result.tokens.find((token) => token.startIndex <= column && column < token.endIndex)?.scopes ?? [];
    });
  });
}

const matches = (scopes: readonly string[], wanted: string) =>
  scopes.some((scope) => scope === wanted || scope.startsWith(`${wanted}.`));

describe('colours without a server', () => {
  let grammar: IGrammar;

  beforeAll(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm));
    const onigLib = Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    });
    const loadGrammar = async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR);
    const loaded = await new textmate.Registry({ onigLib, loadGrammar }).loadGrammar('source.agreement');
    if (!loaded) throw new Error('The grammar could not be loaded.');
    grammar = loaded;
  });

  test('are what the Langium grammar says', () => {
    expect(JSON.parse(readFileSync(GRAMMAR, 'utf8'))).toEqual(JSON.parse(JSON.stringify(makeGrammar())));
  });

  test.each(readdirSync(SCOPES))('%s', (file) => {
    const { lines, expectations } = readScopes(readFileSync(join(SCOPES, file), 'utf8'));
    const scopes = scopesOf(grammar, lines);
    expect(expectations.length).toBeGreaterThan(0);
    for (const { line, from, to, scope, negated } of expectations) {
      for (let column = from; column < to; column++) {
        const found = scopes[line]?.[column] ?? [];
        const where = `${lines[line]?.slice(from, to)} in: ${lines[line]} (${found.join(' ')})`;
        expect(matches(found, scope), `${negated ? 'no ' : ''}${scope} on ${where}`).toBe(!negated);
      }
    }
  });

  test('come to an end on a file that is broken everywhere', () => {
    const broken = ['agreement {{{ "', 'signed signed }} """', '/* kind : : ^ “'];
    const lines = Array.from({ length: 300 }, (_, i) => broken[i % 3] ?? '');
    expect(scopesOf(grammar, lines)).toHaveLength(300);
  });
});
