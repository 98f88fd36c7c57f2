import { type First, firstOf, firstOfAll, tableOf } from './first.ts';
import { CODES, KIND, kindOf } from './kinds.ts';
import { isThe, missingComma, secondPlace, separatorMark, separatorTwice } from './list-messages.ts';
import { MODALITIES } from './messages.ts';
import { isNearPreferred, isNearStarter, misspeltPreferred } from './misspelt.ts';
import { isFresh, type Parser, type Run } from './run.ts';
import type { SequenceStep, Step } from './steps.ts';
import { passOver } from './ways.ts';

/** `(',' 'and'? | 'and') item`, the way all lists of the language go on. */
export interface Separated {
  readonly separator: Step;
  readonly item: SequenceStep;
}

const AND = kindOf('and');
const NOT = kindOf('not');
const MARKS = '&;+/|';

/** The parts of a list's loop; undefined where the loop is no list. */
export function separatorOf(step: Step): Separated | undefined {
  if (step.is !== 'sequence') return undefined;
  const [separator, ...rest] = step.steps;
  if (separator?.is !== 'choice') return undefined;
  const kinds = [...firstOf(separator).firm].map((code) => code >> 1);
  if (!kinds.every((kind) => kind === KIND.comma || kind === AND)) return undefined;
  return { separator, item: { is: 'sequence', steps: rest } };
}

const SEPARATOR = 1;
const MARK = 2;
const ITEM = 3;

/** Reads the rest of a list. A doubled separator, another mark in its place, or none at all, is reported and read as a comma. */
export function list(parts: Separated, rule: string, compile: (step: Step, rule: string) => Parser): Parser {
  const separator = compile(parts.separator, rule);
  const item = compile(parts.item, rule);
  const items = firstOfAll(parts.item.steps);
  const firm = tableOf({ firm: items.firm, soft: new Set() });
  const property = propertyOf(parts.item);
  const separators = tableOf(firstOf(parts.separator));
  const what = kindsOfNext(parts.separator, items);
  return (run) => {
    for (;;) {
      const next = what[run.code()];
      if (next === SEPARATOR) {
        if (!separator(run)) return false;
        skipSeparators(run);
      } else if (next === MARK && isMark(run) && firm[run.codes[run.pos + 1] as number] === 1) {
        run.complain(() => separatorMark(run, run.pos));
        run.pos++;
      } else if (next === MARK && isMark(run) && separators[run.codes[run.pos + 1] as number] === 1) {
        run.complain(() => separatorTwice(run, run.pos));
        run.pos++;
        continue;
      } else if (next === ITEM && isItem(run)) {
        if (property === 'cites' && passSecondPlace(run)) continue;
        run.complain(() => missingComma(run, run.pos));
        if (isThe(run, run.pos - 1)) dropLast(run, property);
      } else {
        if (next === ITEM) misspeltPreferred(run);
        if (run.wishes !== undefined) run.wish(parts.separator, rule);
        return true;
      }
      if (!item(run) && !passOver(run, separators)) return false;
    }
  };
}

/** What the items of a list are in their node. */
function propertyOf({ steps }: SequenceStep): string {
  for (const step of steps) if ((step.is === 'token' || step.is === 'node') && step.property) return step.property;
  return '';
}

/** Takes an item that is none out of its list. */
function dropLast({ node }: Run, property: string): void {
  const items = node[property];
  if (Array.isArray(items)) items.pop();
}

/** A second text behind a source is no item of the list. */
function passSecondPlace(run: Run): boolean {
  const problem = run.code() >> 1 === KIND.text ? secondPlace(run, run.pos) : undefined;
  if (problem === undefined) return false;
  run.complain(() => problem);
  run.pos++;
  return true;
}

function kindsOfNext(separator: Step, item: First): Uint8Array {
  const what = new Uint8Array(CODES);
  what[KIND.unknown * 2] = MARK;
  for (const code of item.firm) if ((code & 1) === 0) what[code] = ITEM;
  for (const code of firstOf(separator).firm) what[code] = SEPARATOR;
  return what;
}

/** 1 for what comes behind an item where the list may still go on though no separator stands there. */
export function doubtsIn(parts: Separated): Uint8Array {
  const what = kindsOfNext(parts.separator, firstOfAll(parts.item.steps));
  return what.map((next) => (next === MARK || next === ITEM ? 1 : 0));
}

/** Whether a name or a text behind an item is another item, rather than a misspelt word that goes on with the statement. */
function isItem(run: Run): boolean {
  if (run.code() >> 1 === KIND.text) return true;
  const next = run.codes[run.pos + 1] as number;
  if (isNearPreferred(run) || isNearStarter(run) || isModality(run)) return false;
  return isFresh(next) || (next >> 1 !== KIND.text && next >> 1 !== NOT);
}

/** Whether another word for a modality goes on with an obligation: `shall`. */
function isModality(run: Run): boolean {
  return run.node.$type === 'Obligation' && MODALITIES[run.tokens.text(run.pos).toLowerCase()] !== undefined;
}

function isMark(run: Run): boolean {
  const mark = run.tokens.text(run.pos);
  return mark.length === 1 ? MARKS.includes(mark) : mark.startsWith('&');
}

function skipSeparators(run: Run): void {
  for (;;) {
    const kind = run.code() >> 1;
    if (kind !== KIND.comma && kind !== AND && !(kind === KIND.unknown && isMark(run))) return;
    run.complain(() => separatorTwice(run, run.pos));
    run.pos++;
  }
}
