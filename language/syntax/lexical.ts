import type { SyntaxProblem } from './run.ts';
import type { Fault, Tokens } from './tokens.ts';
import { mended } from './torn.ts';

/** What the scanner found wrong, in words. Invisible characters of one line are one problem. */
export function lexicalProblems({ source, faults }: Tokens, texts: readonly TextOfLines[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = texts.map(ofLines);
  const told = new Set(texts.flatMap(({ first, last }) => [first, last]));
  let line: Fault[] = [];
  const tellLine = (): void => {
    if (line.length > 0) problems.push(invisible(source, line));
    line = [];
  };
  for (const fault of faults) {
    const last = line.at(-1);
    if (last && /[\r\n]/.test(source.slice(last.end, fault.start))) tellLine();
    if (fault.is === 'invisible') line.push(fault);
    else if (!told.has(fault)) problems.push(problemOf(source, fault, fault.is));
  }
  tellLine();
  return problems;
}

function problemOf(text: string, { start, end }: Fault, is: Exclude<Fault['is'], 'invisible'>): SyntaxProblem {
  switch (is) {
    case 'unclosed-text':
      return unclosed(text, start, end);
    case 'unclosed-comment':
      return {
        start,
        end: start + 2,
        message: 'This comment is never closed: `*/` is missing.',
        cuts: true,
      };
    case 'quotes':
      return quotes(text, start, end);
    case 'dash':
      return printedDash(text, start, end);
    case 'escape':
      return wrongEscape(text, start, end);
  }
}

/** So many lines at most a text goes on whose quotes are those of a single line. */
const MOST_LINES = 6;

/** A text in single quotes that goes on over several lines, with what the scanner found at either end of it. */
export interface TextOfLines {
  readonly start: number;
  readonly end: number;
  readonly first: Fault;
  readonly last: Fault;
}

/** Texts that begin on one line and end on a later one, where a quote stands behind all else: `"First line of it⏎ end of it."`. */
export function textsOfLines({ source, faults }: Tokens): readonly TextOfLines[] {
  const visible = faults.filter(({ is }) => is !== 'invisible');
  return visible.flatMap((first, i) => {
    const last = visible[i + 1];
    return last && isOfLines(source, first, last) ? [{ start: first.start, end: last.end, first, last }] : [];
  });
}

function isOfLines(source: string, first: Fault, last: Fault): boolean {
  if (first.is !== 'unclosed-text' || last.is !== 'unclosed-text') return false;
  const isQuoted = [first, last].every(({ start }) => source[start] === '"' && !source.startsWith('"""', start));
  if (!isQuoted || source.slice(last.start + 1, last.end).trim() !== '') return false;
  const lines = source.slice(first.end, last.start).split(/\r\n|\n|\r/).length;
  return lines > 1 && lines <= MOST_LINES;
}

function ofLines({ start, end }: TextOfLines): SyntaxProblem {
  return {
    start,
    end,
    message: 'A text of several lines stands between `"""` and `"""`.',
    cuts: true,
    fix: {
      title: 'Change to `"""`',
      edits: [
        { start, end: start + 1, newText: '"""' },
        { start: end - 1, end, newText: '"""' },
      ],
      // Two quotes may be missing as well.
      guess: true,
    },
  };
}

function unclosed(text: string, start: number, end: number): SyntaxProblem {
  const block = text.startsWith('"""', start);
  const mark = block ? '"""' : '"';
  const backslashes = /\\*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const newText = block ? '\n"""' : backslashes % 2 === 1 ? '\\"' : '"';
  const open = text.startsWith('"', start) ? [] : [{ start, end: start + 1, newText: '"' }];
  const inner = block ? '' : text.slice(start + 1, end);
  // What stands behind a text most often; it may as well be in it.
  const part = /\s+(?:per|by|because|preferred)\b/.exec(inner)?.index;
  const at = part === undefined ? end : start + 1 + part;
  const guess =
    !block &&
    (open.length > 0 || part !== undefined || inner.trim() === '' || /["“”]|\s(?:of|at|for|in)\s/.test(inner));
  return {
    start,
    end: block ? start + 3 : end,
    message: `This text is never closed: \`${mark}\` is missing.`,
    cuts: true,
    fix: {
      title: `Insert \`${mark}\``,
      edits: [...open, { start: at, end: at, newText }],
      guess,
    },
  };
}

function quotes(text: string, start: number, end: number): SyntaxProblem {
  const inner = text.slice(start + 1, end - 1).replace(/(?<!\\)"/g, '\\"');
  return {
    start,
    end,
    message: 'A text stands in straight double quotes: "…".',
    cuts: false,
    fix: {
      title: 'Change to straight quotes',
      edits: [{ start, end, newText: `"${inner}"` }],
    },
  };
}

/** The parser reads on as if they were not there. */
function invisible(text: string, stretches: readonly Fault[]): SyntaxProblem {
  const [{ start, end }] = stretches as [Fault];
  const all = stretches.map((one) => text.slice(one.start, one.end)).join('');
  const codes = [...new Set(all)].map(codePoint);
  const [them, those] = all.length === 1 ? ['An invisible character', 'it'] : ['Invisible characters', 'them'];
  return {
    start,
    end,
    message: `${them} (${codes.join(', ')}) came along with copied text. Remove ${those}.`,
    cuts: false,
    fix: {
      title: all.length === 1 ? 'Remove the invisible character' : 'Remove the invisible characters of this line',
      edits: stretches.map((one) => ({ start: one.start, end: one.end, newText: '' })),
      // Between two words it may stand for a blank.
      guess: stretches.some((one) => WORD.test(text.charAt(one.start - 1)) && WORD.test(text.charAt(one.end))),
    },
  };
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The parser reads `-`. */
function printedDash(text: string, start: number, end: number): SyntaxProblem {
  const word = mended(text.slice(start, end));
  return {
    start,
    end,
    message: `A name of several words is joined by \`-\`: \`${word}\`. The dash here is another character.`,
    cuts: false,
    fix: { title: `Change to \`${word}\``, edits: [{ start, end, newText: word }] },
  };
}

function wrongEscape(text: string, start: number, end: number): SyntaxProblem {
  return {
    start,
    end,
    message: `\`${text.slice(start, end)}\` means nothing in a text. A backslash is written \`\\\\\`.`,
    cuts: false,
    fix: {
      title: 'Double the backslash',
      edits: [{ start, end: start + 1, newText: '\\\\' }],
    },
  };
}
