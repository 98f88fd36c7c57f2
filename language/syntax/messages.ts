import { grammar } from '../generated/tables.ts';
import { numberOf } from '../number-words.ts';
import { lastOf, quoteWords } from './bare-text.ts';
import { expectation, needed } from './expectation.ts';
import { isKeyword, isSoft, KIND, kindOf, wordOfKind } from './kinds.ts';
import { nearest } from './nearest.ts';
import { examples, headers, purposes, thing, typeNoun } from './nouns.ts';
import {
  behind,
  between,
  edit,
  insertBehind,
  isMissing,
  on,
  quote,
  quoted,
  remove,
  removeBefore,
  replace,
} from './problems.ts';
import { isFresh, type Missed, type Run, type Said, type SyntaxFix } from './run.ts';

/**
 * The sentence for a part of the grammar that did not find what it needs at the token `at`. `mended` says that the part was passed over,
 * since what comes after it stands there.
 */
export function explain(run: Run, missed: Missed, at: number, mended: boolean): Said {
  const { step, rule } = missed;
  const later = mended ? dateTooLate(run, missed, at) : undefined;
  if (later !== undefined) return later;
  const [first] = needed(step);
  if (first?.property === 'name' && headers[run.node.$type] !== undefined) return nameless(run, at);
  if (step.is === 'token' && grammar.declarations[step.token] === rule) return wordless(run, at, step.token);
  if (step.is === 'token' && step.property === undefined) return missingWord(run, at, rule, step.token, mended);
  const keyword = mended ? undefined : keywordAsName(run, missed, at);
  if (keyword !== undefined) return keyword;
  if (isListEnd(run, missed, at)) return listEnd(run, missed, at);
  return missingPart(run, missed, at, mended);
}

function missingPart(run: Run, missed: Missed, at: number, mended: boolean): Said {
  const { what, example } = expectation(missed);
  const comma = what.includes(', ') ? ',' : '';
  const where = mended ? ` after ${quote(run, at - 1)}` : place(run, at);
  const message = `Expected ${what}${comma}${where}${suchAs(example)}.`;
  if (mended || isMissing(run, at)) return behind(run, at - 1, message);
  const fix =
    needlessWord(run, missed, at) ??
    quoteWords(run, missed, at) ??
    quotedName(run, missed, at) ??
    numberInWords(run, missed, at) ??
    modality(run, missed, at);
  return on(run, at, message, fix);
}

/** `signed in "Rabat" 2022`: the date stands behind other parts of its line. */
function dateTooLate(run: Run, { step }: Missed, at: number): Said | undefined {
  const { tokens, codes } = run;
  if (!needed(step).some(({ property }) => property === 'date')) return undefined;
  let date = at;
  while (!isMissing(run, date) && !(codes[date] === KIND.value * 2 && /^\d{4}/.test(tokens.text(date)))) date++;
  if (isMissing(run, date)) return undefined;
  const written = tokens.text(date);
  const place = tokens.end(at - 1);
  const edits = [edit(place, place, ` ${written}`), edit(tokens.end(date - 1), tokens.end(date), '')];
  const fix = { title: `Move ${quote(run, date)} behind ${quote(run, at - 1)}`, edits, guess: true };
  return on(
    run,
    date,
    `The date stands right behind ${quote(run, at - 1)}: \`${tokens.text(at - 1)} ${written} …\`.`,
    fix,
  );
}

/** A word before the text that is expected: `because of "…"`, `must never "…"`. */
function needlessWord(run: Run, { step, rule }: Missed, at: number): SyntaxFix | undefined {
  if (run.codes[at + 1] !== KIND.text * 2 || !needed(step).every(({ token }) => token === 'TEXT')) return undefined;
  const word = run.tokens.text(at);
  if (rule === 'Waiver' && word.toLowerCase() === 'of') return removeBefore(run, at);
  return rule.startsWith('Obligation') && NOT.test(word) ? replace(run, at, at, 'not') : undefined;
}

/** What is written for the `not` of an obligation. */
const NOT = /^(?:not|nto|no|never)$/i;

/** `every two months` */
function numberInWords(run: Run, { step }: Missed, at: number): SyntaxFix | undefined {
  const isNumber = needed(step).every(({ token, property }) => token === 'VALUE' && property !== 'date');
  const number = isNumber ? numberOf(run.tokens.text(at)) : undefined;
  if (number === undefined) return undefined;
  // `five hundred`: more of the number may follow.
  return { ...replace(run, at, at, String(number)), guess: run.codes[at + 1] === KIND.name * 2 };
}

/** How treaties (`shall`) and memoranda of understanding (`will`) put what the language has a word for. */
export const MODALITIES: Readonly<Record<string, string>> = { shall: 'must', will: 'should' };

function modality(run: Run, { step }: Missed, at: number): SyntaxFix | undefined {
  const word = needed(step).some(({ property }) => property === 'modality')
    ? MODALITIES[run.tokens.text(at).toLowerCase()]
    : undefined;
  return word === undefined ? undefined : replace(run, at, at, word);
}

function suchAs(example: string): string {
  return example === '' ? '' : `, such as ${example}`;
}

/** Where something is missing: ` after …`; and `, not …` where another token stands there. */
function place(run: Run, at: number): string {
  const after = at > 0 ? ` after ${quote(run, at - 1)}` : '';
  return isMissing(run, at) ? after : `${after}, not ${quote(run, at)}`;
}

/** Of more words nobody makes a name. */
const MOST_WORDS = 6;

function nameless(run: Run, at: number): Said {
  const rule = run.node.$type;
  const whole = thing(rule);
  const message = `${whole.charAt(0).toUpperCase()}${whole.slice(1)} needs a name, such as \`${headers[rule] ?? ''}\`.`;
  if (isMissing(run, at)) return behind(run, at - 1, message);
  const missed: Missed = { step: { is: 'token', token: 'NAME' }, rule };
  return keywordAsName(run, missed, at) ?? on(run, at, message, named(run, missed, at));
}

/** What stands where the name of a declaration belongs, as that name. */
function named(run: Run, missed: Missed, at: number): SyntaxFix | undefined {
  const isText = (run.codes[at] as number) >> 1 === KIND.text;
  if (isText && run.codes[at + 1] === KIND.name * 2) return behindTitle(run, at);
  const quotes = quotedName(run, missed, at);
  return quotes === undefined ? namedByTitle(run, at) : { ...quotes, guess: true };
}

/** `port "Port of Santos" Santos`: the name goes before the title. */
function behindTitle({ tokens }: Run, title: number): SyntaxFix {
  const name = tokens.text(title + 1);
  const start = tokens.start(title);
  return {
    title: `Move \`${name}\` before the title`,
    edits: [edit(start, start, `${name} `), edit(tokens.end(title), tokens.end(title + 1), '')],
  };
}

/** A title where the name belongs that goes before it: a name is made of its words. */
function namedByTitle(run: Run, at: number): SyntaxFix | undefined {
  if ((run.codes[at] as number) >> 1 !== KIND.text) return undefined;
  const words = run.tokens.text(at).match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  const name = words.join('-');
  if (!/^\p{L}/u.test(name) || words.length > MOST_WORDS) return undefined;
  const start = run.tokens.start(at);
  return { title: `Name it ${name}`, edits: [edit(start, start, `${name} `)] };
}

function wordless(run: Run, at: number, word: string): Said {
  const start = run.tokens.start(at);
  const fix = {
    title: `Insert \`${word}\``,
    edits: [edit(start, start, `${word} `)],
  };
  return { ...on(run, at, `Expected \`${word}\` before ${quote(run, at)}.`, fix), cuts: false };
}

function missingWord(run: Run, at: number, rule: string, word: string, mended: boolean): Said {
  const words = word === ':' ? severalWords(run, at) : undefined;
  if (words !== undefined) return words;
  const named = word === 'because' ? namedFromOutside(run, at) : undefined;
  if (named !== undefined) return named;
  if (mended) {
    const message = `Expected \`${word}\` between ${quote(run, at - 1)} and ${quote(run, at)}.`;
    return { ...on(run, at, message, insertBehind(run, at - 1, word === ',' ? word : ` ${word}`)), cuts: false };
  }
  const purpose = purposes[`${rule}.${word}`];
  const message = `Expected \`${word}\`${purpose === undefined ? '' : ` and ${purpose},`}${place(run, at)}${suchAs(examples[rule] ?? '')}.`;
  return isMissing(run, at)
    ? behind(run, at - 1, message)
    : on(run, at, message, word === 'because' ? because(run, at) : undefined);
}

/** `waive … of US-BR-MRA.share`: what an obligation is called from outside, in a waiver within its record. */
function namedFromOutside(run: Run, at: number): Said | undefined {
  const { tokens, path } = run;
  const isDotted =
    tokens.text(at) === '.' && tokens.end(at - 1) === tokens.start(at) && tokens.end(at) === tokens.start(at + 1);
  if (!isDotted || !isNameAt(run, at + 1)) return undefined;
  const name = tokens.text(at + 1);
  const holder = path.find((node) => node.$type === 'Agreement' || node.$type === 'Program')?.['name'];
  const guess = typeof holder !== 'number' || tokens.text(holder) !== tokens.text(at - 1);
  const message = `Within its record an obligation is named without the record: \`${name}\`.`;
  return between(run, at - 1, at + 1, message, { ...replace(run, at - 1, at + 1, name), guess });
}

function isNameAt(run: Run, at: number): boolean {
  const kind = (run.codes[at] as number) >> 1;
  return kind === KIND.name || isSoft(kind);
}

/** How the reason of a waiver begins where something else stands at `at`: another spelling, the subject without its `of`, or the reason itself. */
function because(run: Run, at: number): SyntaxFix | undefined {
  if (nearest(run.tokens.text(at), ['because']) !== undefined) return replace(run, at, at, 'because');
  const isName = (run.codes[at] as number) >> 1 === KIND.name;
  if (isName && wordOfKind((run.codes[at + 1] as number) >> 1) === 'because') return insertBehind(run, at - 1, ' of');
  const quotes = quoteWords(run, lastOf('Waiver'), at);
  const edits = quotes?.edits.map((one) => ({ ...one, newText: `because ${one.newText}` }));
  return edits && { title: 'Write `because`, and put the reason into quotes', edits };
}

/** A name of several words before a `:`. */
function severalWords(run: Run, at: number): Said | undefined {
  let last = at;
  while (last < at + 8 && isWord(run.codes[last] as number)) last++;
  if (last === at || wordOfKind((run.codes[last] as number) >> 1) !== ':') return undefined;
  const words = Array.from({ length: last - at + 1 }, (_, index) => run.tokens.text(at - 1 + index));
  const joined = words.join('-');
  const message = `A name is one word, such as \`${joined}\`.`;
  return between(run, at - 1, last - 1, message, replace(run, at - 1, last - 1, joined));
}

function isWord(code: number): boolean {
  return code === KIND.name * 2 || (!isFresh(code) && isSoft(code >> 1));
}

/** A word of the language where a name belongs. */
function keywordAsName(run: Run, missed: Missed, at: number): Said | undefined {
  const code = run.codes[at] as number;
  const wantsName = needed(missed.step).some((step) => step.token === 'NAME');
  if (!wantsName || !isKeyword(code >> 1) || isFresh(code)) return undefined;
  if (run.body?.begins(code, run.codes[at + 1] as number)) return undefined;
  return wordAsName(run, at);
}

/** A word of the language that was meant as a name. */
export function wordAsName(run: Run, at: number): Said {
  const word = wordOfKind((run.codes[at] as number) >> 1);
  const start = run.tokens.start(at);
  const message = `\`${word}\` is a word of the language. As a name it is written \`^${word}\`.`;
  if (JOINING.has(word) && !isMissing(run, at + 1))
    return on(run, at, message, { ...removeBefore(run, at), guess: true });
  return on(run, at, message, {
    title: `Write \`^${word}\``,
    edits: [edit(start, start, '^')],
    guess: JOINING.has(word),
  });
}

/** Words that join parts of a statement: where one stands in the place of a name, it is most likely one too many. */
const JOINING: ReadonlySet<string> = new Set(
  'and at because by each every for from in may must not of or over per preferred run should to'.split(' '),
);

/** A text where a name belongs: take away its quotes. */
function quotedName(run: Run, missed: Missed, at: number): SyntaxFix | undefined {
  if ((run.codes[at] as number) >> 1 !== KIND.text || !needed(missed.step).some((step) => step.token === 'NAME'))
    return undefined;
  const inner = run.tokens.text(at).slice(1, -1);
  return /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:-[\p{L}\p{M}\p{Nd}_]+)*$/u.test(inner)
    ? replace(run, at, at, inner)
    : undefined;
}

const COMMA = KIND.comma;
const AND = kindOf('and');

/** Whether a list ends with its separator. */
function isListEnd(run: Run, missed: Missed, at: number): boolean {
  const before = (run.codes[at - 1] ?? 0) >> 1;
  return isMissing(run, at) && (before === COMMA || before === AND) && missed.rule !== 'Located';
}

function listEnd(run: Run, missed: Missed, at: number): Said {
  const { type, token } = needed(missed.step)[0] ?? {
    type: undefined,
    token: '',
  };
  const name = type === undefined ? 'another name' : `the name of another ${typeNoun(type).replace(/^an? /, '')}`;
  const message = `Expected ${token === 'TEXT' ? 'another text in quotes' : name} after ${quote(run, at - 1)}.`;
  const edits = [edit(run.tokens.end(at - 2), run.tokens.end(at - 1), '')];
  return behind(run, at - 1, message, {
    title: `Remove ${quote(run, at - 1)}`,
    edits,
  });
}

/** A mark behind a word that needs none. */
export function needlessMark(run: Run, at: number): Said {
  const number = decimalsAlone(run, at) ?? otherMinus(run, at);
  // What is read is the number without the mark.
  if (number !== undefined) return { ...number, cuts: true };
  // A mark before a number may say something: `$5.8`, `<5`, `~2015`.
  const guess = (run.codes[at + 1] as number) >> 1 === KIND.value && run.tokens.text(at) !== ':';
  const message = `${quote(run, at)} is not needed after ${quote(run, at - 1)}.`;
  return on(run, at, message, { ...remove(run, at), guess });
}

/** `–74.0`, with the dash of a text */
function otherMinus(run: Run, at: number): Said | undefined {
  const number = `-${run.tokens.text(at + 1)}`;
  if (!/^[-–—]$/.test(run.tokens.text(at)) || !/^-\d+(?:\.\d+)?$/.test(number)) return undefined;
  return between(run, at, at + 1, `A number below zero is written \`${number}\`.`, replace(run, at, at + 1, number));
}

/** `.5` */
function decimalsAlone(run: Run, at: number): Said | undefined {
  const { tokens } = run;
  if (tokens.text(at) !== '.' || tokens.start(at + 1) !== tokens.end(at)) return undefined;
  const number = `0.${tokens.text(at + 1)}`;
  if (!/^0\.\d+$/.test(number)) return undefined;
  return between(
    run,
    at,
    at + 1,
    `A number begins with a digit, such as \`${number}\`.`,
    replace(run, at, at + 1, number),
  );
}

/** A date in quotes. */
export function quotedDate(run: Run, at: number): Said {
  const inner = run.tokens.text(at).replace(/^"+|"+$/g, '');
  const isDate = /^[\dX~?%/.-]+$/.test(inner);
  return on(
    run,
    at,
    `A date is written without quotes, such as ${isDate ? inner : '2015 or 2015-06'}.`,
    isDate ? replace(run, at, at, inner) : undefined,
  );
}

/** A misspelt word within a statement. */
export function wordMeant(run: Run, at: number, word: string, last = at): Said {
  const written = run.tokens.source.slice(run.tokens.start(at), run.tokens.end(last));
  const message = `${quoted(written)} is no word of this statement. Did you mean \`${word}\`?`;
  return between(run, at, last, message, replace(run, at, last, word));
}

/** A misspelt word that begins a statement of a rule's body, or a declaration. */
export function didYouMean(run: Run, rule: string | undefined, word: string, last = run.pos): Said {
  const begins = rule === undefined ? 'declaration' : `statement of ${thing(rule)}`;
  const written = run.tokens.source.slice(run.tokens.start(run.pos), run.tokens.end(last));
  const message = `${quoted(written)} begins no ${begins}. Did you mean \`${word}\`?`;
  return between(run, run.pos, last, message, replace(run, run.pos, last, word));
}
