import type { SyntaxProblem } from './run.ts';
import type { Fault, Tokens } from './tokens.ts';

/** What the scanner found wrong, in words. */
export function lexicalProblems(tokens: Tokens): SyntaxProblem[] {
  return tokens.faults.map((fault) => problemOf(tokens.source, fault));
}

function problemOf(text: string, fault: Fault): SyntaxProblem {
  const { start, end } = fault;
  switch (fault.is) {
    case 'unclosed-text':
      return unclosed(text, start, end);
    case 'unclosed-comment':
      return {
        start,
        end: start + 2,
        message: 'This comment is never closed: `*/` is missing.',
      };
    case 'quotes':
      return quotes(text, start, end);
    case 'escape':
      return wrongEscape(text, start, end);
    case 'invisible':
      return invisible(text, start, end);
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
    fix: {
      title: 'Change to straight quotes',
      edits: [{ start, end, newText: `"${inner}"` }],
    },
  };
}

/** The parser reads on as if they were not there. */
function invisible(text: string, start: number, end: number): SyntaxProblem {
  const codes = [...new Set([...text.slice(start, end)].map(codePoint))];
  const [them, those] = end - start === 1 ? ['An invisible character', 'it'] : ['Invisible characters', 'them'];
  return {
    start,
    end,
    message: `${them} (${codes.join(', ')}) came along with copied text. Remove ${those}.`,
    fix: {
      title: end - start === 1 ? 'Remove the invisible character' : 'Remove the invisible characters',
      edits: [{ start, end, newText: '' }],
    },
  };
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

function wrongEscape(text: string, start: number, end: number): SyntaxProblem {
  return {
    start,
    end,
    message: `\`${text.slice(start, end)}\` means nothing in a text. A backslash is written \`\\\\\`.`,
    fix: {
      title: 'Double the backslash',
      edits: [{ start, end: start + 1, newText: '\\\\' }],
    },
  };
}
