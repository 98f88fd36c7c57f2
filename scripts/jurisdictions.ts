/**
 * Writes `language/library/jurisdictions.agreement`: all of ISO 3166-1 from the kept package, with what `jurisdiction-facts.ts` adds.
 *
 *     node scripts/jurisdictions.ts            writes the file
 *     node scripts/jurisdictions.ts --check    ends with 1 where the file is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { iso31661, iso31663 } from 'iso-3166';
import { formatted } from '../language/format/index.ts';
import {
  EU_MEMBERS,
  FACTS,
  FORMER,
  type FormerFact,
  type JurisdictionFact,
  type MembershipFact,
  SOURCES,
  type SourceFact,
  TERRITORIES,
} from './jurisdiction-facts.ts';

/** Where the library's jurisdictions stand. */
export const JURISDICTIONS = new URL('../language/library/jurisdictions.agreement', import.meta.url);

const HEADER = `// Jurisdictions that every project has: all of ISO 3166-1 by their two-letter codes, the European Union, and a few that are no more.
// This file is written by scripts/jurisdictions.ts: change scripts/jurisdiction-facts.ts, not this.
// A type says how a place stands in customs and treaty records. It recognises nobody, and takes no side in any dispute.
// "dependent-territory" also stands for parts of a state that have a code of their own, such as Réunion: the list has no other word.
// What is missing here a project declares itself.`;

/** The text of the library's jurisdictions. */
export function jurisdictions(): string {
  const assigned = iso31661.map((entry) => jurisdiction(entry.alpha2, entry.name));
  const parts = [
    HEADER,
    ...SOURCES.map(source),
    '// ---- European Union',
    jurisdiction('EU', 'European Union', EU_MEMBERS),
    '// ---- ISO 3166-1',
    assigned.join('\n'),
    '// ---- No more: ISO 3166-3',
    ...FORMER.map(former),
  ];
  return formatted(`${parts.join('\n\n')}\n`);
}

function source(fact: SourceFact): string {
  const statements = [`publisher ${text(fact.publisher)}`];
  if (fact.published) statements.push(`published ${fact.published}`);
  statements.push(`url ${text(fact.url)}`);
  return declaration(`source ${fact.name} ${text(fact.title)}`, statements);
}

function jurisdiction(code: string, isoName: string, memberships: readonly MembershipFact[] = []): string {
  const fact = factOf(code);
  const also = [...(fact.title && fact.title !== isoName ? [isoName] : []), ...(fact.also ?? [])];
  const statements = [
    ...[...new Set(also)].map((name) => `also ${text(name)}`),
    ...(fact.type === null ? [] : [`type ${fact.type ?? 'state'}`]),
    ...(fact.partOf ? [`part of ${fact.partOf}`] : []),
    ...memberships.map(members),
    ...(fact.cites ? [`cites ${fact.cites}`] : []),
    ...(code === 'EU' ? ['cites EU-withdrawal-agreement'] : []),
    ...(fact.note ? [`note ${text(fact.note)}`] : []),
  ];
  return declaration(`jurisdiction ${code} ${text(fact.title ?? isoName)}`, statements);
}

function factOf(code: string): JurisdictionFact {
  const own = FACTS[code];
  const state = Object.entries(TERRITORIES).find(([, codes]) => codes.includes(code))?.[0];
  return { ...(state ? { type: 'dependent-territory', partOf: state } : {}), ...own };
}

function members(fact: MembershipFact): string {
  return `members ${list(fact.members)} from ${fact.from}${fact.to ? ` to ${fact.to}` : ''}`;
}

function former(fact: FormerFact): string {
  const entry = iso31663.find((e) => e.alpha4 === fact.code);
  if (!entry) throw new Error(`${fact.code} is no code of ISO 3166-3.`);
  return declaration(`jurisdiction ${fact.code} ${text(entry.from.name)}`, [
    'type former',
    `until ${fact.until}`,
    `succeeded by ${list(fact.successors)}${fact.from ? ` from ${fact.from}` : ''}`,
    `cites ${fact.cites}`,
    ...(fact.note ? [`note ${text(fact.note)}`] : []),
  ]);
}

/** One line where it says one or two short things, else one line a statement; the formatter has the last word. */
function declaration(head: string, statements: readonly string[]): string {
  const short = statements.length < 3 && statements.every((s) => s.length < 30);
  if (short) return statements.length ? `${head} { ${statements.join(' ')} }` : head;
  return `${head} {\n${statements.map((s) => `    ${s}\n`).join('')}}`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function text(value: string): string {
  return JSON.stringify(value);
}

function main(): void {
  const wanted = jurisdictions();
  if (!process.argv.includes('--check')) {
    writeFileSync(JURISDICTIONS, wanted);
    return;
  }
  if (readFileSync(JURISDICTIONS, 'utf8') === wanted) return;
  console.error('language/library/jurisdictions.agreement is out of date: run "npm run library".');
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
