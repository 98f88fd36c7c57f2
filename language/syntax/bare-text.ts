import { LOCATOR } from '../vocabulary.ts';
import { needed } from './expectation.ts';
import { firstOfAll, ruleNamed } from './first.ts';
import { isKeyword, KIND, wordOfKind } from './kinds.ts';
import { between, edit, isMissing } from './problems.ts';
import { isFresh, type Missed, type Run, type SyntaxFix } from './run.ts';
import type { MutableNode, Step } from './steps.ts';

/** Words that stand where a text in quotes belongs: how far they go, and how they are put into quotes. */

/** Marks at its end belong to the sentence around it. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s"{}<>]*[^\s"{}<>,.;:)\]]/y;

/** Puts the words at `at` into quotes; undefined where none stand there that may be meant as the text. */
export function quoteWords(run: Run, missed: Missed, at: number): SyntaxFix | undefined {
  const { tokens } = run;
  if (!needed(missed.step).every((step) => step.token === 'TEXT') || !isBareText(run, missed, at)) return undefined;
  const start = tokens.start(at);
  const address = addressAt(run, at);
  if (address !== undefined) return inQuotes(run, start, start + address.length);
  const last = lastWord(run, missed, at);
  // A text among them is most likely the one that is wanted.
  for (let word = at; word <= last + 1; word++) if ((run.codes[word] as number) >> 1 === KIND.text) return undefined;
  return inQuotes(run, start, tokens.end(last));
}

/** The address without quotes that begins at a token; undefined where none does. */
export function addressAt({ tokens }: Run, at: number): string | undefined {
  ADDRESS.lastIndex = tokens.start(at);
  return ADDRESS.exec(tokens.source)?.[0];
}

/** The last part of a rule. */
export function lastOf(rule: string): Missed {
  const whole = ruleNamed(rule);
  return { step: (whole.is === 'sequence' && whole.steps.at(-1)) || whole, rule };
}

/** Passes over the words of a text that ends its statement: none of them begins another one. */
export function passWords(run: Run, missed: Missed): void {
  if (endsStatement(missed) && isBareText(run, missed, run.pos)) run.pos = lastWord(run, missed, run.pos) + 1;
}

/** Puts a stretch of the text into quotes. */
export function inQuotes(run: Run, start: number, end: number): SyntaxFix {
  const written = run.tokens.source.slice(start, end);
  return { title: 'Put it into quotes', edits: [edit(start, end, `"${written.replace(/["\\]/g, '\\$&')}"`)] };
}

function isBareText(run: Run, missed: Missed, at: number): boolean {
  const kind = (run.codes[at] as number) >> 1;
  if (kind === KIND.name || kind === KIND.value) return true;
  return endsStatement(missed) && isKeyword(kind) && !isMissing(run, at) && !beginsAnother(run, at);
}

function beginsAnother(run: Run, at: number): boolean {
  return run.body?.begins(run.codes[at] as number, run.codes[at + 1] as number) === true;
}

/** Whether nothing of the statement comes behind the text. */
function endsStatement({ step, rule }: Missed): boolean {
  return behindIn(rule, step)?.length === 0;
}

/** What comes behind a step in its rule; undefined where it is no part of the rule's own sequence. */
function behindIn(rule: string, step: Step): readonly Step[] | undefined {
  const whole = ruleNamed(rule);
  const index = whole.is === 'sequence' ? whole.steps.indexOf(step) : -1;
  return whole.is === 'sequence' && index >= 0 ? whole.steps.slice(index + 1) : undefined;
}

/**
 * The last of the words of a text: up to the end of the line or a brace. Within a line of several statements another one ends it, and where
 * the statement goes on behind it, so does any keyword, a text, or the number that comes next.
 */
function lastWord(run: Run, missed: Missed, at: number): number {
  const isLast = endsStatement(missed);
  const hasLine = isFresh(run.codes[run.statement] as number);
  const next = firstOfAll(behindIn(missed.rule, missed.step) ?? []).firm;
  const goesOn = (code: number): boolean => isKeyword(code >> 1) || code >> 1 === KIND.text || next.has(code);
  for (let last = at; ; last++) {
    if (isMissing(run, last + 1)) return last;
    if (isLast ? !hasLine && beginsAnother(run, last + 1) : goesOn(run.codes[last + 1] as number)) return last;
  }
}

/** The last of the words behind a name: up to the end of the line, a brace, a text or another statement. */
function lastBehind(run: Run, at: number): number {
  let last = at - 1;
  while (!isMissing(run, last + 1) && !beginsAnother(run, last + 1)) {
    if ((run.codes[last + 1] as number) >> 1 === KIND.text) break;
    last++;
  }
  return last;
}

/** A publisher of several words: a text whose quotes are missing, and no party. */
export function publisherOfSeveralWords(run: Run, node: MutableNode): void {
  const party = node['party'] as number | undefined;
  if (party === undefined || wordOfKind(run.code() >> 1) === 'per') return;
  const last = lastBehind(run, run.pos);
  if (!hasName(run, run.pos, last)) return;
  const start = run.tokens.start(party);
  const end = run.tokens.end(last);
  run.report(() => {
    const message = 'A publisher is a party by its name, or a text in quotes; a name is one word.';
    return { start, end, message, fix: inQuotes(run, start, end) };
  });
  node['party'] = undefined;
  node.$last = last;
  run.pos = last + 1;
}

function hasName(run: Run, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if ((run.codes[at] as number) >> 1 === KIND.name) return true;
  return false;
}

const LOCATORS = new RegExp(`^(?:${LOCATOR})$`, 'i');

/** A place in a source whose quotes are missing: `per cbp p. 4`. */
export function bareLocator(run: Run, node: MutableNode): void {
  const { tokens, pos } = run;
  if (node['locator'] !== undefined || run.code() !== KIND.name * 2 || !LOCATORS.test(tokens.text(pos))) return;
  const last = lastOfLocator(run);
  if (last === pos) return;
  run.complain(() => {
    const message = 'A place in a source stands in quotes.';
    return { ...between(run, pos, last, message), fix: inQuotes(run, tokens.start(pos), tokens.end(last)) };
  });
  run.pos = last + 1;
}

function lastOfLocator(run: Run): number {
  let last = run.pos;
  const isPart = (kind: number): boolean => kind === KIND.value || kind === KIND.name || kind === KIND.unknown;
  while (!isMissing(run, last + 1) && isPart((run.codes[last + 1] as number) >> 1)) last++;
  return last;
}
