import { grammar } from '../generated/tables.ts';
import type { Body } from './bodies.ts';
import { isKeyword, KIND, kindOf, type TokenKind, wordOfKind } from './kinds.ts';
import { didYouMean, wordMeant } from './messages.ts';
import { nearest } from './nearest.ts';
import { isFresh, type Run, type Said } from './run.ts';

/** The words that begin statements of the body of a rule. */
export function startersOf(rule: string): readonly string[] {
  return Object.keys(grammar.bodies[rule] ?? {}).map((word) => wordOfKind(kindOf(word)));
}

function kindOfWritten(word: string): TokenKind {
  return word === 'in force' ? KIND.inForce : kindOf(word);
}

/** A keyword that was meant by a name, or by the last of several. */
export interface Meant {
  readonly kind: TokenKind;
  /** The token that is read as the keyword. */
  readonly at: number;
  readonly problem: Said;
}

/** The statement's word that the next token misspells, when that is a name and something follows it on its line; or `in force`. */
export function misspelt(run: Run, body: Body): Meant | undefined {
  const force = misspeltForce(run, body);
  if (force !== undefined) return force;
  if (isPassive(run)) return undefined;
  const word = run.code() >> 1 === KIND.name ? nearest(run.tokens.text(run.pos), startersOf(body.rule)) : undefined;
  return asStarter(run, body, word ?? otherWord(run, body));
}

/** Whether `by` follows the next token: `superseded by New` says the contrary of what it looks like. */
export function isPassive({ codes, pos }: Run): boolean {
  return codes[pos + 1] === BY * 2;
}

const BY = kindOf('by');

function asStarter(run: Run, body: Body, word: string | undefined): Meant | undefined {
  if (word === undefined || isFresh(run.codes[run.pos + 1] as number)) return undefined;
  return {
    kind: kindOfWritten(word),
    at: run.pos,
    problem: didYouMean(run, body.rule, word),
  };
}

/** What sources and other forms call what a statement's word says. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  accessed: 'retrieved',
  effective: 'in force',
  parties: 'between',
  replaces: 'supersedes',
};

function otherWord(run: Run, body: Body): string | undefined {
  const word = isFresh(run.code()) ? OTHER_WORDS[run.tokens.text(run.pos).toLowerCase()] : undefined;
  return word !== undefined && startersOf(body.rule).includes(word) ? word : undefined;
}

/** `in froce`, `In force`, `in 2015`, `entered into force` at the beginning of a line or body, where the body has such a statement. */
export function misspeltForce(run: Run, body: Body): Meant | undefined {
  const { codes, pos } = run;
  const isFirst = isFresh(run.code()) || (codes[pos - 1] ?? 0) >> 1 === KIND.open;
  if (!isFirst || grammar.bodies[body.rule]?.['IN_FORCE'] === undefined) return undefined;
  const last = lastOfForce(run);
  if (last === undefined) return undefined;
  return { kind: KIND.inForce, at: last, problem: didYouMean(run, body.rule, 'in force', last) };
}

function lastOfForce({ tokens, codes, pos }: Run): number | undefined {
  const word = (ahead: number): string => (isFresh(codes[pos + ahead] as number) ? '' : tokens.text(pos + ahead));
  if (ENTERED.test(tokens.text(pos)) && word(1) === 'into' && word(2) === 'force') return pos + 2;
  if (tokens.text(pos).toLowerCase() !== 'in') return undefined;
  if (codes[pos + 1] === KIND.value * 2) return pos;
  return word(1) === 'effect' || nearest(word(1), ['force']) !== undefined ? pos + 1 : undefined;
}

const ENTERED = /^(?:entered|enters|entry)$/i;

/** Whether the next token, a name, rather misspells a statement of this body than goes on with a list. */
export function isNearStarter(run: Run): boolean {
  return run.body !== undefined && isNear(run, run.body);
}

/** The words of events; the body of an agreement tells which they are. */
const events = Object.entries(grammar.bodies['Agreement'] ?? {}).flatMap(([word, rule]) =>
  rule === 'Event' && word !== 'not' ? [wordOfKind(kindOf(word))] : [],
);

/** Reads the name at a token as the word that it misspells, and says so. */
export function readAs(run: Run, at: number, word: string): void {
  run.remark(wordMeant(run, at, word));
  run.change(at, kindOfWritten(word));
}

/** An event's word that is misspelt behind the `not` at a token: `not signd`, `not in froce`. Undefined where none is. */
export function misspeltNegated({ codes, tokens }: Run, not: number): { word: string; last: number } | undefined {
  const at = not + 1;
  if (codes[at] === KIND.name * 2) {
    const word = nearest(tokens.text(at), events);
    return word === undefined ? undefined : { word, last: at };
  }
  const isForce = codes[at] === IN * 2 && codes[at + 1] === KIND.name * 2;
  return isForce && nearest(tokens.text(at + 1), ['force']) !== undefined
    ? { word: 'in force', last: at + 1 }
    : undefined;
}

/** Mends it, where the `not` is the next token. */
export function mendNegated(run: Run): void {
  const at = run.pos + 1;
  const meant = misspeltNegated(run, run.pos);
  if (meant === undefined) return;
  if (meant.last > at) run.report(() => wordMeant(run, at, meant.word, meant.last));
  else readAs(run, at, meant.word);
}

const IN = kindOf('in');
const OF = kindOf('of');

/** Whether the next token, a name, misspells the `preferred` that ends an event. */
export function isNearPreferred(run: Run): boolean {
  return run.code() >> 1 === KIND.name && misspeltLast(run, run.pos) !== undefined;
}

/** `preferred` where the name at `at` misspells it and ends an event. */
export function misspeltLast(run: Run, at: number): string | undefined {
  const next = run.codes[at + 1] as number;
  const isLast = isFresh(next) || next >> 1 === KIND.open || next >> 1 === KIND.close;
  return run.node.$type === 'Event' && isLast ? nearest(run.tokens.text(at), ['preferred']) : undefined;
}

/** Reads it as that word. */
export function misspeltPreferred(run: Run): void {
  if (isNearPreferred(run)) readAs(run, run.pos, 'preferred');
}

/** The word that goes on with a statement behind its date where a name misspells it at `at`; undefined where none is meant. */
export function misspeltPart(run: Run, at: number, words: readonly string[]): string | undefined {
  const next = run.codes[at + 1] as number;
  const written = run.tokens.text(at);
  if (isFresh(next) || written.length < 3 || (next >> 1 !== KIND.text && next >> 1 !== KIND.name)) return undefined;
  // A text with a party behind it is a signatory.
  const isSignatory = next >> 1 === KIND.text && (run.codes[at + 2] as number) >> 1 === OF;
  return (
    nearest(written, isSignatory ? words.filter((word) => word !== 'per') : words) ??
    (isSignatory && nearest(written, ['per']) ? 'by' : undefined)
  );
}

/** Whether the next token, a name, misspells a statement of a body. */
export function isNear(run: Run, body: Body): boolean {
  return run.code() >> 1 === KIND.name && nearest(run.tokens.text(run.pos), startersOf(body.rule)) !== undefined;
}

/**
 * The declaration's word that the next token misspells: a name with another name behind it on its line, or a statement's word that has a
 * header behind it (`ports Santos "…" {`).
 */
export function misspeltDeclaration(run: Run): Meant | undefined {
  const kind = run.code() >> 1;
  const next = run.codes[run.pos + 1] as number;
  if (isFresh(next) || next >> 1 === KIND.unknown) return undefined;
  if (kind !== KIND.name && !(isKeyword(kind) && isHeader((run.codes[run.pos + 2] as number) >> 1))) return undefined;
  const near = nearest(run.tokens.text(run.pos), Object.keys(grammar.declarations));
  const word =
    near ?? (kind === KIND.name && next >> 1 === KIND.name ? signs.get(run.codes[run.pos + 2] ?? 0) : undefined);
  return word === undefined
    ? undefined
    : { kind: kindOf(word), at: run.pos, problem: didYouMean(run, undefined, word) };
}

/** What comes after the name of a declaration tells which it is. */
const signs: ReadonlyMap<number, string> = new Map([
  [kindOf(':') * 2, 'agreement'],
  [kindOf('specializes') * 2, 'kind'],
]);

function isHeader(kind: TokenKind): boolean {
  return kind === KIND.text || kind === KIND.open;
}
