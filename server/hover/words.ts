import { describeDate, humanReadings, isoDay, readDate } from '../../language/dates/index.ts';
import type { Obligation } from '../../language/records/model.ts';
import { countryOf, isLocode } from '../../language/register/locodes.ts';
import { ruleOf } from '../../language/rules/index.ts';
import { type Form, formsOf } from '../../language/statements.ts';
import { dueDate } from '../../language/status/index.ts';
import { isKeyword } from '../../language/syntax/kinds.ts';
import { nameOf, wordOf } from '../../language/syntax/leaves.ts';
import type { Node } from '../../language/syntax/tree.ts';
import {
  DEMAND_WORDS,
  DEMANDED_PARTY_TYPES,
  EVENT_MEANINGS,
  JURISDICTION_TYPES,
  MODES,
  MOMENT_MEANINGS,
  PARTY_TYPES,
  PROGRAM_TYPES,
  UNITS,
  type Vocabulary,
} from '../../language/vocabulary.ts';
import type { Spot } from '../context.ts';
import { describeForm } from '../forms.ts';
import type { LeafAt } from '../leaves.ts';
import { declarationAt, obligationsOf } from '../names.ts';
import { rulePage } from '../protocol.ts';
import { escaped, linkToDeclaration, paragraphs } from './markdown.ts';
import { degrees, meaning, type Teller } from './teller.ts';

/** What a word means that is no name: a keyword, a date, a word of a closed list, a rule, a LOCODE. Undefined where nothing is to be said. */
export function describeWord(teller: Teller, spot: Spot, at: LeafAt): string | undefined {
  const { tokens } = spot.document.parsed;
  const kind = tokens.kind(at.leaf);
  const node = at.path.at(-1) as Node;
  const word = nameOf(tokens, at.leaf);
  const known = vocabularyOf(`${node.$type}.${at.property}`, at.path.at(-2)?.$type ?? '')?.[word];
  if (known) return `**${escaped(word)}** – ${known}`;
  if (at.property === undefined || isKeyword(kind)) return isKeyword(kind) ? describeKeyword(spot, at) : undefined;
  if (isDate(node, at.property)) return describeWritten(spot, at, tokens.text(at.leaf));
  const place = `${node.$type}.${at.property}`;
  if (place === 'Waiver.rule') return describeRule(teller, word);
  if (place === 'Locode.code') return describeLocode(teller, word);
  if (place === 'Translation.language') return describeLanguage(word);
  if (place === 'Located.latitude') return `Latitude ${degrees(Number(word), 'N', 'S')}, WGS 84`;
  return place === 'Located.longitude' ? `Longitude ${degrees(Number(word), 'E', 'W')}, WGS 84` : undefined;
}

function vocabularyOf(place: string, body: string): Vocabulary | undefined {
  if (place === 'Type.values') return TYPES[body];
  return LISTS[place];
}

const TYPES: Readonly<Record<string, Vocabulary>> = {
  Party: PARTY_TYPES,
  Program: PROGRAM_TYPES,
  Jurisdiction: JURISDICTION_TYPES,
};

const LISTS: Readonly<Record<string, Vocabulary>> = {
  'Mode.values': MODES,
  'PartiesDemand.types': { ...JURISDICTION_TYPES, ...DEMANDED_PARTY_TYPES },
  'ProgramDemand.type': PROGRAM_TYPES,
  'Demand.word': { ...MOMENT_MEANINGS, ...DEMAND_WORDS },
  'Demand.moment': MOMENT_MEANINGS,
  'Due.moment': MOMENT_MEANINGS,
};

function isDate(node: Node, property: string): boolean {
  return property === 'date' || (property === 'words' && 'date' in node);
}

/** What a date means. The number of a deadline (`due 90 days after signature`) means the day that comes of it. */
function describeWritten(spot: Spot, { path }: LeafAt, written: string): string | undefined {
  const node = path.at(-1) as Node & { readonly unit?: number };
  if (node.unit !== undefined) return describeTerm(spot);
  const reading = readDate(written);
  if (reading.ok) {
    const { date } = reading;
    const days = Number.isFinite(date.min) && Number.isFinite(date.max) && date.min !== date.max;
    const span = days ? `\n\n${isoDay(date.min)} to ${isoDay(date.max)}` : '';
    return `\`${date.text}\` – ${describeDate(date)}${span}`;
  }
  const readings = humanReadings(written).map(({ edtf, label }) => `- \`${edtf}\`: ${label}`);
  return readings.length ? `No date of the language. It may mean:\n\n${readings.join('\n')}` : undefined;
}

function describeTerm(spot: Spot): string | undefined {
  const declaration = declarationAt(spot.document.records, spot.offset);
  if (declaration?.type !== 'agreement' && declaration?.type !== 'program') return undefined;
  const within = ({ due }: Obligation): boolean =>
    due !== undefined && due.start <= spot.offset && spot.offset <= due.end;
  const obligation = obligationsOf(declaration).find(within);
  const due = obligation && dueDate(spot.ask, declaration, obligation);
  return due && `Due ${meaning(due)}, counted from ${obligation.due?.moment?.name}`;
}

/** What a rule says and why, with its page. */
function describeRule({ context }: Teller, code: string): string | undefined {
  const rule = ruleOf(code);
  if (!rule) return undefined;
  const page = context.target(rulePage(code));
  return paragraphs([
    `**${rule.code}** (${rule.severity})`,
    rule.sentence,
    rule.why,
    `**Basis.** ${rule.basis}`,
    page !== undefined && `[The rule’s page](${page})`,
  ]);
}

function describeLocode(teller: Teller, code: string): string {
  if (!isLocode(code)) return `\`${code}\` is no UN/LOCODE: a country’s two letters and three letters or digits.`;
  const ports = teller.subject.ask.portsWithLocode(code).map((port) => linkToDeclaration(teller.context, port));
  const country = teller.country(code);
  return paragraphs([
    `**${code}** – UN/LOCODE: the place \`${code.slice(2)}\`${country || ` in ${countryOf(code)}, which is no country that is known`}`,
    ports.length > 1 && `The code of ${ports.join(', ')}`,
  ]);
}

function describeLanguage(tag: string): string | undefined {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag);
    return name && `**${escaped(tag)}** – ${name}`;
  } catch {
    return undefined;
  }
}

/** How the statement that holds a keyword is written, and what the keyword says in it. */
function describeKeyword(spot: Spot, { leaf, path }: LeafAt): string | undefined {
  const { tokens } = spot.document.parsed;
  const word = wordOf(tokens, leaf);
  const inner = path.findLastIndex(
    (one, i) => formsOf(one.$type, wordOf(tokens, one.$first), path[i - 1]?.$type).length > 0,
  );
  const node = path[inner] as (Node & { readonly event?: number }) | undefined;
  if (!node || word === 'and') return undefined;
  if (leaf === node.event && leaf !== node.$first) return `**${word}** – ${(EVENT_MEANINGS as Vocabulary)[word] ?? ''}`;
  const forms = fitting(formsOf(node.$type, wordOf(tokens, node.$first), path[inner - 1]?.$type), node);
  const part = leads(forms, word, leaf === node.$first) ? undefined : partOf(forms, word);
  const unit = (UNITS as Vocabulary)[word] ?? (UNITS as Vocabulary)[`${word}s`];
  return paragraphs([unit ? `**${word}** – ${unit}` : part, ...forms.map(describeForm)]);
}

/** Whether the keyword is one of those that the statement begins with. */
function leads(forms: readonly Form[], word: string, isFirst: boolean): boolean {
  return isFirst || forms.some(({ words }) => words.split(' ').includes(word));
}

function partOf(forms: readonly Form[], word: string): string | undefined {
  const parts = forms.flatMap((form) => form.parts);
  const part =
    parts.find(({ text }) => text.split(/[\s|]/)[0] === word) ??
    parts.find(({ text }) => text.split(/[^\w-]+/).includes(word));
  return part && `\`${part.text}\` – ${part.meaning}`;
}

/** Of several forms of one statement the one that stands there. */
function fitting(forms: readonly Form[], node: Node): readonly Form[] {
  const { parties, program, moment, unit } = node as Node & Readonly<Record<string, unknown>>;
  const mark = parties ? 'parties' : program ? 'program' : moment !== undefined ? 'MOMENT' : unit ? 'after' : '';
  if (node.$type !== 'Demand' && node.$type !== 'Due') return forms;
  const found = forms.filter(({ parts }) => parts.some(({ text }) => mark !== '' && text.includes(mark)));
  const plain = node.$type === 'Due' ? forms.slice(0, 1) : forms.slice(-1);
  return found.length ? found.slice(0, 1) : plain;
}
