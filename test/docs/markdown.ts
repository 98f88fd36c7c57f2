import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '../..');

/** A fenced block of a page. */
export interface Block {
  /** The first word behind the fence: `agreement`, `sh`; empty where there is none. */
  readonly language: string;
  /** The rest of that line. */
  readonly info: string;
  readonly text: string;
  /** The line of its fence, counted from 1. */
  readonly line: number;
  /** The codes of `<!-- finds: a, b -->` right before it. */
  readonly finds: readonly string[];
  /** The prose around it: from the block or heading before it to the one behind it. */
  readonly beside: string;
}

/** The text of a page, with LF at line ends. */
export function readPage(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8').replaceAll('\r\n', '\n');
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): readonly Block[] {
  const fences = [...page.matchAll(/(?:<!-- finds: ([^\n]*?) -->\n)?^```(\w+)[ \t]*([^\n]*)\n([\s\S]*?)^```$/gm)];
  return fences.map((fence, i) => {
    const [whole, finds = '', language = '', info = '', text = ''] = fence;
    const before = page.slice(i === 0 ? 0 : endOf(fences[i - 1]), fence.index);
    const behind = page.slice(fence.index + whole.length, fences[i + 1]?.index);
    return {
      language,
      info,
      text,
      line: page.slice(0, fence.index).split('\n').length + (finds ? 1 : 0),
      finds: finds.split(/,\s*/).filter((code) => code !== ''),
      beside: (before.split(/^#.*$/m).at(-1) ?? '') + (behind.split(/^#.*$/m)[0] ?? ''),
    };
  });
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0;
}

/** The page without its fenced blocks. */
export function proseOf(page: string): string {
  return page.replace(/^```[\s\S]*?^```$/gm, '');
}

/** What stands between backticks in the prose of a page; `\|` of a table is `|`. */
export function codeIn(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|'));
}
