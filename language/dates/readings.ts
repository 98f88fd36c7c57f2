import { type AgreementDate, readDate, UNKNOWN } from './edtf.ts';
import { type Candidate, numeralCandidates } from './numerals.ts';
import { rangeDate } from './order.ts';
import { periodCandidates } from './periods.ts';
import { isTwoDates } from './problems.ts';
import { withoutWeekday, wordedCandidates } from './worded.ts';
import { describeDate } from './words.ts';

/** One way to read a pasted date: what to write, and what that means to the reader. */
export interface HumanReading {
  /** A date of the language. */
  readonly edtf: string;
  /** Its meaning and what was assumed: "16 September 2022 (day first)". */
  readonly label: string;
}

/** A date that was read, with what was assumed to read it so. */
interface Reading {
  readonly date: AgreementDate;
  readonly note?: string;
}

/** A phrase around a date, such as "before …": what it makes of the date within. */
type Phrase = readonly [RegExp, (date: AgreementDate) => AgreementDate];

const LONGEST_TEXT = 80;
const MOST_READINGS = 6;
const DEEPEST = 3;
const DEPTH_OF_RANGES = 2;
const DEPTH_OF_ENDS = 1;

const PHRASES: readonly Phrase[] = [
  [
    /^(?:circa|ca|c|about|around|approx(?:imately)?|roughly|environ|vers|hacia|alrededor de|aproximadamente|cerca de|por volta de|um|etwa|gegen|rund|~)(?:\.\s*|\s+|(?<=~)|(?=\d))(.+)$/,
    (date) => marked(date, '~'),
  ],
  [/^(.+?)[\s,]+\(?(?:approx(?:imately)?|circa|ca|or so|roughly)\.?\)?$/, (date) => marked(date, '~')],
  [
    /^(?:perhaps|possibly|probably|presumably|maybe|likely|peut-etre|probablement|quizas?|posiblemente|probablemente|talvez|provavelmente|vielleicht|vermutlich|\?)\s*(.+)$/,
    (date) => marked(date, '?'),
  ],
  [/^(.+?)\s*\(?(?:\?|uncertain|perhaps)\)?$/, (date) => marked(date, '?')],
  [/^(.+?)\s*~$/, (date) => marked(date, '~')],
  [/^(.+?)\s*(?:%|\?~|~\?)$/, (date) => marked(date, '%')],
  [
    /^(?:(?:not|no) later than|at the latest|on or before|by|until|till|up to|bis|spatestens|jusqu['’](?:en|au?)|hasta|ate)\s+(.+)$/,
    (date) => rangeDate(Number.NEGATIVE_INFINITY, date.max, date.doubtful),
  ],
  [/^(.+?) (?:or|and) (?:before|earlier)$/, (date) => rangeDate(Number.NEGATIVE_INFINITY, date.max, date.doubtful)],
  [
    /^(?:before|prior to|earlier than|pre-?|<|avant|vor|antes del?|antes do)\s*(.+)$/,
    (date) => rangeDate(Number.NEGATIVE_INFINITY, date.min - 1, date.doubtful),
  ],
  [
    /^(?:(?:not|no) (?:before|earlier than)|on or after|since|from|as of|starting|beginning|depuis|des|seit|ab|desde|a partir d[eo])\s+(.+)$/,
    (date) => rangeDate(date.min, Number.POSITIVE_INFINITY, date.doubtful),
  ],
  [
    /^(.+?)\s*(?:(?:or|and) (?:after|later)|onwards?|on|(?:-|to|\/)\s*(?:present|date|today|now|open|ongoing|unknown)|-)$/,
    (date) => rangeDate(date.min, Number.POSITIVE_INFINITY, date.doubtful),
  ],
  [/^(?:open|unknown)\s*(?:-|to|\/)\s*(.+)$/, (date) => rangeDate(Number.NEGATIVE_INFINITY, date.max, date.doubtful)],
  [
    /^(?:after|later than|post-?|>|apres|nach|despues del?|depois d[eo]|apos)\s*(.+)$/,
    (date) => rangeDate(date.max + 1, Number.POSITIVE_INFINITY, date.doubtful),
  ],
  [
    /^(?:early|mid|middle of|late|(?:the )?(?:end|beginning|start|course) of|some ?time in|some day (?:of|in)|during|debut|mi|fin|principios de|finales de|mediados de|inicio de|fim de|meados de|anfang|mitte|ende)[\s-]+(.+)$/,
    (date) => date,
  ],
];

const BETWEEN = /^(?:between|from|entre|von|zwischen|del?|du|\[|\{)\s*/;
const RANGE_OPENING = /^(?:between|from|von|zwischen|entre|del?|du)\s/;
const YEAR = /\d{3}[\dx]|\d\dxx/;
const SEPARATOR =
  /\s*(?:\/|\.\.|,|-)\s*|\s+(?:to|until|till|through|thru|and|or|bis|und|oder|au?|et|ou|al|hasta|y|o|ate|e)\s+|(?<=\d{4}(?:-\d\d){1,2})\s+(?=\d{4}(?:-\d\d){1,2}$)/g;

/**
 * Every sensible reading of what people paste where a date belongs, likelier ones first and six at most; none when
 * there is no sensible one. It reads numerals in any order, months in English, Spanish, French, German and Portuguese,
 * decades, seasons, quarters, ranges, and phrases such as "circa", "before" and "by". A reading is never more exact
 * than the text.
 */
export function humanReadings(text: string): HumanReading[] {
  if (text.length > LONGEST_TEXT) {
    return [];
  }
  const readings = new Map<string, HumanReading>();
  for (const { date, note } of readAny(plain(text), DEEPEST)) {
    if (!readings.has(date.text)) {
      readings.set(date.text, { edtf: date.text, label: describeDate(date) + (note ? ` (${note})` : '') });
    }
  }
  return [...readings.values()].slice(0, MOST_READINGS);
}

/** Small letters without accents, one kind of dash and blank, no quotation marks or brackets around it. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[º°]/g, 'o')
    .replace(/ª/g, 'a')
    .replace(/\s+/g, ' ')
    .replace(/^["“”«»\s]+|["“”«»;:,\s]+$/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(?<=\d)(?:\.|[\u00B9\u00B2\u00B3\u2070-\u2079]+|\s?\[[\da-z]{1,3}\])$/, '')
    .replace(/(?<=\d)[t ]\d{1,2}:\d\d.*$/, '')
    .trim();
}

/** Phrases may stand in phrases, so deep; a range may stand in phrases, and its ends may be phrases. */
function readAny(text: string, depth: number): readonly Reading[] {
  const ways = RANGE_OPENING.test(text) ? [readRange, readSingle] : [readSingle, readRange];
  for (const way of ways) {
    const readings = way(text, depth);
    if (readings.length > 0) {
      return readings;
    }
  }
  return [];
}

function readSingle(text: string, depth: number): readonly Reading[] {
  const date = withoutWeekday(text);
  const readings = [edtfCandidates, wordedCandidates, numeralCandidates, periodCandidates]
    .flatMap((candidatesOf) => candidatesOf(date))
    .flatMap(readCandidate);
  return readings.length > 0 ? readings : readPhrase(text, depth);
}

/** The text itself, or with a mark of doubt from within moved to its end: `2015?-06`. */
function edtfCandidates(text: string): readonly Candidate[] {
  const itself = text === UNKNOWN.text ? text : text.toUpperCase();
  const marks = new Set(text.match(/[?~%]/g) ?? []);
  const mark = marks.size > 1 ? '%' : ([...marks][0] ?? '');
  return [{ edtf: readDate(itself).ok ? itself : text.replace(/[?~%]/g, '') + mark }];
}

function readCandidate({ edtf, note }: Candidate): readonly Reading[] {
  const reading = readDate(edtf);
  return reading.ok ? [note ? { date: reading.date, note } : { date: reading.date }] : [];
}

function readPhrase(text: string, depth: number): readonly Reading[] {
  if (depth === 0) {
    return [];
  }
  for (const [pattern, meaning] of PHRASES) {
    const inner = pattern.exec(text)?.[1];
    const readings = inner === undefined ? [] : readAny(inner.trim(), depth - 1);
    const meant = readings.map((reading) => ({ ...reading, date: meaning(reading.date) }));
    if (meant.length > 0) {
      return meant.filter(({ date }) => date !== UNKNOWN);
    }
  }
  return [];
}

function readRange(text: string, depth: number): readonly Reading[] {
  if (depth < DEPTH_OF_RANGES) {
    return [];
  }
  if (isTwoDates(text)) {
    return readTwo(...(text.split(/\s+/) as [string, string]));
  }
  const bare = text.replace(BETWEEN, '').replace(/[\]}]$/, '');
  for (const separator of bare.matchAll(SEPARATOR)) {
    const left = bare.slice(0, separator.index);
    const right = bare.slice(separator.index + separator[0].length);
    const readings = left && YEAR.test(right) ? readEnds(left, right) : [];
    if (readings.length > 0) {
      return readings;
    }
  }
  return [];
}

/** Two dates side by side: the more exact one where it lies within the other, or else from the one to the other. */
function readTwo(left: string, right: string): readonly Reading[] {
  const same = moreExact(left, right);
  return same ? [{ date: same }] : readEnds(left, right);
}

/** Of two dates the more exact one, where it lies within the other: `2022-09-16 2022`. */
function moreExact(left: string, right: string): AgreementDate | undefined {
  const [a, b] = [readDate(left), readDate(right)];
  if (!a.ok || !b.ok) {
    return undefined;
  }
  const [first, second] = [a.date, b.date];
  if (second.min <= first.min && first.max <= second.max) {
    return first;
  }
  return first.min <= second.min && second.max <= first.max ? second : undefined;
}

function readEnds(left: string, right: string): readonly Reading[] {
  const ends = readSingle(right, DEPTH_OF_ENDS);
  const begins = ends.length > 0 ? readBegin(left, right) : [];
  return begins.flatMap((begin) => ends.flatMap((end) => joined(begin, end)));
}

/** The begin of a range, which may leave to the end what they share: `16 to 18 September 2022`. */
function readBegin(left: string, right: string): readonly Reading[] {
  const words = right.split(' ');
  const completions = ['', ...words.map((_, index) => words.slice(index + 1).join(' '))];
  for (const completion of completions) {
    const readings = readSingle(`${left} ${completion}`.trim(), DEPTH_OF_ENDS);
    if (readings.length > 0) {
      return readings;
    }
  }
  return [];
}

/** Ends in the wrong order are exchanged; ends read by different assumptions do not go together. */
function joined(begin: Reading, end: Reading): readonly Reading[] {
  if (begin.note !== undefined && end.note !== undefined && begin.note !== end.note) {
    return [];
  }
  const [first, last] = begin.date.min <= end.date.max ? [begin.date, end.date] : [end.date, begin.date];
  const written = readDate(`${first.text}/${last.text}`);
  const date = written.ok ? written.date : rangeDate(first.min, last.max, first.doubtful || last.doubtful);
  const note = begin.note ?? end.note;
  return [note === undefined ? { date } : { date, note }];
}

/** The same days with a mark of doubt at each end; a date that has one keeps its own. */
function marked(date: AgreementDate, mark: string): AgreementDate {
  if (date.doubtful) {
    return date;
  }
  const plainText = /X/.test(date.text) ? rangeDate(date.min, date.max).text : date.text;
  const reading = readDate(plainText.replace(/(?<=\d)(?=\/|$)/g, mark));
  return reading.ok ? reading.date : date;
}
