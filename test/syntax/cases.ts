import type { Parsed, SyntaxProblem } from '../../language/syntax/parse.ts';
import { childrenOf, type Node } from '../../language/syntax/tree.ts';

/** A text with the places of its problems marked `⟦…⟧`, and what is expected of it. */
export interface Case {
  readonly name: string;
  readonly marked: string;
  readonly messages: readonly string[];
  readonly outline: readonly string[];
}

/** The text without its marks. */
export function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

/** The text with marks around each problem. */
export function marked(text: string, problems: readonly SyntaxProblem[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of problems) {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

/** Applies a problem's fix. */
export function mended(text: string, problem: SyntaxProblem): string {
  const edits = [...(problem.fix?.edits ?? [])].sort((a, b) => b.start - a.start);
  return edits.reduce((out, { start, end, newText }) => out.slice(0, start) + newText + out.slice(end), text);
}

/**
 * A node in one line: its type (`!` where it is broken), its leaves as they are written, its nodes in brackets, in the order of the text.
 */
export function outline(parsed: Parsed, node: Node): string {
  const parts: [number, string][] = [];
  const nodes = new Set(childrenOf(node));
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('$')) continue;
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === 'number') parts.push([part, parsed.tokens.text(part)]);
      else if (nodes.has(part)) parts.push([part.$first, `[${outline(parsed, part)}]`]);
    }
  }
  const inner = parts.sort((a, b) => a[0] - b[0]).map(([, text]) => text.replace(/\s*\n\s*/g, '↵'));
  return [`${node.$type}${node.$broken ? '!' : ''}`, ...inner].join(' ');
}

/** One line for each declaration of a file. */
export function outlines(parsed: Parsed): string[] {
  return (parsed.tree.declarations ?? []).map((node) => outline(parsed, node));
}

/** Reads cases of whole texts: `=== name`, the marked text, `---`, a line for each problem, `---`, a line for each declaration. */
export function readCases(file: string): Case[] {
  return file
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = '', messages = '', declarations = ''] = block.split(/^---\n/m);
      const at = head.indexOf('\n');
      return {
        name: head.slice(0, at),
        marked: head.slice(at + 1, -1),
        messages: lines(messages),
        outline: lines(declarations),
      };
    });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** A statement within a body, the sentences about it, and what is left of it (`-` where nothing is). */
export interface StatementCase {
  readonly body: string;
  readonly marked: string;
  readonly messages: readonly string[];
  readonly left: string;
}

/** Reads cases of single statements: `# body`, then for each the marked statement, `    sentence` for each problem, `  = what is left`. */
export function readStatementCases(file: string): StatementCase[] {
  const cases: StatementCase[] = [];
  let body = '';
  let messages: string[] = [];
  let text = '';
  for (const line of lines(file)) {
    if (line.startsWith('# ')) body = line.slice(2);
    else if (line.startsWith('    ')) messages.push(line.slice(4));
    else if (line.startsWith('  = ')) cases.push({ body, marked: text, messages, left: line.slice(4) });
    else {
      text = line;
      messages = [];
    }
  }
  return cases;
}

/** A statement between two others, in a declaration between two others. */
export function surrounded(body: string, statement: string): string {
  const head = body === 'agreement' ? 'agreement It : CMAA' : `${body} It`;
  return `party Before { of US }\n${head} {\n  note "before"\n  ${statement}\n  note "after"\n}\nport After { locode BRSSZ }\n`;
}
