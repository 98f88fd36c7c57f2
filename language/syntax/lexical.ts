import type { SyntaxProblem } from './run.ts';
import type { Fault, Tokens } from './tokens.ts';

/** What the scanner found wrong, in words. Invisible characters of one line are one problem. */
export function lexicalProblems({ source, faults }: Tokens): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let line: Fault[] = [];
  const tellLine = (): void => {
    if (line.length > 0) problems.push(invisible(source, line));
    line = [];
  };
  for (const fault of faults) {
    const last = line.at(-1);
    if (last && /[\r\n]/.test(source.slice(last.end, fault.start))) tellLine();
    if (fault.is === 'invisible') line.push(fault);
    else problems.push(problemOf(source, fault, fault.is));
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
    case 'escape':
      return wrongEscape(text, start, end);
  }
}

function unclosed(text: string, start: number, end: number): SyntaxProblem {
  const block = text.startsWith('"""', start);
  const mark = block ? '"""' : '"';
  const backslashes = /\\*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const newText = block ? '\n"""' : backslashes % 2 === 1 ? '\\"' : '"';
  const open = text.startsWith('"', start) ? [] : [{ start, end: start + 1, newText: '"' }];
  return {
    start,
    end: block ? start + 3 : end,
    message: `This text is never closed: \`${mark}\` is missing.`,
    cuts: true,
    fix: {
      title: `Insert \`${mark}\``,
      edits: [...open, { start: end, end, newText }],
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
