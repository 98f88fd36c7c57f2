import { grammar } from '../generated/tables.ts';
import { type Body, bodiesWith } from './bodies.ts';
import { expectation, needed } from './expectation.ts';
import { isKeyword, isSoft, KIND, wordOfKind } from './kinds.ts';
import { nearest, startersOf } from './misspelt.ts';
import { connecting, either, headers, thing, typeNoun } from './nouns.ts';
import { isFresh, type Missed, type Run, type SyntaxEdit, type SyntaxProblem } from './run.ts';

/** A token as it is quoted in a sentence; long ones are shortened. */
export function quote(run: Run, index: number): string {
  const { tokens } = run;
  const start = tokens.start(index);
  const written = tokens.source.slice(start, Math.min(tokens.end(index), start + 41));
  const [line = ''] = written.split(/[\r\n]/);
  return `\`${line.length > 40 || line !== written ? `${line.slice(0, 40)}…` : line}\``;
}

function edit(start: number, end: number, newText: string): SyntaxEdit {
  return { start, end, newText };
}

/** A problem on a token, with a fix where one is given. */
function on(
  run: Run,
  index: number,
  message: string,
  fix?: { title: string; edits: readonly SyntaxEdit[] },
): SyntaxProblem {
  const start = run.tokens.start(index);
  const end = run.tokens.end(index);
  return fix === undefined ? { start, end, message } : { start, end, message, fix };
}

/** A problem at the end of a token, where something is missing. */
function behind(run: Run, index: number, message: string, insert?: { title: string; newText: string }): SyntaxProblem {
  const at = index < 0 ? 0 : run.tokens.end(index);
  const problem = { start: at, end: at, message };
  return insert === undefined
    ? problem
    : { ...problem, fix: { title: insert.title, edits: [edit(at, at, insert.newText)] } };
}

/** Whether what should stand at `at` is missing at the end of the line (or of the body) before it. */
function isMissing(run: Run, at: number): boolean {
  const code = run.codes[at] as number;
  return isFresh(code) || code >> 1 === KIND.close || code >> 1 === KIND.open;
}

/** The sentence for a part of the grammar that did not find what it needs at the token `at`. */
export function explain(run: Run, missed: Missed, at: number, mended: boolean): SyntaxProblem {
  const { step } = missed;
  const [name] = needed(step);
  if (name?.property === 'name' && headers[run.node.$type] !== undefined) return nameless(run, at);
  if (step.is === 'token' && grammar.declarations[step.token] !== undefined) return wordless(run, at, step.token);
  if (step.is === 'token' && step.property === undefined) return missingWord(run, at, missed, mended);
  const keyword = mended ? undefined : keywordAsName(run, missed, at);
  if (keyword !== undefined) return keyword;
  if (isListEnd(run, missed, at)) return listEnd(run, missed, at);
  const wanted = expectation(missed);
  const comma = wanted.what.includes(', ') ? ',' : '';
  const message = `Expected ${wanted.what}${comma}${place(run, at)}${wanted.example === '' ? '' : `, such as ${wanted.example}`}.`;
  return isMissing(run, at) ? behind(run, at - 1, message) : on(run, at, message, unquotedText(run, missed, at));
}

/** Where something is missing: ` after …`; and ` instead of …` where another token stands there. */
function place(run: Run, at: number): string {
  const after = at > 0 ? ` after ${quote(run, at - 1)}` : '';
  return isMissing(run, at) ? after : `${after}, not ${quote(run, at)}`;
}

function nameless(run: Run, at: number): SyntaxProblem {
  const rule = run.node.$type;
  const example = headers[rule] ?? '';
  const message = `${capital(thing(rule))} needs a name, such as \`${example}\`.`;
  if (isMissing(run, at)) return behind(run, at - 1, message);
  return keywordAsName(run, { step: { is: 'token', token: 'NAME' }, rule }, at) ?? on(run, at, message);
}

function wordless(run: Run, at: number, word: string): SyntaxProblem {
  const start = run.tokens.start(at);
  return on(run, at, `Expected \`${word}\` before ${quote(run, at)}.`, {
    title: `Insert \`${word}\``,
    edits: [edit(start, start, `${word} `)],
  });
}

function missingWord(run: Run, at: number, missed: Missed, mended: boolean): SyntaxProblem {
  const word = missed.step.is === 'token' ? missed.step.token : '';
  const purpose = connecting[`${missed.rule}.${word}`];
  const message = `Expected \`${word}\`${purpose === undefined ? '' : ` and ${purpose},`}${place(run, at)}.`;
  if (!mended) return isMissing(run, at) ? behind(run, at - 1, message) : on(run, at, message);
  const end = run.tokens.end(at - 1);
  const newText = word === ',' ? word : ` ${word}`;
  return on(run, at, message, { title: `Insert \`${word}\``, edits: [edit(end, end, newText)] });
}

/** Whether a list ends with its separator. */
function isListEnd(run: Run, missed: Missed, at: number): boolean {
  const before = wordOfKind((run.codes[at - 1] ?? 0) >> 1);
  return isMissing(run, at) && (before === ',' || before === 'and') && missed.rule !== 'Located';
}

function listEnd(run: Run, missed: Missed, at: number): SyntaxProblem {
  const { type, token } = needed(missed.step)[0] ?? { type: undefined, token: '' };
  const name = type === undefined ? 'another name' : `the name of another ${typeNoun(type).replace(/^an? /, '')}`;
  const message = `Expected ${token === 'TEXT' ? 'another text in quotes' : name} after ${quote(run, at - 1)}.`;
  const edits = [edit(run.tokens.end(at - 2), run.tokens.end(at - 1), '')];
  return { ...behind(run, at - 1, message), fix: { title: `Remove ${quote(run, at - 1)}`, edits } };
}

/** A word of the language where a name belongs. */
function keywordAsName(run: Run, missed: Missed, at: number): SyntaxProblem | undefined {
  const kind = (run.codes[at] as number) >> 1;
  const wantsName = needed(missed.step).some((step) => step.token === 'NAME');
  const code = run.codes[at] as number;
  if (!wantsName || !isKeyword(kind) || isFresh(code)) return undefined;
  if (run.body?.seconds[code]?.[run.codes[at + 1] as number] === 1) return undefined;
  const word = wordOfKind(kind);
  const start = run.tokens.start(at);
  return on(run, at, `\`${word}\` is a word of the language. As a name it is written \`^${word}\`.`, {
    title: `Write \`^${word}\``,
    edits: [edit(start, start, '^')],
  });
}

/** A name, or several, where a text belongs: put it into quotes. */
function unquotedText(run: Run, missed: Missed, at: number): { title: string; edits: SyntaxEdit[] } | undefined {
  if ((run.codes[at] as number) >> 1 !== KIND.name || !needed(missed.step).every((step) => step.token === 'TEXT'))
    return undefined;
  let last = at;
  while ((run.codes[last + 1] as number) === KIND.name * 2) last++;
  const start = run.tokens.start(at);
  const end = run.tokens.end(last);
  return { title: 'Put it into quotes', edits: [edit(start, start, '"'), edit(end, end, '"')] };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** `{` is missing behind a header. */
export function missingBrace(run: Run, body: Body): SyntaxProblem {
  return behind(run, run.pos - 1, `Expected \`{\` before the statements of ${thing(body.rule)}.`, {
    title: 'Insert `{`',
    newText: ' {',
  });
}

/** A `{` without its `}`. */
export function openBrace(run: Run, open: number): SyntaxProblem {
  return on(run, open, `This \`{\` is never closed: the \`}\` of ${thing(run.node.$type)} is missing.`);
}

/** A `}` behind which statements of the declaration follow. */
export function strayBrace(run: Run, close: number): SyntaxProblem {
  const message = `This \`}\` closes the ${run.node.$type.toLowerCase()} too early: statements of it follow.`;
  return on(run, close, message, {
    title: 'Remove `}`',
    edits: [edit(run.tokens.start(close), run.tokens.end(close), '')],
  });
}

/** `{{` */
export function doubledBrace(run: Run): SyntaxProblem {
  const { pos, tokens } = run;
  return on(run, pos, 'This `{` is one too many.', {
    title: 'Remove `{`',
    edits: [edit(tokens.start(pos), tokens.end(pos), '')],
  });
}

/** Something behind the header of a declaration; where it goes on with several words behind the name, those are its title. */
export function restOfHeader(run: Run): SyntaxProblem {
  const { node, pos, tokens } = run;
  const extra = node['extra'] as number[] | undefined;
  const hint = wordOfKind(run.code() >> 1) === ':' ? ' A kind says `specializes`.' : '';
  if (extra === undefined)
    return on(run, pos, `${quote(run, pos)} cannot stand in the header of ${thing(node.$type)}.${hint}`);
  node['extra'] = undefined;
  let last = pos;
  while (!isMissing(run, last + 1)) last++;
  const start = tokens.start(extra[0] as number);
  const end = tokens.end(last);
  const title = JSON.stringify(tokens.source.slice(start, end));
  return {
    start,
    end,
    message: `A title stands in quotes: \`${title}\`.`,
    fix: { title: 'Put it into quotes', edits: [edit(start, end, title)] },
  };
}

/** A `}` outside of all bodies. */
export function closesNothing(run: Run): SyntaxProblem {
  const { pos, tokens } = run;
  return on(run, pos, 'This `}` closes nothing.', {
    title: 'Remove `}`',
    edits: [edit(tokens.start(pos), tokens.end(pos), '')],
  });
}

/** Tokens outside of all declarations. */
export function strayOutside(run: Run): SyntaxProblem {
  const kind = run.code() >> 1;
  const bodies = isKeyword(kind) ? bodiesWith(nameOfKind(kind)) : [];
  if (bodies.length > 0)
    return on(
      run,
      run.pos,
      `\`${wordOfKind(kind)}\` stands in the braces of ${either(bodies.map(thing))}, not outside.`,
    );
  const words = Object.keys(grammar.declarations).map((word) => `\`${word}\``);
  return on(run, run.pos, `${quote(run, run.pos)} begins no declaration. Declarations begin with ${either(words)}.`);
}

function nameOfKind(kind: number): string {
  return grammar.kinds[kind] ?? '';
}

/** A misspelt word that begins a statement of a rule's body, or a declaration. */
export function didYouMean(run: Run, rule: string | undefined, word: string, last = run.pos): SyntaxProblem {
  const begins = rule === undefined ? 'declaration' : `statement of ${thing(rule)}`;
  const start = run.tokens.start(run.pos);
  const end = run.tokens.end(last);
  return {
    start,
    end,
    message: `\`${run.tokens.source.slice(start, end)}\` begins no ${begins}. Did you mean \`${word}\`?`,
    fix: { title: `Change to \`${word}\``, edits: [edit(start, end, word)] },
  };
}

/** The parts of an event, in the order they come in. */
const eventParts = ['in', 'at', 'for', 'by', 'per', 'preferred'];

/** A token that begins no statement of the body. */
export function strayInBody(run: Run, body: Body): SyntaxProblem {
  const { pos } = run;
  const code = run.code();
  const kind = code >> 1;
  const word = wordOfKind(kind);
  const last = lastStatement(run);
  if (last?.$type === 'Event' && eventParts.includes(word)) {
    return on(
      run,
      pos,
      `\`${word}\` comes too late: the parts of an event stand in the order ${eventParts.map((part) => `\`${part}\``).join(', ')}.`,
    );
  }
  if (kind === KIND.unknown || kind === KIND.comma) return strayMark(run, last);
  if (grammar.declarations[word] !== undefined) return nestedDeclaration(run, body, word);
  if (word === 'in' && nearest(run.tokens.text(pos + 1), ['force']) !== undefined)
    return didYouMean(run, body.rule, 'in force', pos + 1);
  const others =
    isKeyword(kind) && (isFresh(code) || isSoft(kind) || last === undefined) ? bodiesWith(nameOfKind(kind)) : [];
  if (others.length > 0)
    return on(
      run,
      pos,
      `\`${word}\` is no statement of ${thing(body.rule)}; it stands in ${either(others.map(thing))}.`,
    );
  if (!isFresh(code) && last !== undefined) {
    return on(
      run,
      pos,
      `${quote(run, pos)} does not belong to the statement that begins with ${quote(run, last.$first)}.`,
    );
  }
  return on(run, pos, `${quote(run, pos)} begins no statement of ${thing(body.rule)}.`);
}

function nestedDeclaration(run: Run, body: Body, word: string): SyntaxProblem {
  const meant = nearest(word, startersOf(body.rule));
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  return on(run, run.pos, `\`${word}\` begins a declaration, which cannot stand within ${thing(body.rule)}.${hint}`);
}

function lastStatement(run: Run): { readonly $type: string; readonly $first: number } | undefined {
  const statements = run.node['statements'] as { readonly $type: string; readonly $first: number }[] | undefined;
  return statements?.at(-1);
}

function strayMark(run: Run, last: { readonly $first: number } | undefined): SyntaxProblem {
  const mark = quote(run, run.pos);
  const next = run.codes[run.pos + 1] as number;
  const remove = { title: `Remove ${mark}`, edits: [edit(run.tokens.start(run.pos), run.tokens.end(run.pos), '')] };
  if (last !== undefined && (isFresh(next) || next >> 1 === KIND.close)) {
    return on(run, run.pos, `${mark} is not needed: a statement ends with its line.`, remove);
  }
  return on(run, run.pos, `${mark} cannot stand here.`);
}

/** `&` or `;` between the items of a list. */
export function separatorMark(run: Run, at: number): SyntaxProblem {
  return on(run, at, `Names in a list are separated by \`,\` or \`and\`, not ${quote(run, at)}.`, {
    title: 'Change to `and`',
    edits: [edit(run.tokens.start(at), run.tokens.end(at), spaced(run, at, 'and'))],
  });
}

function spaced(run: Run, at: number, word: string): string {
  const before = run.tokens.end(at - 1) === run.tokens.start(at) ? ' ' : '';
  const after = run.tokens.start(at + 1) === run.tokens.end(at) ? ' ' : '';
  return `${before}${word}${after}`;
}

/** A second comma. */
export function separatorTwice(run: Run, at: number): SyntaxProblem {
  return on(run, at, `${quote(run, at)} is one separator too many.`, {
    title: `Remove ${quote(run, at)}`,
    edits: [edit(run.tokens.start(at), run.tokens.end(at), '')],
  });
}

/** Two items of a list with nothing between them. */
export function missingComma(run: Run, at: number): SyntaxProblem {
  const address = /^"https?:/i.test(run.tokens.text(at)) ? ' An address is a source of its own.' : '';
  const message = `Expected \`,\` or \`and\` between ${quote(run, at - 1)} and ${quote(run, at)}.${address}`;
  const end = run.tokens.end(at - 1);
  return on(run, at, message, { title: 'Insert `,`', edits: [edit(end, end, ',')] });
}

/** A date in quotes. */
export function quotedDate(run: Run, at: number): SyntaxProblem {
  const { tokens } = run;
  const inner = tokens.text(at).replace(/^"+|"+$/g, '');
  const what = 'A date is written without quotes, such as 2015 or 2015-06.';
  if (!/^[\dX~?%/.-]+$/.test(inner)) return on(run, at, what);
  return on(run, at, what, { title: `Change to ${inner}`, edits: [edit(tokens.start(at), tokens.end(at), inner)] });
}
