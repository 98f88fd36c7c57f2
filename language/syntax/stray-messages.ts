import { grammar } from '../generated/tables.ts';
import { inQuotes } from './bare-text.ts';
import { type Body, bodiesWith } from './bodies.ts';
import { isKeyword, isSoft, KIND, wordOfKind } from './kinds.ts';
import { either, instead, thing } from './nouns.ts';
import { behind, edit, insertBehind, isMissing, on, quote, remove, replace } from './problems.ts';
import { isFresh, type Run, type Said } from './run.ts';

/** The sentences for braces that are missing or too many, and for tokens that belong to nothing. */

/** `{` is missing behind a header. */
export function missingBrace(run: Run, body: Body): Said {
  return behind(
    run,
    run.pos - 1,
    `Expected \`{\` before the statements of ${thing(body.rule)}.`,
    insertBehind(run, run.pos - 1, ' {'),
  );
}

/** A `{` without its `}`: nobody knows what stands within. */
export function openBrace(run: Run, open: number): Said {
  const message = `This \`{\` is never closed: the \`}\` of ${thing(run.node.$type)} is missing.`;
  return { ...on(run, open, message), cuts: true };
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

/** `{{` */
export function doubledBrace(run: Run): Said {
  const { tokens, pos } = run;
  const partner = run.partners().get(pos);
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
  return { start, end, message: 'A title stands in quotes.', fix: inQuotes(run, start, end) };
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
  if (last !== undefined && !isFresh(run.code())) {
    return on(
      run,
      pos,
      `${quote(run, pos)} does not belong to the statement that begins with ${quote(run, last.$first)}.`,
    );
  }
  return on(run, pos, `${quote(run, pos)} begins no statement of ${thing(body.rule)}.`);
}

function nestedDeclaration(run: Run, body: Body, word: string): Said {
  const meant = instead[word];
  const hint =
    meant === undefined || grammar.bodies[body.rule]?.[meant] === undefined ? '' : ` Did you mean \`${meant}\`?`;
  return on(run, run.pos, `\`${word}\` begins a declaration, which cannot stand within ${thing(body.rule)}.${hint}`);
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

const SAYING = /[+%<>=~]/;

function strayMark(run: Run, body: Body, last: Statement | undefined): Said {
  const mark = quote(run, run.pos);
  const next = run.codes[run.pos + 1] as number;
  const ends = isFresh(next) || next >> 1 === KIND.close || body.starters[next] !== 0;
  if (last === undefined || !ends) return on(run, run.pos, `${mark} cannot stand here.`);
  // Behind a number it says something: `2+`, `35 %`.
  const guess = (run.codes[run.pos - 1] as number) >> 1 === KIND.value && SAYING.test(run.tokens.text(run.pos));
  return on(run, run.pos, `${mark} is not needed between statements.`, { ...remove(run, run.pos), guess });
}
