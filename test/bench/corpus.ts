/**
 * Makes a corpus of records, the same for the same seed: as `.agreement` files, and as YAML files that hold the same facts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';

export interface CorpusOptions {
  readonly agreements: number;
  readonly perFile: number;
  readonly seed?: number;
}

/** One agreement's facts, before they are written in either language. */
export interface Facts {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly parties: readonly string[];
  readonly events: readonly {
    readonly event: string;
    readonly date: string;
    readonly place?: string;
    readonly by?: string;
    readonly per: string;
    readonly locator: string;
  }[];
  readonly follows: readonly string[];
  readonly recognizes: readonly string[];
  readonly ports: readonly string[];
  readonly obligation?: {
    readonly name: string;
    readonly bearer: string;
    readonly what: string;
    readonly months: number;
  };
}

export interface Corpus {
  readonly countries: readonly string[];
  readonly files: readonly (readonly Facts[])[];
}

const PLACES = [
  'Washington, DC',
  'Brussels',
  'Rabat',
  'Singapore',
  'Asunción',
  'New Delhi',
  'Anaheim, California',
  'Geneva',
];
const PERSONS = ['Ana Souza', 'Jean Martin', 'Li Wei', 'Amina Diallo', 'John Smith', 'María Pérez', 'Kenji Sato'];
const CHAIN = ['CMAA', 'CSI', 'JWP', 'MRA'] as const;

/** The facts of a corpus. */
export function makeCorpus({ agreements, perFile, seed = 1 }: CorpusOptions): Corpus {
  const random = mulberry32(seed);
  const countries = iso31661.map((c) => c.alpha2).filter((code) => !['HK', 'MO', 'TW'].includes(code));
  const all: Facts[] = [];
  const pairs = shuffled(allPairs(countries), random);
  for (let round = 0; all.length < agreements; round++) {
    for (const [a, b] of pairs) {
      for (const facts of chain(a, b, round, random)) if (all.length < agreements) all.push(facts);
      if (all.length >= agreements) break;
    }
  }
  const files: Facts[][] = [];
  for (let i = 0; i < all.length; i += perFile) files.push(all.slice(i, i + perFile));
  return { countries, files };
}

function chain(a: string, b: string, round: number, random: () => number): Facts[] {
  const start = 1990 + round * 8 + Math.floor(random() * 10);
  const base = round ? `${a}-${b}-${round}` : `${a}-${b}`;
  const made: Facts[] = [];
  CHAIN.forEach((kind, step) => {
    if (kind !== 'MRA' && random() < 0.1) return;
    const year = start + step * 4;
    const signed = vague(year, random);
    const previous = made.at(-1);
    made.push({
      name: `${base}-${kind}`,
      title: `${kind} between the customs administrations of ${a} and ${b}`,
      kind,
      parties: [`${a}-Customs`, `${b}-Customs`],
      events: [
        {
          event: 'signed',
          date: signed,
          place: pick(PLACES, random),
          by: pick(PERSONS, random),
          per: `source-${a}`,
          locator: `p. ${1 + Math.floor(random() * 90)}`,
        },
        ...(random() < 0.7
          ? [{ event: 'in force', date: vague(year + 1, random), per: `source-${b}`, locator: 'list' }]
          : []),
        ...(kind === 'JWP'
          ? [{ event: 'completed', date: String(year + 3), per: `source-${a}`, locator: 'table 2' }]
          : []),
      ],
      follows: previous ? [previous.name] : [],
      recognizes: kind === 'MRA' ? [`${a}-AEO`, `${b}-AEO`] : [],
      ports: kind === 'CSI' ? [`${b}-Port`] : [],
      ...(kind === 'JWP' || random() < 0.3
        ? {
            obligation: {
              name: 'share',
              bearer: `${a}-Customs`,
              what: 'exchange information on the members of its program and on the findings of its validations',
              months: 1 + Math.floor(random() * 12),
            },
          }
        : {}),
    });
  });
  return made;
}

/** Writes the corpus as `.agreement` files with a project file. */
export function writeAgreements(corpus: Corpus, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'agreement.json'), '{ "asOf": "2026-01-01" }\n');
  writeFileSync(join(folder, 'parties.agreement'), corpus.countries.map(countryText).join('\n'));
  corpus.files.forEach((facts, i) => {
    writeFileSync(join(folder, `records-${i}.agreement`), facts.map(agreementText).join('\n'));
  });
}

/** One agreement in the language. */
export function agreementText(facts: Facts): string {
  const lines = [
    `agreement ${facts.name} : ${facts.kind} "${facts.title}" {`,
    `    between ${facts.parties.join(' and ')}`,
  ];
  for (const e of facts.events) {
    const place = e.place ? ` in "${e.place}"` : '';
    const by = e.by ? ` by "${e.by}" of ${facts.parties[0]}` : '';
    lines.push(`    ${e.event} ${e.date}${place}${by} per ${e.per} "${e.locator}"`);
  }
  if (facts.follows.length) lines.push(`    follows ${facts.follows.join(', ')}`);
  if (facts.recognizes.length) lines.push(`    recognizes ${facts.recognizes.join(' and ')}`);
  if (facts.ports.length) lines.push(`    ports ${facts.ports.join(', ')}`);
  if (facts.obligation) {
    const { name, bearer, what, months } = facts.obligation;
    lines.push(`    obligation ${name} : ${bearer} should "${what}" {`, `        every ${months} months`, '    }');
  }
  return `${lines.join('\n')}\n}\n`;
}

function countryText(code: string): string {
  return [
    `source source-${code} "List of the agreements of ${code}" {\n    publisher ${code}-Customs\n    published 2025-01\n    url "https://example.org/${code}"\n}\n`,
    `party ${code}-Customs "Customs administration of ${code}" {\n    type customs-administration\n    of ${code}\n}\n`,
    `program ${code}-AEO "Authorized economic operators of ${code}" {\n    type AEO\n    run by ${code}-Customs\n}\n`,
    `port ${code}-Port "Port of ${code}" {\n    locode ${code}AAA\n    mode sea\n}\n`,
  ].join('\n');
}

/** Writes the same facts as YAML files. */
export function writeYaml(corpus: Corpus, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'parties.yaml'), corpus.countries.map(countryYaml).join(''));
  corpus.files.forEach((facts, i) => {
    writeFileSync(join(folder, `records-${i}.yaml`), facts.map(agreementYaml).join(''));
  });
}

function agreementYaml(facts: Facts): string {
  const lines = [
    `- type: agreement`,
    `  id: ${facts.name}`,
    `  kind: ${facts.kind}`,
    `  title: "${facts.title}"`,
    `  parties: [${facts.parties.join(', ')}]`,
    '  events:',
  ];
  for (const e of facts.events) {
    lines.push(`    - event: ${e.event}`, `      date: "${e.date}"`);
    if (e.place) lines.push(`      place: "${e.place}"`);
    if (e.by) lines.push(`      by: { person: "${e.by}", of: ${facts.parties[0]} }`);
    lines.push(`      per: { source: ${e.per}, locator: "${e.locator}" }`);
  }
  if (facts.follows.length) lines.push(`  follows: [${facts.follows.join(', ')}]`);
  if (facts.recognizes.length) lines.push(`  recognizes: [${facts.recognizes.join(', ')}]`);
  if (facts.ports.length) lines.push(`  ports: [${facts.ports.join(', ')}]`);
  if (facts.obligation) {
    const { name, bearer, what, months } = facts.obligation;
    lines.push(
      '  obligations:',
      `    - id: ${name}`,
      `      bearer: ${bearer}`,
      '      modality: should',
      `      what: "${what}"`,
    );
    lines.push(`      every: { months: ${months} }`);
  }
  return `${lines.join('\n')}\n`;
}

function countryYaml(code: string): string {
  return `- type: source
  id: source-${code}
  title: "List of the agreements of ${code}"
  publisher: ${code}-Customs
  published: "2025-01"
  url: "https://example.org/${code}"
- type: party
  id: ${code}-Customs
  title: "Customs administration of ${code}"
  types: [customs-administration]
  of: [${code}]
- type: program
  id: ${code}-AEO
  title: "Authorized economic operators of ${code}"
  types: [AEO]
  runBy: [${code}-Customs]
- type: port
  id: ${code}-Port
  title: "Port of ${code}"
  locode: ${code}AAA
  mode: sea
`;
}

function vague(year: number, random: () => number): string {
  const kind = random();
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  if (kind < 0.15) return String(year);
  if (kind < 0.4) return `${year}-${month}`;
  return `${year}-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
}

function allPairs(codes: readonly string[]): [string, string][] {
  return codes.flatMap((a, i) => codes.slice(i + 1).map((b): [string, string] => [a, b]));
}

function shuffled<T>(list: T[], random: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** A small seeded generator of numbers in [0, 1): the same seed gives the same corpus everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
