import { bareLocator, publisherOfSeveralWords } from './bare-text.ts';
import { KIND } from './kinds.ts';
import type { Run, SyntaxProblem } from './run.ts';
import type { MutableNode } from './steps.ts';

/** Looks at a node that was read for what the grammar only takes in so that it can be reported well. */
export type Repairs = (run: Run, node: MutableNode) => void;

/** The repairs of a rule's nodes. */
export function repairsOf(rule: string): Repairs | undefined {
  if (rule === 'Citation') return locator;
  if (rule === 'Publisher') return publisherOfSeveralWords;
  if (rule === 'Agreement') return (run, node) => header(run, node, 'kind');
  if (rule === 'Kind') return (run, node) => header(run, node, 'base');
  if (headersWithName.has(rule)) return (run, node) => header(run, node, undefined);
  return undefined;
}

const headersWithName = new Set(['Source', 'Party', 'Program', 'Port', 'Jurisdiction']);

const ADDRESS = /^"https?:\/\//i;
const LOWER_H = 104;
const UPPER_H = 72;

function locator(run: Run, node: MutableNode): void {
  addressAsLocator(run, node);
  bareLocator(run, node);
}

/** Whether a citation needs no repairs, at a first look. */
export function isPlainCitation(run: Run, node: MutableNode): boolean {
  const locator = node['locator'] as number | undefined;
  if (locator === undefined) return run.code() !== KIND.name * 2;
  const { tokens } = run;
  const first = tokens.source.charCodeAt(tokens.start(locator) + 1);
  return first !== LOWER_H && first !== UPPER_H;
}

/** An address is a source of its own: it is left to the list, which then misses a comma. */
function addressAsLocator(run: Run, node: MutableNode): void {
  const locator = node['locator'] as number | undefined;
  if (locator === undefined) return;
  const { tokens } = run;
  if (!ADDRESS.test(tokens.source.slice(tokens.start(locator), tokens.start(locator) + 10))) return;
  node['locator'] = undefined;
  node.$last = locator - 1;
  run.pos = locator;
}

function header(run: Run, node: MutableNode, kind: string | undefined): void {
  if (node['extra'] !== undefined) run.remark(nameOfSeveralWords(run, node));
  const title = node['title'] as number | undefined;
  const named = kind === undefined ? undefined : (node[kind] as number | undefined);
  if (title !== undefined && named !== undefined && named > title) run.remark(titleTooEarly(run, title, named));
}

function nameOfSeveralWords(run: Run, node: MutableNode): SyntaxProblem {
  const { tokens } = run;
  const extra = node['extra'] as number[];
  const first = (node['name'] as number | undefined) ?? (extra[0] as number);
  const last = extra.at(-1) as number;
  const words = Array.from({ length: last - first + 1 }, (_, index) => tokens.text(first + index));
  const start = tokens.start(first);
  const end = tokens.end(last);
  const joined = words.map((word) => word.replace(/^\^/, '')).join('-');
  const hint = 'kind' in node && node['kind'] === undefined ? ' Before the kind of an agreement stands `:`.' : '';
  return {
    start,
    end,
    message: `A name is one word, such as \`${joined}\`.${hint}`,
    fix: {
      title: `Change to \`${joined}\``,
      edits: [{ start, end, newText: joined }],
    },
  };
}

function titleTooEarly(run: Run, title: number, kind: number): SyntaxProblem {
  const { tokens } = run;
  const start = tokens.start(title);
  const end = tokens.end(title);
  const behind = tokens.end(kind);
  const written = tokens.text(title);
  return {
    start,
    end,
    message: `The title stands last in a header, after \`${tokens.text(kind - 1)} ${tokens.text(kind)}\`.`,
    fix: {
      title: 'Move the title to the end',
      edits: [
        { start, end: tokens.start(title + 1), newText: '' },
        { start: behind, end: behind, newText: ` ${written}` },
      ],
    },
  };
}
