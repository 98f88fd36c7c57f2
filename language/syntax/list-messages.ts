import { JURISDICTION_TYPES, LOCATOR, PARTY_TYPES, PROGRAM_TYPES } from '../vocabulary.ts';
import { KIND } from './kinds.ts';
import { between, edit, on, quote, remove, removeBefore, replace } from './problems.ts';
import type { Run, Said } from './run.ts';

/** The sentences for lists: what separates their items is missing, doubled or another mark. */

/** More names than these are seldom one list that lacks its commas. */
const MOST = 64;
/** How a text begins that is a place in a source. */
const PLACE = new RegExp(`^"(?:${LOCATOR})\\b`, 'i');

/** `&` or `;` between the items of a list. */
export function separatorMark(run: Run, at: number): Said {
  const { tokens } = run;
  const before = tokens.end(at - 1) === tokens.start(at) ? ' ' : '';
  const after = tokens.start(at + 1) === tokens.end(at) ? ' ' : '';
  return on(run, at, `Names in a list are separated by \`,\` or \`and\`, not ${quote(run, at)}.`, {
    title: 'Change to `and`',
    edits: [edit(tokens.start(at), tokens.end(at), `${before}and${after}`)],
  });
}

/** A second comma. */
export function separatorTwice(run: Run, at: number): Said {
  return on(run, at, `${quote(run, at)} is one separator too many.`, remove(run, at));
}

/** Two items of a list with nothing between them. */
export function missingComma(run: Run, at: number): Said {
  return wordInTwo(run, at) ?? needlessThe(run, at) ?? comma(run, at);
}

function comma(run: Run, at: number): Said {
  const address = /^"https?:/i.test(run.tokens.text(at));
  const hint = address ? ' An address is a source of its own.' : '';
  const message = `Expected \`,\` or \`and\` between ${quote(run, at - 1)} and ${quote(run, at)}.${hint}`;
  const edits = [];
  for (let next = at; next < at + MOST && (next === at || run.codes[next] === KIND.name * 2); next++) {
    const end = run.tokens.end(next - 1);
    edits.push(edit(end, end, ','));
  }
  const isName = run.node.$type !== 'Type' && run.node.$type !== 'Mode';
  const guess = !address && !(isName && isCode(run, at - 1) && isCode(run, at));
  return on(run, at, message, { title: 'Insert `,`', edits, guess });
}

/** Whether a name is hardly one word of several: `United States` is one name, `US BR` are two. */
function isCode({ tokens }: Run, at: number): boolean {
  const name = tokens.text(at);
  return !/\p{Ll}/u.test(name) || /[-_\d]/.test(name);
}

const TYPES: ReadonlySet<string> = new Set(
  [PARTY_TYPES, PROGRAM_TYPES, JURISDICTION_TYPES].flatMap((vocabulary) => Object.keys(vocabulary)),
);

/** `customs administration` */
function wordInTwo(run: Run, at: number): Said | undefined {
  const whole = `${run.tokens.text(at - 1)}-${run.tokens.text(at)}`.toLowerCase();
  if (!TYPES.has(whole)) return undefined;
  return between(run, at - 1, at, `This type is one word: \`${whole}\`.`, replace(run, at - 1, at, whole));
}

/** Whether an article stands at a token, which is no part of the name behind it. */
export function isThe(run: Run, at: number): boolean {
  return run.tokens.text(at).toLowerCase() === 'the';
}

/** `the US` */
function needlessThe(run: Run, at: number): Said | undefined {
  if (!isThe(run, at - 1)) return undefined;
  return on(run, at - 1, `A name stands without ${quote(run, at - 1)}.`, removeBefore(run, at - 1));
}

const ON_ONE_LINE = /^"[^"].*[^"]"$/;

/** `per cbp "p. 4" "p. 5"`; undefined where the text at `at` is no such place. */
export function secondPlace(run: Run, at: number): Said | undefined {
  const [first, second] = [run.tokens.text(at - 1), run.tokens.text(at)];
  if (!ON_ONE_LINE.test(first) || !ON_ONE_LINE.test(second) || !PLACE.test(second)) return undefined;
  const both = `${first.slice(0, -1)}; ${second.slice(1)}`;
  return on(run, at, 'The places in one source are one text.', replace(run, at - 1, at, both));
}
