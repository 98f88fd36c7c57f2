import { addressAt, bareLocator, inQuotes, publisherOfSeveralWords } from './bare-text.ts';
import { KIND, kindOf } from './kinds.ts';
import { nearest } from './nearest.ts';
import { behind, between, on, quote, replace } from './problems.ts';
import { isFresh, type Run, type Said } from './run.ts';
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

const COLON = kindOf(':');
const ADDRESS = /^"https?:\/\//i;
const LOWER_H = 104;
const UPPER_H = 72;

function locator(run: Run, node: MutableNode): void {
  if (bareAddress(run, node)) return;
  addressAsLocator(run, node);
  bareLocator(run, node);
}

/** Whether a citation needs no repairs, at a first look. */
export function isPlainCitation(run: Run, node: MutableNode): boolean {
  const locator = node['locator'] as number | undefined;
  if (locator === undefined) {
    const kind = run.code() >> 1;
    return run.code() !== KIND.name * 2 && kind !== COLON && kind !== KIND.unknown;
  }
  const { tokens } = run;
  const first = tokens.source.charCodeAt(tokens.start(locator) + 1);
  return first !== LOWER_H && first !== UPPER_H;
}

/** `per https://example.org/a`, whose `//` makes a comment of the rest; `per www.example.org/a`. */
function bareAddress(run: Run, node: MutableNode): boolean {
  const source = node['source'] as number | undefined;
  const kind = run.code() >> 1;
  if (source === undefined || (kind !== COLON && kind !== KIND.unknown)) return false;
  const address = addressAt(run, source);
  if (address === undefined) return false;
  const start = run.tokens.start(source);
  const end = start + address.length;
  run.report(() => ({ start, end, message: 'An address stands in quotes.', fix: inQuotes(run, start, end) }));
  node['source'] = undefined;
  while (run.pos < run.tokens.count && run.tokens.start(run.pos) < end) run.pos++;
  return true;
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
  const extra = node['extra'] as number[] | undefined;
  if (extra?.length === 1 && node['name'] === undefined) {
    // What stands before it is told.
    node['name'] = extra[0];
    node['extra'] = undefined;
  }
  if (node['extra'] !== undefined) run.remark({ ...nameOfSeveralWords(run, node), cuts: true });
  else if (kind === 'kind') kindless(run, node);
  const title = node['title'] as number | undefined;
  const named = kind === undefined ? undefined : (node[kind] as number | undefined);
  if (title !== undefined && named !== undefined && named > title) run.remark(titleTooEarly(run, title, named));
}

/** An agreement without a kind, where nothing else is wrong with its header. */
function kindless(run: Run, node: MutableNode): void {
  const named = node['name'] as number | undefined;
  if (named === undefined || node['kind'] !== undefined || (run.codes[named + 1] as number) >> 1 === COLON) return;
  const last = (node['title'] as number | undefined) ?? named;
  const next = run.codes[last + 1] as number;
  if (!isFresh(next) && next >> 1 !== KIND.open) return;
  const name = quote(run, named);
  run.remark(behind(run, last, `Expected \`:\` and the kind of the agreement ${name}, such as \`: MRA\`.`));
}

function nameOfSeveralWords(run: Run, node: MutableNode): Said {
  const extra = node['extra'] as number[];
  const isAgreement = 'kind' in node;
  const first = (node['name'] as number | undefined) ?? (extra[0] as number);
  const last = extra.at(-1) as number;
  if (isAgreement && node['kind'] === undefined) return kindWithoutColon(run, first, last);
  if ('base' in node && node['base'] === undefined) {
    const problem = misspeltSpecializes(run, extra);
    if (problem) return problem;
  }
  const joined = asOneWord(run, first, last);
  const message = `A name is one word, such as \`${joined}\`.`;
  return between(run, first, last, message, replace(run, first, last, joined));
}

/** Tokens as one name. */
function asOneWord({ tokens }: Run, first: number, last: number): string {
  const words = Array.from({ length: last - first + 1 }, (_, index) => tokens.text(first + index));
  return words.map((word) => word.replace(/^\^/, '')).join('-');
}

/** `agreement US-BR-MRA MRA`: an agreement has a kind, so the last of several words is most likely that. */
function kindWithoutColon(run: Run, first: number, kind: number): Said {
  const meant = `${asOneWord(run, first, kind - 1)} : ${run.tokens.text(kind)}`;
  const message = `A name is one word, and before the kind of an agreement stands \`:\`, such as \`${meant}\`.`;
  return between(run, first, kind, message, { ...replace(run, first, kind, meant), guess: true });
}

/** `kind Strict-MRA specialises MRA`, or another word for it. */
function misspeltSpecializes(run: Run, extra: readonly number[]): Said | undefined {
  const word = extra.at(-2);
  if (word === undefined) return undefined;
  const written = run.tokens.text(word);
  if (!/^(?:extends|inherits|specialization)$/i.test(written) && nearest(written, ['specializes']) === undefined)
    return undefined;
  const message = `${quote(run, word)} is no word of a header. Did you mean \`specializes\`?`;
  return on(run, word, message, replace(run, word, word, 'specializes'));
}

function titleTooEarly(run: Run, title: number, kind: number): Said {
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
