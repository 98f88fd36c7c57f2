import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type Day, isoDay, readDate, today } from '../../language/dates/index.ts';
import { MOMENT_NAMES } from '../../language/register/moments.ts';
import { UNITS } from '../../language/vocabulary.ts';
import { editOf, GROUPS, type ItemData, sortKey, takesSnippets } from './items.ts';
import type { Place } from './place.ts';

/** How many dates of sources are offered. */
const SOURCES = 5;

/**
 * Dates: those of the sources that are cited, the day that records are judged for with its month and year; how others are written is in their
 * documentation.
 */
export function dateItems(place: Place): readonly CompletionItem[] {
  const isRetrieved = place.node?.$type === 'Retrieved';
  const known: (readonly [string, string])[] = [
    ...(isRetrieved ? [] : published(place)),
    // Whoever retrieves a source does so today, whatever day the records are judged for.
    ...datesOf(isRetrieved ? today() : place.ask.asOf),
    ['unknown', 'it happened, nobody says when'],
  ];
  const items = known.map(([date, meaning], i) => dateItem(place, date, meaning, i));
  return place.node?.$type === 'Due' && takesSnippets(place) ? [...items, term(place, items.length)] : items;
}

function datesOf(day: Day): readonly (readonly [string, string])[] {
  const text = isoDay(day);
  const isToday = day === today();
  return [
    [text, isToday ? 'today' : 'the as-of day'],
    [text.slice(0, 7), isToday ? 'this month' : 'its month'],
    [text.slice(0, 4), isToday ? 'this year' : 'its year'],
  ];
}

function dateItem(place: Place, date: string, meaning: string, order: number): CompletionItem {
  const data: ItemData = { uri: place.document.uri, about: 'date', date };
  return {
    label: date,
    kind: CompletionItemKind.Value,
    labelDetails: { description: meaning },
    sortText: sortKey(GROUPS.fitting, order),
    textEdit: editOf(place, date),
    data,
  };
}

/** The days on which the sources were published that the declaration cites: what they tell of has often happened then. */
function published({ declaration, ask }: Place): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const { name, role } of declaration?.names ?? []) {
    const source = role === 'cites' ? ask.lookup(name) : undefined;
    const date = source?.type === 'source' ? source.published?.when?.date : undefined;
    if (date && found.size < SOURCES) found.set(date.text, `when ${name} was published`);
  }
  return [...found];
}

function term(place: Place, order: number): CompletionItem {
  const snippet = `\${1:90} \${2|${Object.keys(UNITS).join()}|} after \${3|${MOMENT_NAMES.join()}|}`;
  return {
    label: '90 days after …',
    kind: CompletionItemKind.Snippet,
    labelDetails: { description: 'counted from an event' },
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: sortKey(GROUPS.fitting, order),
    textEdit: editOf(place, snippet),
  };
}

const EXAMPLES = [
  '2022-09-16',
  '2015-06',
  '2015',
  '2014?',
  '2014~',
  '201X',
  '2015-06-XX',
  '2016/2024',
  '../2015',
  '2015/..',
  'unknown',
];

/** How dates are written, as Markdown. */
export function dateForms(describe: (date: string) => string): string {
  const rows = EXAMPLES.filter((text) => readDate(text).ok).map((text) => `| \`${text}\` | ${describe(text)} |`);
  return ['Write a date as vague as the source has it:', '', '| | |', '|---|---|', ...rows].join('\n');
}
