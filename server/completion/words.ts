import type { CompletionItem } from 'vscode-languageserver';
import { grammar } from '../../language/generated/tables.ts';
import { ONCE } from '../../language/records/once.ts';
import { type Form, formsOf } from '../../language/statements.ts';
import type { Expected } from '../../language/syntax/expected.ts';
import type { Node } from '../../language/syntax/tree.ts';
import { EVENT_MEANINGS, UNITS, type Vocabulary } from '../../language/vocabulary.ts';
import { GROUPS, type ItemData, snippetItem, takesSnippets, wordItem } from './items.ts';
import { type Place, statementsAround } from './place.ts';

/** A word that may come next, and what it begins: undefined where it goes on with the statement. */
interface Next {
  readonly word: string;
  readonly begins: { readonly rule: string; readonly body: Node | undefined } | undefined;
}

/** The words that may come next. A statement that may stand once and stands already is not among them. */
export function wordItems(place: Place): readonly CompletionItem[] {
  const standing = new Map<Node, ReadonlySet<string>>();
  const items: CompletionItem[] = [];
  for (const next of nextWords(place)) {
    if (!isStanding(place, next, standing)) items.push(itemOf(place, next, items.length));
  }
  return items;
}

/** Whether a declaration may begin: between others, or on a line of its own behind one that has no body. */
export function mayDeclare({ path, beginsLine, words }: Expected): boolean {
  return words.includes('agreement') && (path.length <= 1 || (beginsLine && words.includes('{') && path.length === 2));
}

/** What closes a body ends what belongs there: behind it come words of the bodies around. */
function nextWords({ expected, node, document }: Place): readonly Next[] {
  const { words, path } = expected;
  const close = words.indexOf('}');
  const own = close < 0 ? words : words.slice(0, close);
  const declares = mayDeclare(expected);
  // What may be a language is no word here.
  if (node?.$type === 'Translation' && expected.names.length) return [];
  return own.flatMap((word): readonly Next[] => {
    if (!/^[a-z]/.test(word)) return [];
    const declaration = grammar.declarations[word];
    if (declaration !== undefined && path.length <= 1)
      return [{ word, begins: { rule: declaration, body: undefined } }];
    const body = path.findLast((one) => ruleIn(one, word) !== undefined);
    if (body) return [{ word, begins: { rule: ruleIn(body, word) as string, body } }];
    if (declaration !== undefined) return declares ? [{ word, begins: { rule: declaration, body: undefined } }] : [];
    return isOtherNumber(word, node, document.parsed.tokens) ? [] : [{ word, begins: undefined }];
  });
}

function ruleIn(body: Node, word: string): string | undefined {
  return grammar.bodies[body.$type]?.[word === 'in force' ? 'IN_FORCE' : word];
}

/** `1 day`, but `90 days`. */
function isOtherNumber(word: string, node: Node | undefined, tokens: Place['document']['parsed']['tokens']): boolean {
  const isPlural = Object.hasOwn(UNITS, word);
  if (!isPlural && !Object.hasOwn(UNITS, `${word}s`)) return false;
  const { date, value } = (node ?? {}) as { date?: number; value?: number };
  const count = date ?? value;
  return count !== undefined && (tokens.text(count) === '1') === isPlural;
}

function isStanding(place: Place, { begins }: Next, known: Map<Node, ReadonlySet<string>>): boolean {
  if (!begins?.body || !ONCE.has(begins.rule)) return false;
  const standing = known.get(begins.body) ?? new Set(statementsAround(place, begins.body).map((s) => s.$type));
  known.set(begins.body, standing);
  return standing.has(begins.rule);
}

function itemOf(place: Place, { word, begins }: Next, order: number): CompletionItem {
  if (!begins) return going(place, word, order);
  const body = begins.body?.$type;
  const [form] = formsOf(begins.rule, word, body);
  const label = form?.words ?? word;
  const group = body === undefined ? GROUPS.declarations : GROUPS.statements;
  const data: ItemData = { uri: place.document.uri, about: 'word', rule: begins.rule, word, ...(body && { body }) };
  const item =
    form && beginsWithText(form) && takesSnippets(place)
      ? { ...snippetItem(place, label, `${label} "$1"`, ''), kind: wordItem(place, label, group, order).kind }
      : wordItem(place, label, group, order);
  const meaning = (EVENT_MEANINGS as Vocabulary)[word] ?? form?.meaning;
  return {
    ...(item as CompletionItem),
    sortText: wordItem(place, label, group, order).sortText as string,
    ...(meaning && { labelDetails: { description: firstSentence(meaning) } }),
    data,
  };
}

/** Whether the statement goes on with a text, in whose quotes the cursor may as well be put. */
function beginsWithText({ parts }: Form): boolean {
  return parts[0]?.optional !== true && parts[0]?.text.startsWith('"') === true;
}

function firstSentence(text: string): string {
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

/** A word within a statement; on a line of its own another statement is the likelier. */
function going(place: Place, word: string, order: number): CompletionItem {
  const { beginsLine, names } = place.expected;
  const group = beginsLine || (word === 'and' && names.length) ? GROUPS.templates : GROUPS.words;
  const label = word === 'at' && place.node?.$type === 'Figure' ? 'at least' : word;
  const meaning = meaningOf(place, word);
  return { ...wordItem(place, label, group, order), ...(meaning && { labelDetails: { description: meaning } }) };
}

const MEANINGS: Vocabulary = {
  must: 'It binds.',
  should: 'It is recommended.',
  may: 'It is allowed.',
  ...UNITS,
};

function meaningOf({ expected, document }: Place, word: string): string | undefined {
  const meaning = MEANINGS[word] ?? MEANINGS[`${word}s`];
  if (meaning) return meaning;
  for (const node of expected.path.toReversed()) {
    const forms = formsOf(node.$type, document.parsed.tokens.text(node.$first));
    const part = forms.flatMap((form) => form.parts).find(({ text }) => text.split(' ')[0] === word);
    if (part) return firstSentence(part.meaning);
  }
  return undefined;
}
