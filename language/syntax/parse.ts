import { grammar } from '../generated/tables.ts';
import { countFirst } from '../sorted.ts';
import { parserOf } from './compile.ts';
import { lexicalProblems, textsOfLines } from './lexical.ts';
import { explain } from './messages.ts';
import { Run, type SyntaxProblem } from './run.ts';
import { scan } from './scan.ts';
import type { Fault, Tokens } from './tokens.ts';
import type { SyntaxFile } from './tree.ts';

export type { SyntaxEdit, SyntaxFix, SyntaxProblem } from './run.ts';

/** A text and what it says. */
export interface Parsed {
  readonly text: string;
  readonly tokens: Tokens;
  readonly tree: SyntaxFile;
  /** Syntax errors in the order of the text. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads a text, or whole declarations in it: those from `from` to `to` (UTF-16 offsets). Never fails: what cannot be read is in `problems`,
 * and costs no more than the statement it stands in.
 */
export function parse(text: string, from = 0, to = text.length): Parsed {
  return parseTokens(scan(text, from, to));
}

/** As `parse`, for a text of which the tokens are there. What is found to be misspelt is corrected in them. */
export function parseTokens(tokens: Tokens): Parsed {
  const run = new Run(tokens, explain);
  const tree = run.node;
  parserOf(grammar.entry)(run);
  tree.$last = tokens.count - 1;
  const problems = tokens.faults.length === 0 ? run.problems : withLexical(run.problems, tokens);
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text: tokens.source, tokens, tree: tree as unknown as SyntaxFile, problems };
}

/** What the scanner found is told beside the rest, and alone where invisible characters stand or a text goes on over several lines. */
function withLexical(problems: readonly SyntaxProblem[], tokens: Tokens): SyntaxProblem[] {
  const texts = textsOfLines(tokens);
  const unseen = [...tokens.faults.filter(({ is }) => is === 'invisible'), ...texts].sort((a, b) => a.start - b.start);
  const rest = unseen.length === 0 ? problems : problems.filter((problem) => !touchesAny(problem, unseen));
  return [...rest, ...lexicalProblems(tokens, texts)];
}

type Stretch = Pick<Fault, 'start' | 'end'>;

/** The stretches are in the order of the text. */
function touchesAny({ start, end }: SyntaxProblem, stretches: readonly Stretch[]): boolean {
  const first = stretches[countFirst(stretches.length, (i) => (stretches[i] as Stretch).end < start)];
  return first !== undefined && first.start <= end;
}
