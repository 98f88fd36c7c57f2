import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readers } from '../../language/generated/readers.ts';
import { grammar } from '../../language/generated/tables.ts';
import { parserOf } from '../../language/syntax/compile.ts';
import { KIND } from '../../language/syntax/kinds.ts';
import { explain } from '../../language/syntax/messages.ts';
import { type Parsed, parse } from '../../language/syntax/parse.ts';
import { Run } from '../../language/syntax/run.ts';
import { scan } from '../../language/syntax/scan.ts';
import { childrenOf, type Node } from '../../language/syntax/tree.ts';
import { outline, outlines } from './cases.ts';
import { broken, brokenStatements, correct } from './corpus.ts';

const texts = correct.map(([, text]) => text).filter((text) => text.length < 20_000);
const words = [
  ...grammar.kinds.slice(2),
  'CBP',
  'US-BR',
  '^port',
  '2015',
  '16/09/2022',
  '"text"',
  '"""',
  '"',
  '“',
  '”',
  '\n',
  '\n  ',
  '//',
  '/*',
  '*/',
  '&',
  ';',
  '\\',
  'é',
  '\u0000',
  '\ud800',
];

const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), soup);

/** A text with a stretch taken out and something put in its place. */
const damaged = fc
  .tuple(
    fc.constantFrom(...texts, ...broken),
    fc.nat(),
    fc.nat({ max: 40 }),
    fc.oneof(fc.constant(''), soup, fc.constantFrom(...words)),
  )
  .map(([text, at, length, put]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + length);
  });

/** What is wrong with what was made of a text, whatever the text. */
function faults(parsed: Parsed): string[] {
  return [...tokenFaults(parsed), ...problemFaults(parsed), ...nodeFaults(parsed.tree, 0, parsed.tokens.count - 1)];
}

function tokenFaults({ tokens }: Parsed): string[] {
  const found: string[] = [];
  for (let index = 0, end = 0; index < tokens.count; index++) {
    if (tokens.start(index) < end || tokens.end(index) <= tokens.start(index)) found.push(`token ${index}`);
    end = tokens.end(index);
  }
  return found;
}

function problemFaults({ problems, text }: Parsed): string[] {
  return problems
    .filter(({ start, end, message }) => {
      const isWithin = start >= 0 && end >= start && end <= text.length;
      const isSentence = /^[A-Z`].*[.?]$/su.test(message);
      const isPlain = !/\b(?:NAME|TEXT|VALUE|WORD|IN_FORCE|EOF|undefined)\b/.test(message.replace(/`[^`]*`/g, ''));
      return !isWithin || !isSentence || !isPlain;
    })
    .map((problem) => problem.message);
}

/** Nodes lie within their parents, in the order of the text. */
function nodeFaults(node: Node, first: number, last: number): string[] {
  const found = node.$first < first || node.$last > last ? [`${node.$type} at ${node.$first}`] : [];
  let before = node.$first;
  for (const child of childrenOf(node)) {
    found.push(...nodeFaults(child, before, Math.max(node.$last, child.$last)));
    before = Math.max(child.$first, child.$last);
  }
  return found;
}

describe('whatever the text', () => {
  test('it is read, and what is said of it makes sense', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, damaged), (text) => {
        expect(faults(parse(text))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('everything that is no white space is a token or a comment, or invisible', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens } = parse(text);
        const stretches = [...tokens.comments.map(({ start, end }) => [start, end] as const)];
        for (const { is, start, end } of tokens.faults) if (is === 'invisible') stretches.push([start, end]);
        for (let index = 0; index < tokens.count; index++) stretches.push([tokens.start(index), tokens.end(index)]);
        let at = 0;
        for (const [start, end] of stretches.sort((a, b) => a[0] - b[0])) {
          if (text.slice(at, start).trim() !== '') return false;
          at = end;
        }
        return text.slice(at).trim() === '';
      }),
      { numRuns: 1000 },
    );
  });

  test('reading it again gives the same', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const [one, two] = [parse(text), parse(text)];
        expect(two.problems).toEqual(one.problems);
        expect(two.tree).toEqual(one.tree);
      }),
      { numRuns: 300 },
    );
  });

  test('an unfinished file says no more than is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, at) => {
        const { problems } = parse(text.slice(0, at % (text.length + 1)));
        // The statement that is cut off, a text or comment that is, and the braces around it.
        expect(problems.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a token that is missing in one statement', () => {
  const files = texts.filter((text) => {
    const parsed = parse(text);
    const { declarations = [] } = parsed.tree;
    const statements = declarations.flatMap((node): readonly Node[] => node.statements ?? []);
    // In a line of several statements the word of one may be a name in the one before it.
    return (
      declarations.length > 1 &&
      statements.length > 0 &&
      statements.every((node) => parsed.tokens.beginsLine(node.$first))
    );
  });

  test('costs nothing of the other declarations and statements', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), (text, pick) => {
        const parsed = parse(text);
        const all = statementTokens(parsed);
        const { owner, statement, token } = all[pick % all.length] ?? { owner: 0, statement: 0, token: 0 };
        const { tokens } = parsed;
        const after = parse(text.slice(0, tokens.start(token)) + text.slice(tokens.end(token)));
        expect(outlines(after).filter((_, index) => index !== owner)).toEqual(
          outlines(parsed).filter((_, index) => index !== owner),
        );
        // Without its first word, a statement may go on with the one before it.
        const isFirst = parsed.tree.declarations?.[owner]?.statements?.[statement]?.$first === token;
        const kept = statementsOf(parsed, owner).filter(
          (_, index) => index !== statement && !(isFirst && index === statement - 1),
        );
        expect(missingFrom(statementsOf(after, owner), kept)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

function statementsOf(parsed: Parsed, owner: number): string[] {
  return (parsed.tree.declarations?.[owner]?.statements ?? []).map((node) => outline(parsed, node));
}

/** Those of `kept` that are not in `all`, in this order. */
function missingFrom(all: readonly string[], kept: readonly string[]): string[] {
  let at = 0;
  return kept.filter((one) => {
    const found = all.indexOf(one, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

/** The tokens of statements (no braces), each with its declaration and its statement. */
function statementTokens(parsed: Parsed): { owner: number; statement: number; token: number }[] {
  const found: { owner: number; statement: number; token: number }[] = [];
  for (const [owner, declaration] of (parsed.tree.declarations ?? []).entries()) {
    for (const [statement, node] of (declaration.statements ?? []).entries()) {
      for (let token = node.$first; token <= node.$last; token++) {
        const kind = parsed.tokens.kind(token);
        if (kind !== KIND.open && kind !== KIND.close) found.push({ owner, statement, token });
      }
    }
  }
  return found;
}

describe('what stands as the grammar has it is read without care', () => {
  test('and gives the same as with care', () => {
    for (const text of [...texts, ...broken, ...brokenStatements])
      expect(readBy(text, true)).toStrictEqual(readBy(text, false));
    fc.assert(
      fc.property(fc.oneof(anyText, damaged), (text) => {
        expect(readBy(text, true)).toStrictEqual(readBy(text, false));
      }),
      { numRuns: 3000 },
    );
  });

  test('by a reader for each rule, which knows the rule where nothing is wrong', () => {
    const unread = new Set(Object.keys(readers));
    for (const text of texts) {
      const run = new Run(scan(text), explain);
      for (const node of nodesOf(parse(text).tree))
        if (readers[node.$type]?.(run, node.$first)) unread.delete(node.$type);
    }
    expect([...unread]).toEqual([]);
  });
});

function readBy(text: string, quick: boolean): unknown {
  const run = new Run(scan(text), explain, undefined, quick);
  const { node, problems, codes } = run;
  parserOf(grammar.entry)(run);
  return { node, problems, codes };
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}
