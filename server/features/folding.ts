import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Span } from '../../language/records/model.ts';
import { KIND } from '../../language/syntax/kinds.ts';
import type { Comment, Tokens } from '../../language/syntax/tokens.ts';
import { answering } from '../answer.ts';
import type { TextOf } from '../context.ts';
import { toRange } from '../positions.ts';
import type { Feature } from './feature.ts';

/** What can be folded: bodies, texts of several lines, comments, and what stands between `// region` and `// endregion`. */
export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: (connection, context) => {
    const { lineFoldingOnly = false, rangeLimit } = context.client.textDocument?.foldingRange ?? {};
    connection.onFoldingRanges(
      answering('find what can be folded', (params) => {
        const document = context.subject(params)?.document;
        if (!document) return null;
        const folds = foldsOf(document).sort((a, b) => a.span.start - b.span.start);
        const ranges = folds.flatMap((fold) => toFolding(document, fold, lineFoldingOnly) ?? []);
        return rangeLimit === undefined ? ranges : ranges.slice(0, rangeLimit);
      }),
    );
  },
};

interface Fold {
  /** What is hidden: from behind the opening mark to before the closing one. */
  readonly span: Span;
  readonly kind?: FoldingRangeKind;
  /** The last line stays in sight, since it holds the closing mark. */
  readonly showsEnd: boolean;
}

function foldsOf({ parsed: { tokens, text } }: TextOf): Fold[] {
  return [...bodies(tokens), ...texts(tokens), ...comments(tokens, text), ...regions(tokens, text)];
}

/** By braces rather than by the tree, so that a body with errors is folded too. */
function* bodies(tokens: Tokens): Generator<Fold> {
  const open: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind(i) === KIND.open) open.push(tokens.end(i));
    if (tokens.kind(i) !== KIND.close) continue;
    const start = open.pop();
    if (start !== undefined) yield { span: { start, end: tokens.start(i) }, showsEnd: true };
  }
}

function* texts(tokens: Tokens): Generator<Fold> {
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind(i) !== KIND.text) continue;
    yield { span: { start: tokens.start(i), end: tokens.end(i) }, showsEnd: false };
  }
}

/** Block comments, and `//` comments that follow each other line by line. */
function* comments({ comments: all }: Tokens, text: string): Generator<Fold> {
  let run: Span | undefined;
  for (const comment of all) {
    const goesOn = run && isLineComment(text, comment) && isNextLine(text.slice(run.end, comment.start));
    if (goesOn && run) run = { start: run.start, end: comment.end };
    else {
      if (run) yield commentFold(run);
      run = standsAlone(text, comment) ? comment : undefined;
      if (!isLineComment(text, comment)) {
        yield commentFold(comment);
        run = undefined;
      }
    }
  }
  if (run) yield commentFold(run);
}

function commentFold({ start, end }: Span): Fold {
  return { span: { start, end }, kind: FoldingRangeKind.Comment, showsEnd: false };
}

function isLineComment(text: string, comment: Comment): boolean {
  return text.startsWith('//', comment.start) && marker(text, comment) === undefined;
}

function isNextLine(between: string): boolean {
  return /^(?:\r\n|\r|\n)[ \t]*$/.test(between);
}

/** Whether nothing stands before the comment on its line. */
function standsAlone(text: string, { start }: Span): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
}

function* regions({ comments: all }: Tokens, text: string): Generator<Fold> {
  const open: number[] = [];
  for (const comment of all) {
    const mark = marker(text, comment);
    if (mark === 'region') open.push(comment.end);
    const start = mark === 'endregion' ? open.pop() : undefined;
    if (start !== undefined)
      yield { span: { start, end: comment.end }, kind: FoldingRangeKind.Region, showsEnd: false };
  }
}

function marker(text: string, { start, end }: Span): string | undefined {
  return /^\/\/\s*#?(region|endregion)\b/.exec(text.slice(start, end))?.[1];
}

/** A fold as the protocol writes it; undefined where it would hide nothing. */
function toFolding({ records }: TextOf, { span, kind, showsEnd }: Fold, byLines: boolean): FoldingRange | undefined {
  const { start, end } = toRange(records, span);
  const endLine = byLines && showsEnd ? end.line - 1 : end.line;
  if (endLine <= start.line) return undefined;
  const columns = byLines ? {} : { startCharacter: start.character, endCharacter: end.character };
  return { startLine: start.line, endLine, ...columns, ...(kind && { kind }) };
}
