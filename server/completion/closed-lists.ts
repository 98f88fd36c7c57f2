import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { ExpectedName } from '../../language/syntax/expected.ts';
import {
  DEMAND_WORDS,
  DEMANDED_PARTY_TYPES,
  JURISDICTION_TYPES,
  MODES,
  MOMENT_MEANINGS,
  PARTY_TYPES,
  PROGRAM_TYPES,
  type Vocabulary,
} from '../../language/vocabulary.ts';
import { editOf, GROUPS, sortKey } from './items.ts';
import type { Place } from './place.ts';

const TYPES: Readonly<Record<string, Vocabulary>> = {
  party: PARTY_TYPES,
  program: PROGRAM_TYPES,
  jurisdiction: JURISDICTION_TYPES,
};

const LISTS: Readonly<Record<string, Vocabulary>> = {
  'Mode.values': MODES,
  'Due.moment': MOMENT_MEANINGS,
  'Demand.moment': MOMENT_MEANINGS,
  'Demand.word': { ...DEMAND_WORDS, ...MOMENT_MEANINGS },
  'PartiesDemand.types': DEMANDED_PARTY_TYPES,
  'ProgramDemand.type': PROGRAM_TYPES,
};

/** Languages in which titles of customs agreements are often given; any other tag may be written. */
const LANGUAGES = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pt',
  'ru',
  'th',
  'tr',
  'vi',
  'zh',
];

/** The words of the closed list that belongs into a place, each with what it means. Those that stand there already are left out. */
export function listItems(place: Place, name: ExpectedName): readonly CompletionItem[] {
  const list = listFor(place, name);
  const written = wordsWritten(place);
  const words = Object.entries(list).filter(([word]) => !written.has(word));
  return words.map(([word, meaning], i): CompletionItem => {
    return {
      label: word,
      kind: CompletionItemKind.EnumMember,
      labelDetails: { description: meaning },
      documentation: meaning,
      sortText: sortKey(GROUPS.fitting, i),
      textEdit: editOf(place, word),
    };
  });
}

function listFor({ declaration, expected }: Place, { rule, property }: ExpectedName): Vocabulary {
  const part = `${rule}.${property}`;
  if (part === 'Type.values') return TYPES[declaration?.type ?? expected.path[1]?.$type.toLowerCase() ?? ''] ?? {};
  if (part === 'Translation.language') return languages();
  return LISTS[part] ?? {};
}

function languages(): Vocabulary {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return Object.fromEntries(LANGUAGES.map((tag) => [tag, `${names.of(tag) ?? tag}.`]));
}

/** The words that the statement has already. */
function wordsWritten({ node, document }: Place): ReadonlySet<string> {
  const { values, types } = (node ?? {}) as { values?: readonly number[]; types?: readonly number[] };
  return new Set([...(values ?? []), ...(types ?? [])].map((leaf) => document.parsed.tokens.text(leaf)));
}
