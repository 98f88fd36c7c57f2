/** The TextMate grammar: what words are, told by the statement they stand in. */
import { declarations, type Statement } from './statements.ts';

/** A TextMate rule, as VS Code reads it. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly applyEndPatternLast?: boolean;
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

/** What a name is made of; a hyphen counts where more follows. */
const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
const NAME = `\\^?[\\p{L}_]${LETTER}*(?:-${LETTER}+)*`;
const BEFORE_WORD = '(?<![\\p{L}\\p{M}\\p{N}_^-])';
const AFTER_WORD = `(?!-?${LETTER})`;

/** The scopes of words inside statements that only hold it together. */
const CONNECTIVE = 'keyword.operator.connective.agreement';
const WORDS: readonly (readonly [scope: string, words: readonly string[]])[] = [
  ['constant.language.boolean.agreement', ['yes', 'no']],
  ['keyword.other.modality.agreement', ['must', 'should', 'may', 'not', 'preferred']],
  ['keyword.other.unit.agreement', ['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years']],
];

/** The scopes of names that refer to no declaration, by the property of the syntax tree they are kept in. */
const LISTED: Readonly<Record<string, string>> = {
  code: 'constant.other.locode.agreement',
  language: 'constant.other.language.agreement',
  rule: 'constant.other.rule.agreement',
};
/** Two scopes: themes know the one or the other. */
const CLOSED_LIST = 'support.constant.agreement variable.other.enummember.agreement';
const REFERENCE = 'variable.other.reference.agreement';

/** Makes the grammar. */
export function textmate(): unknown {
  const all = declarations();
  const starts = startOf(all);
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Agreement Records',
    scopeName: 'source.agreement',
    fileTypes: ['agreement'],
    patterns: [{ include: '#comment' }, ...all.map((one) => ({ include: `#${one.rule}` })), { include: '#text' }],
    repository: {
      ...Object.fromEntries(all.map((one) => [one.rule, declaration(one, starts)])),
      ...statements(all, starts),
      ...words(),
    },
  };
}

/** A declaration, with or without a body, up to the next one. */
function declaration(one: Statement, starts: string): Rule {
  const word = anyOf(one.first);
  const lower = one.rule.toLowerCase();
  return {
    name: `meta.declaration.${lower}.agreement`,
    begin: `^\\s*(${word})${AFTER_WORD}(?:\\s+(${NAME}))?`,
    beginCaptures: {
      1: { name: `storage.type.${lower}.agreement` },
      2: { name: `entity.name.type.${lower}.agreement` },
    },
    end: `(?<=\\})|(?=${starts})`,
    patterns: [
      { include: '#comment' },
      { include: '#text' },
      ...keywords(one.inner),
      { match: ':', name: 'punctuation.separator.colon.agreement' },
      { match: NAME, name: 'entity.other.inherited-class.agreement' },
      body(one, starts),
    ],
  };
}

/** A body with its statements. Where its brace is never closed it ends before the next declaration. */
function body(owner: Statement, starts: string): Rule {
  return {
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.agreement' } },
    end: `(\\})|(?=${starts})`,
    endCaptures: { 1: { name: 'punctuation.section.block.end.agreement' } },
    patterns: [{ include: '#comment' }, ...owner.body.map((one) => ({ include: `#${one.rule}` })), ...values()],
  };
}

/** Every statement once, whatever bodies it may stand in. */
function statements(all: readonly Statement[], starts: string): Readonly<Record<string, Rule>> {
  const rules: Record<string, Rule> = {};
  const owners = bodies(all);
  for (const one of owners.flatMap((owner) => owner.body)) {
    const beside = owners
      .filter((owner) => owner.body.some(({ rule }) => rule === one.rule))
      .flatMap((owner) => owner.body);
    rules[one.rule] ??= statement(
      one,
      beside.flatMap(({ first }) => first),
      starts,
    );
  }
  return rules;
}

/** What has a body, at whatever depth. */
function bodies(owners: readonly Statement[]): readonly Statement[] {
  return owners.flatMap((owner) => (owner.body.length > 0 ? [owner, ...bodies(owner.body)] : []));
}

/** A statement, up to the next one. A word that begins a statement of some other body may stand inside this one. */
function statement(one: Statement, beside: readonly string[], starts: string): Rule {
  const next = `${BEFORE_WORD}(?:${anyOf(beside.filter((word) => !one.inner.includes(word)))})${AFTER_WORD}`;
  const named = one.declares ? `(?:\\s+(${NAME}))?` : '';
  return {
    begin: `${BEFORE_WORD}(${anyOf(one.first)})${AFTER_WORD}${named}`,
    beginCaptures: {
      1: { name: 'keyword.control.statement.agreement' },
      ...(one.declares && { 2: { name: `entity.name.function.${one.rule.toLowerCase()}.agreement` } }),
    },
    end: `(?<=\\})|(?=\\}|${next}|${starts})`,
    patterns: [
      { include: '#comment' },
      // `not` and the event after it are two words of one beginning.
      ...(one.first.includes('not') ? [afterNot(one)] : []),
      ...(one.refers ? one.listed.map(listed) : []),
      ...keywords(one.inner),
      ...(one.body.length > 0 ? [body(one, starts)] : []),
      ...values(),
      { match: NAME, name: nameScope(one) },
    ],
  };
}

function afterNot(one: Statement): Rule {
  const events = anyOf(one.first.filter((word) => word !== 'not'));
  return {
    match: `(?<=not)\\s+(${events})${AFTER_WORD}`,
    captures: { 1: { name: 'keyword.control.statement.agreement' } },
  };
}

/** A name of another scope than the statement's other names: the one after this word. */
function listed({ property, after }: Statement['listed'][number]): Rule {
  const captures = { 1: { name: LISTED[property] ?? CLOSED_LIST } };
  return { match: `(?<=${after})\\s+(${NAME})`, captures };
}

function nameScope(one: Statement): string {
  if (one.refers) return REFERENCE;
  const property = one.listed[0]?.property ?? '';
  return LISTED[property] ?? CLOSED_LIST;
}

function keywords(inner: readonly string[]): readonly Rule[] {
  const special = new Set(WORDS.flatMap(([, list]) => list));
  const groups: [string, readonly string[]][] = WORDS.map(([scope, list]) => [
    scope,
    list.filter((w) => inner.includes(w)),
  ]);
  groups.push([CONNECTIVE, inner.filter((word) => !special.has(word))]);
  return groups
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => ({ name, match: `${BEFORE_WORD}(?:${anyOf(list)})${AFTER_WORD}` }));
}

const values = (): readonly Rule[] =>
  ['text', 'date', 'number', 'punctuation'].map((name) => ({ include: `#${name}` }));

/** What looks the same in every statement. */
function words(): Readonly<Record<string, Rule>> {
  const day = '[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?';
  const bound = `(?:${day}|\\.\\.)`;
  return {
    comment: {
      patterns: [
        { name: 'comment.line.double-slash.agreement', match: '//.*$' },
        { name: 'comment.block.agreement', begin: '/\\*', end: '\\*/' },
      ],
    },
    text: {
      patterns: [
        {
          name: 'string.quoted.triple.agreement',
          begin: '"""',
          // One that is never closed ends where the parser ends it.
          end: '"""|(?=^[ \\t]*\\})',
          patterns: [{ include: '#escape' }],
        },
        { name: 'string.quoted.double.agreement', begin: '"', end: '"|$', patterns: [{ include: '#escape' }] },
        { name: 'string.quoted.other.agreement', begin: '[\\u201C\\u201D\\u201E]', end: '[\\u201C\\u201D"]|$' },
      ],
    },
    escape: { name: 'constant.character.escape.agreement', match: '\\\\.' },
    date: {
      patterns: [
        {
          name: 'constant.numeric.date.agreement',
          match: `(?<![\\w/.-])(?:${bound}/${bound}|${bound}/|/${day}|[0-9X]*X[0-9X]*(?:-[0-9X]{2}){0,2}[?~%]?|[0-9]{4}(?:-[0-9X]{2}){1,2}[?~%]?|[0-9]{4}[?~%]?)(?![\\w/.-])`,
        },
        { name: 'constant.language.date.agreement', match: `${BEFORE_WORD}unknown${AFTER_WORD}` },
      ],
    },
    // A pasted date such as 16/09/2022 is one word too, though no date.
    number: { name: 'constant.numeric.agreement', match: `(?<!${LETTER})[+-]?[0-9]+(?:[./-][0-9]+)*(?!${LETTER})` },
    punctuation: {
      patterns: [
        { name: 'punctuation.separator.comma.agreement', match: ',' },
        { name: 'punctuation.separator.colon.agreement', match: ':' },
      ],
    },
  };
}

/** Where a declaration begins. */
function startOf(all: readonly Statement[]): string {
  return `^\\s*(?:${anyOf(all.flatMap(({ first }) => first))})${AFTER_WORD}`;
}

/** Alternatives, the longer first; the space inside `in force` may be any. */
function anyOf(list: readonly string[]): string {
  const longest = [...new Set(list)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longest.map((word) => word.replaceAll(' ', '\\s+')).join('|');
}
