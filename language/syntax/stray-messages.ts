import { grammar } from '../generated/tables.ts';
import { inQuotes } from './bare-text.ts';
import { type Body, bodiesWith, declares } from './bodies.ts';
import { END, isKeyword, isSoft, KIND, wordOfKind } from './kinds.ts';
import { isPassive } from './misspelt.ts';
import { either, instead, thing } from './nouns.ts';
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
import { isFresh, type Run, type Said } from './run.ts';

/** The sentences for braces that are missing or too many, and for tokens that belong to nothing. */

/** `{` is missing behind a header. */
export function missingBrace(run: Run, body: Body): Said {
  const fix = { ...insertBehind(run, run.pos - 1, ' {'), guess: !isClosedLater(run) };
  return behind(run, run.pos - 1, `Expected \`{\` before the statements of ${thing(body.rule)}.`, fix);
}

/** Whether so many `}` come before the next declaration that the body at hand and those around it are closed. */
function isClosedLater({ codes, pos, path }: Run): boolean {
  let open = path.length - 1;
  for (let at = pos; open > 0; at++) {
    const code = codes[at] as number;
    if (code === END || declares[code] === 1) return false;
    if (code >> 1 === KIND.open) open++;
    else if (code >> 1 === KIND.close) open--;
  }
  return true;
}

/** A `{` without its `}`: nobody knows what stands within. */
export function openBrace(run: Run, open: number): Said {
  const message = `This \`{\` is never closed: the \`}\` of ${thing(run.node.$type)} is missing.`;
  const end = run.tokens.end(run.pos - 1);
  const edits = [edit(end, end, closing(run, open))];
  return { ...on(run, open, message, { title: 'Insert `}`', edits, guess: true }), cuts: true };
}

/** The `}` behind the last token of a body that begins at `open`: on its line, or on one of its own, below what the body belongs to. */
function closing({ tokens, pos, node }: Run, open: number): string {
  const { source } = tokens;
  if (!/[\r\n]/.test(source.slice(tokens.start(open), tokens.end(pos - 1)))) return ' }';
  const line = source.slice(0, tokens.start(node.$first)).search(/[^\r\n]*$/);
  const indent = /^[ \t]*/.exec(source.slice(line))?.[0] ?? '';
  return `\n${indent}}`;
}

/** A `}` behind which statements of the declaration follow. */
export function strayBrace(run: Run, close: number): Said {
  return on(
    run,
    close,
    `This \`}\` closes the ${run.node.$type.toLowerCase()} too early: statements of it follow.`,
    remove(run, close),
  );
}

/** A `}` outside of all bodies. */
export function closesNothing(run: Run): Said {
  const { pos, tokens } = run;
  let last = pos;
  while ((run.codes[last + 1] as number) >> 1 === KIND.close) last++;
  const fix = {
    title: 'Remove `}`',
    edits: [edit(tokens.start(pos), tokens.end(last), '')],
  };
  return on(run, pos, 'This `}` closes nothing.', fix);
}

/** `{{`; `twice`: two of those that close belong to them. */
export function doubledBrace(run: Run, twice: boolean): Said {
  const { tokens, pos } = run;
  const partner = twice ? run.partners().get(pos) : undefined;
  const braces = partner === undefined ? [pos] : [pos, partner];
  const edits = braces.map((brace) => edit(tokens.start(brace), tokens.end(brace), ''));
  return on(run, pos, 'This `{` is one too many.', {
    title: 'Remove the braces',
    edits,
  });
}

/** Something behind the header of a declaration; where it goes on with several words behind the name, those are its title. */
export function restOfHeader(run: Run): Said {
  const { node, pos } = run;
  const extra = node['extra'] as number[] | undefined;
  if (extra === undefined && node['title'] === undefined && isName(run, pos)) return bareTitle(run, pos);
  if (extra === undefined) {
    const isBase = node.$type === 'Kind' && wordOfKind(run.code() >> 1) === ':';
    const message = `${quote(run, pos)} cannot stand in the header of ${thing(node.$type)}.${isBase ? ' A kind says `specializes`.' : ''}`;
    return on(run, pos, message, isBase ? replace(run, pos, pos, 'specializes') : undefined);
  }
  node['extra'] = undefined;
  return bareTitle(run, extra[0] as number);
}

/** Words behind a header, up to its brace or the end of the line, are its title. */
function bareTitle(run: Run, first: number): Said {
  let last = run.pos;
  while (!isMissing(run, last + 1)) last++;
  const start = run.tokens.start(first);
  const end = run.tokens.end(last);
  const message = 'A title stands in quotes.';
  // With a title among them they are something else: `: Mutual Recognition Arrangement "With Brazil"`.
  for (let at = first; at <= last; at++) {
    if ((run.codes[at] as number) >> 1 === KIND.text) return { start, end, message };
  }
  return { start, end, message, fix: inQuotes(run, start, end) };
}

function isName(run: Run, at: number): boolean {
  const kind = (run.codes[at] as number) >> 1;
  return kind === KIND.name || isSoft(kind);
}

/** Tokens outside of all declarations. */
export function strayOutside(run: Run): Said {
  const kind = run.code() >> 1;
  const bodies = isKeyword(kind) ? bodiesWith(nameOfKind(kind)) : [];
  if (bodies.length > 0) {
    return on(
      run,
      run.pos,
      `\`${wordOfKind(kind)}\` stands in the braces of ${either(bodies.map(thing))}, not outside.`,
    );
  }
  const words = Object.keys(grammar.declarations).map((word) => `\`${word}\``);
  const comment = otherComment(run);
  if (comment) return comment;
  return on(run, run.pos, `${quote(run, run.pos)} begins no declaration. Declarations begin with ${either(words)}.`);
}

function nameOfKind(kind: number): string {
  return grammar.kinds[kind] ?? '';
}

interface Statement {
  readonly $type: string;
  readonly $first: number;
}

function lastStatement(run: Run): Statement | undefined {
  return (run.node['statements'] as Statement[] | undefined)?.at(-1);
}

/** The parts of an event, in the order they come in. */
const eventParts = ['in', 'at', 'for', 'by', 'per', 'preferred'];

/** A token that begins no statement of the body. */
export function strayInBody(run: Run, body: Body): Said {
  const kind = run.code() >> 1;
  const word = wordOfKind(kind);
  const last = isFresh(run.code()) && !eventParts.includes(word) ? undefined : lastStatement(run);
  if (last?.$type === 'Event' && eventParts.includes(word)) {
    const order = eventParts.map((part) => `\`${part}\``).join(', ');
    return on(run, run.pos, `\`${word}\` comes too late: the parts of an event stand in the order ${order}.`);
  }
  const grouped = groupedNumber(run);
  if (grouped) return grouped;
  if (kind === KIND.unknown || kind === KIND.comma) return strayMark(run, body, last);
  const quotes = quoteInText(run);
  if (quotes) return quotes;
  if (grammar.declarations[word] !== undefined) return nestedDeclaration(run, body, word);
  return strayWord(run, body, last);
}

function strayWord(run: Run, body: Body, last: Statement | undefined): Said {
  const { pos } = run;
  const kind = run.code() >> 1;
  const others = isKeyword(kind) && (isSoft(kind) || last === undefined) ? bodiesWith(nameOfKind(kind)) : [];
  if (others.length > 0) {
    return on(
      run,
      pos,
      `\`${wordOfKind(kind)}\` is no statement of ${thing(body.rule)}; it stands in ${either(others.map(thing))}.`,
    );
  }
  const active = isPassive(run) ? ACTIVE[run.tokens.text(pos).toLowerCase()] : undefined;
  if (active !== undefined) return passive(run, active);
  const locode = locodeInTwo(run, last);
  if (locode) return locode;
  if (last !== undefined && !isFresh(run.code())) {
    return on(
      run,
      pos,
      `${quote(run, pos)} does not belong to the statement that begins with ${quote(run, last.$first)}.`,
    );
  }
  return on(run, pos, `${quote(run, pos)} begins no statement of ${thing(body.rule)}.`);
}

/** What is written in the record of the other agreement, for what sources say in the passive. */
const ACTIVE: Readonly<Record<string, string>> = {
  amended: 'amends',
  followed: 'follows',
  replaced: 'supersedes',
  superseded: 'supersedes',
};

/** `superseded by New` */
function passive(run: Run, active: string): Said {
  const { pos, path, tokens } = run;
  const agreement = path.find((node) => node.$type === 'Agreement')?.['name'];
  const own = typeof agreement === 'number' ? tokens.text(agreement) : 'NAME';
  const where = isName(run, pos + 2) ? `the record of ${quote(run, pos + 2)}` : 'the record of the other agreement';
  const written = `${tokens.text(pos)} by`;
  return between(run, pos, pos + 1, `\`${written}\` is said in ${where}: \`${active} ${own}\`.`);
}

/** `locode BR SSZ`, as lists of ports have it */
function locodeInTwo(run: Run, last: Statement | undefined): Said | undefined {
  const { pos, tokens } = run;
  if (last?.$type !== 'Locode' || isFresh(run.code())) return undefined;
  const code = tokens.text(pos - 1) + tokens.text(pos);
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(code)) return undefined;
  return between(run, pos - 1, pos, `A UN/LOCODE is one word: \`${code}\`.`, replace(run, pos - 1, pos, code));
}

function nestedDeclaration(run: Run, body: Body, word: string): Said {
  const meant = grammar.bodies[body.rule]?.[instead[word] ?? ''] === undefined ? undefined : instead[word];
  const message = `\`${word}\` begins a declaration, which cannot stand within ${thing(body.rule)}.`;
  if (meant === undefined) return on(run, run.pos, message);
  const fix = { ...replace(run, run.pos, run.pos, meant), guess: true };
  return on(run, run.pos, `${message} Did you mean \`${meant}\`?`, fix);
}

/** `1,234`, `1 234 567`: up to three digits, and three each behind a mark or a blank. */
const GROUPED = /^\d{1,3}(?:([,'’ \u00A0\u202F])\d{3})(?:\1\d{3})*(?![\w.,])/;
/** More digits than these are no number that anybody writes in full. */
const LONGEST_GROUPED = 40;

/** What goes on behind the first digits of a number that is written with something between its thousands. */
function groupedNumber(run: Run): Said | undefined {
  const { pos, tokens } = run;
  if (pos === 0 || isFresh(run.code()) || (run.codes[pos - 1] as number) >> 1 !== KIND.value) return undefined;
  const start = tokens.start(pos - 1);
  const [written, mark] = GROUPED.exec(tokens.source.slice(start, start + LONGEST_GROUPED)) ?? [];
  if (written === undefined) return undefined;
  const end = start + written.length;
  const whole = written.replace(/\D/g, '');
  return {
    start,
    end,
    message: `A number is written without ${mark?.trim() ? `\`${mark}\`` : 'blanks'}: \`${whole}\`.`,
    // A comma may part decimals as well.
    fix: { title: `Change to \`${whole}\``, edits: [edit(start, end, whole)], guess: true },
  };
}

/** `#` at the beginning of a line, with which comments begin elsewhere. */
function otherComment(run: Run): Said | undefined {
  if (!isFresh(run.code()) || run.tokens.text(run.pos) !== '#') return undefined;
  return on(run, run.pos, 'A comment begins with `//`, not with `#`.', replace(run, run.pos, run.pos, '//'));
}

/** Marks and numbers with which a page begins the items of a list. */
const BULLET = /^(?:[•·▪◦‣*#–—-]|\d{1,3}\.?|[.)])$/;

/** How many tokens at the next one are no more than the bullet before a declaration. */
export function bulletsBefore(run: Run): number {
  let at = run.pos;
  if (!isFresh(run.code())) return 0;
  while (at < run.pos + 3 && BULLET.test(run.tokens.text(at)) && (at === run.pos || !isFresh(run.codes[at] as number)))
    at++;
  return at > run.pos && declares[(run.codes[at] as number) | 1] === 1 ? at - run.pos : 0;
}

/** The bullet before a declaration. */
export function needlessBullet(run: Run, count: number): Said {
  const { tokens, pos } = run;
  const [start, next] = [tokens.start(pos), tokens.start(pos + count)];
  const written = quoted(tokens.source.slice(start, tokens.end(pos + count - 1)));
  const fix = { title: `Remove ${written}`, edits: [edit(start, next, '')] };
  return between(run, pos, pos + count - 1, `${written} is not needed before a declaration.`, fix);
}

/** `note "It says "mutual" recognition"`: a text that ended at a quote which was meant to be in it. */
function quoteInText(run: Run): Said | undefined {
  const { pos, tokens, codes } = run;
  if (pos === 0 || (codes[pos - 1] as number) >> 1 !== KIND.text || tokens.end(pos - 1) !== tokens.start(pos))
    return undefined;
  const first = tokens.start(pos - 1) + 1;
  const line = tokens.source.slice(first).split(/[\r\n]/, 1)[0] ?? '';
  const last = line.lastIndexOf('"');
  if (first + last < tokens.start(pos)) return undefined;
  const inner = line.slice(0, last).replace(/(?<!\\)"/g, '\\"');
  const fix = { title: 'Write `\\"` within the text', edits: [edit(first, first + last, inner)], guess: true };
  return on(run, pos, `The text ends before ${quote(run, pos)}. A quote within a text is written \`\\"\`.`, fix);
}

const SAYING = /[+%<>=~]/;

function strayMark(run: Run, body: Body, last: Statement | undefined): Said {
  const comment = otherComment(run);
  if (comment) return comment;
  const mark = quote(run, run.pos);
  const next = run.codes[run.pos + 1] as number;
  const ends = isFresh(next) || next >> 1 === KIND.close || body.starters[next] !== 0;
  if (isFresh(run.code()) && body.starters[next] !== 0)
    return on(run, run.pos, `${mark} is not needed before a statement.`, removeBefore(run, run.pos));
  if (last === undefined || !ends) return on(run, run.pos, `${mark} cannot stand here.`);
  // Behind a number it says something: `2+`, `35 %`.
  const guess = (run.codes[run.pos - 1] as number) >> 1 === KIND.value && SAYING.test(run.tokens.text(run.pos));
  return on(run, run.pos, `${mark} is not needed between statements.`, { ...remove(run, run.pos), guess });
}
