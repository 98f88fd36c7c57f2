import type { CompletionItem } from 'vscode-languageserver';
import { isoDay, today } from '../../language/dates/index.ts';
import type { Kind } from '../../language/records/model.ts';
import { agreementLines, demandsInWords, type Line, slot } from '../../language/templates.ts';
import { PARTY_TYPES, PROGRAM_TYPES } from '../../language/vocabulary.ts';
import type { ExperimentalCapabilities } from '../protocol.ts';
import { declarationsOf } from './candidates.ts';
import { escaped, GROUPS, snippetItem, sortKey, takesSnippets } from './items.ts';
import type { Place } from './place.ts';
import { mayDeclare } from './words.ts';

/** Whole declarations, where one may begin: an agreement of each kind with all that the kind demands, and one of each other sort. */
export function templateItems(place: Place): readonly CompletionItem[] {
  const { expected } = place;
  if (!takesSnippets(place) || !mayDeclare(expected)) return [];
  const day = isoDay(place.ask.asOf);
  const kinds = declarationsOf(place.project, 'kind');
  const others = bringsTemplates(place) ? [] : otherTemplates(isoDay(today()));
  return [
    ...kinds.map((kind, i) => kindItem(place, kind, day, i)),
    ...others.map(([label, title, lines], i) => {
      const item = snippetItem(place, label, snippetOf(lines), sortKey(GROUPS.templates, kinds.length + i));
      return { ...item, labelDetails: { description: title } };
    }),
  ];
}

/** Whether the editor offers declarations of its own: they need not be offered twice. */
function bringsTemplates({ context }: Place): boolean {
  const { agreementSnippets } = (context.client.experimental ?? {}) as ExperimentalCapabilities;
  return agreementSnippets === true;
}

function kindItem(place: Place, kind: Kind, day: string, order: number): CompletionItem {
  const { name } = kind.name;
  const title = kind.title?.value ?? name;
  const lines: readonly Line[] = [
    ['agreement ', slot('NAME'), ` : ${name} "`, slot(title.replaceAll('"', '\\"')), '" {'],
    ...agreementLines(place.ask, kind, day),
    ['}'],
  ];
  const label = `agreement … : ${name}`;
  const demands = demandsInWords(place.ask, kind);
  return {
    ...snippetItem(place, label, snippetOf(lines), sortKey(GROUPS.templates, order)),
    filterText: `agreement ${name} ${title}`,
    labelDetails: { description: demands ? `with ${demands}` : 'with parties and signature' },
  };
}

type Template = readonly [label: string, says: string, lines: readonly Line[]];

function otherTemplates(day: string): readonly Template[] {
  const choice = (words: object): { slot: string } => slot(`|${Object.keys(words).join()}|`);
  return [
    [
      'source …',
      'with publisher, dates and address',
      [
        ['source ', slot('NAME'), ' "', slot('Title'), '" {'],
        ['publisher ', slot('PARTY')],
        ['published ', slot(day)],
        ['retrieved ', slot(day)],
        ['url "', slot('https://'), '"'],
        ['}'],
      ],
    ],
    [
      'party …',
      'with type and jurisdiction',
      [
        ['party ', slot('NAME'), ' "', slot('Title'), '" {'],
        ['type ', choice(PARTY_TYPES)],
        ['of ', slot('US')],
        ['}'],
      ],
    ],
    [
      'program …',
      'with type and who runs it',
      [
        ['program ', slot('NAME'), ' "', slot('Title'), '" {'],
        ['type ', choice(PROGRAM_TYPES)],
        ['run by ', slot('PARTY')],
        ['since ', slot(day.slice(0, 4))],
        ['}'],
      ],
    ],
    [
      'port …',
      'with its UN/LOCODE',
      [['port ', slot('NAME'), ' "', slot('Title'), '" {'], ['locode ', slot('MAPTM')], ['}']],
    ],
    [
      'kind …',
      'specializes another kind',
      [['kind ', slot('NAME'), ' specializes ', slot('MRA'), ' {'], ['requires ', slot('sources')], ['}']],
    ],
  ];
}

/** Lines as a snippet, what stands within the braces indented; the last place to fill in is behind the last statement. */
function snippetOf(lines: readonly Line[]): string {
  let stop = 0;
  const texts = lines.map((line) =>
    line
      .map((part) => (typeof part === 'string' ? part.replace(/[\\$]/g, '\\$&') : stopOf(part.slot, ++stop)))
      .join(''),
  );
  const inner = texts.slice(1, -1).map((text) => `\t${text}`);
  return [texts[0], ...inner, '\t$0', texts.at(-1)].join('\n');
}

function stopOf(text: string, stop: number): string {
  return text.startsWith('|') ? `\${${stop}${text}}` : `\${${stop}:${escaped(text)}}`;
}
