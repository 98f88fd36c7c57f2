import type { Declaration, Span } from '../../language/records/model.ts';
import { TARGETS } from '../../language/register/roles.ts';
import { isKeyword, KIND } from '../../language/syntax/kinds.ts';
import type { Parsed } from '../../language/syntax/parse.ts';
import type { Node } from '../../language/syntax/tree.ts';
import type { Subject } from '../context.ts';
import { obligationsOf, targetsOf } from '../names.ts';
import { obligationMeant } from '../subjects.ts';
import { type TokenModifier, type TokenType, TYPE_OF } from './legend.ts';

/** What a stretch of a text is. */
export interface Classified extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

type Class = Omit<Classified, 'start' | 'end'>;

/** What each word, text and comment of a document is, in the order of the text, as far as it touches `range`. */
export function classify(subject: Subject, range?: Span): readonly Classified[] {
  const { parsed, text } = subject.document;
  const { tokens } = parsed;
  const within = range ?? { start: 0, end: text.length };
  const touches = ({ start, end }: Span): boolean => start < within.end && end > within.start;
  const known = new Map([...wordsIn(parsed, touches), ...namesOf(subject, touches)]);
  const found: Classified[] = [];
  const add = (span: Span, is: Class): void => {
    if (touches(span)) found.push({ ...span, ...is });
  };
  for (const comment of tokens.comments) add({ start: comment.start, end: comment.end }, COMMENT);
  for (let i = Math.max(0, tokens.at(within.start)); i < tokens.count && tokens.start(i) < within.end; i++) {
    const start = tokens.start(i);
    const is = known.get(start) ?? known.get(-1 - i) ?? byKind(tokens.kind(i));
    if (!is) continue;
    if (is.type === 'string') for (const part of withoutEscapes(text, start, tokens.end(i))) add(part, is);
    else add({ start, end: tokens.end(i) }, is);
  }
  return found.sort((a, b) => a.start - b.start);
}

const plain = (type: TokenType): Class => ({ type, modifiers: [] });
const COMMENT = plain('comment');
const KEYWORD = plain('keyword');
const NUMBER = plain('number');
const TEXT = plain('string');
const WORD = plain('enumMember');
const RULE = plain('macro');
const OBLIGATION = plain('method');

function byKind(kind: number): Class | undefined {
  if (kind === KIND.text) return TEXT;
  if (kind === KIND.value) return NUMBER;
  return isKeyword(kind) ? KEYWORD : undefined;
}

/** The grammar colours what `\` escapes within a text: that is left to it. */
function withoutEscapes(text: string, start: number, end: number): readonly Span[] {
  if (text.startsWith('"""', start) || !text.slice(start, end).includes('\\')) return [{ start, end }];
  const parts: Span[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(/\\["\\nt]/g)) {
    if (start + index > from) parts.push({ start: from, end: start + index });
    from = start + index + 2;
  }
  return from < end ? [...parts, { start: from, end }] : parts;
}

/** Words that are neither keywords nor names of records: by the node and the property that they are. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Class>>>> = {
  Type: { values: WORD },
  Mode: { values: WORD },
  PartiesDemand: { types: WORD },
  ProgramDemand: { type: WORD },
  Demand: { word: WORD, moment: WORD },
  Due: { moment: WORD },
  Locode: { code: WORD },
  Translation: { language: WORD },
  Waiver: { rule: RULE },
};

/** The words of the declarations that are asked about. */
function* wordsIn({ tree, tokens }: Parsed, touches: (span: Span) => boolean): Generator<[number, Class]> {
  for (const declaration of tree.declarations ?? []) {
    const span = { start: tokens.start(declaration.$first), end: tokens.end(declaration.$last) };
    if (touches(span)) yield* wordsOf(declaration);
  }
}

/** The tokens of these words, by their index: as -1, -2 … beside the offsets of names. */
function* wordsOf(node: Node): Generator<[number, Class]> {
  const words = WORDS[node.$type];
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('$')) continue;
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === 'number') {
        const is = words?.[property];
        if (is) yield [-1 - part, is];
      } else if (typeof part === 'object' && part !== null) yield* wordsOf(part as Node);
    }
  }
}

/** The names of records, declared and in use, by their offsets. */
function* namesOf(subject: Subject, touches: (span: Span) => boolean): Generator<[number, Class]> {
  const known = new Map<string, Class>();
  for (const declaration of subject.document.records.declarations) {
    if (!touches(declaration)) continue;
    yield [declaration.name.start, classOf(subject, declaration, ['declaration'])];
    for (const { name } of obligationsOf(declaration)) {
      yield [name.start, { type: 'method', modifiers: ['declaration'] }];
    }
    for (const name of declaration.names) {
      const key = `${name.role} ${name.name}`;
      const isDuty = obligationMeant(subject.ask, declaration, name) !== undefined;
      const is = isDuty ? OBLIGATION : (known.get(key) ?? classOfUse(subject, name));
      if (!isDuty) known.set(key, is);
      yield [name.start, is];
    }
  }
}

/** What a name in use refers to; where nothing is declared by it, what its statement wants there. */
function classOfUse(subject: Subject, name: Declaration['names'][number]): Class {
  const [target] = targetsOf(subject.ask, name);
  if (target) return classOf(subject, target, []);
  const [wanted] = TARGETS[name.role];
  return plain(wanted ? TYPE_OF[wanted] : 'variable');
}

function classOf({ ask }: Subject, declaration: Declaration, modifiers: readonly TokenModifier[]): Class {
  const { type, name } = declaration;
  const all = [...modifiers];
  if (ask.inLibrary(declaration)) all.push('defaultLibrary');
  if (type === 'agreement' && ask.users('supersedes', name.name).length > 0) all.push('deprecated');
  return { type: TYPE_OF[type], modifiers: all };
}
