/**
 * What a user would otherwise pick, for comparison: YAML files, read with js-yaml, validated with ajv, ids resolved over all files. Prints one
 * line of JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';

const name = { type: 'string', pattern: '^[A-Za-z_][\\w-]*$' } as const;
const names = { type: 'array', items: name } as const;
const date = { type: 'string', pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$' } as const;
const text = { type: 'string' } as const;

const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id', 'title'],
    properties: {
      type: { enum: ['agreement', 'source', 'party', 'program', 'port'] },
      id: name,
      kind: { enum: ['CMAA', 'CSI', 'JWP', 'MRA'] },
      title: text,
      parties: names,
      follows: names,
      recognizes: names,
      ports: names,
      of: names,
      types: names,
      runBy: names,
      publisher: name,
      published: date,
      url: { type: 'string', pattern: '^https?://' },
      locode: { type: 'string', pattern: '^[A-Z]{2}[A-Z2-9]{3}$' },
      mode: { enum: ['sea', 'land', 'air', 'rail', 'inland'] },
      events: {
        type: 'array',
        items: {
          type: 'object',
          required: ['event', 'date', 'per'],
          properties: {
            event: text,
            date,
            place: text,
            by: {
              type: 'object',
              required: ['person'],
              properties: { person: text, of: name },
              additionalProperties: false,
            },
            per: {
              type: 'object',
              required: ['source'],
              properties: { source: name, locator: text },
              additionalProperties: false,
            },
          },
          additionalProperties: false,
        },
      },
      obligations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'bearer', 'modality', 'what'],
          properties: {
            id: name,
            bearer: name,
            modality: { enum: ['must', 'should', 'may'] },
            what: text,
            every: { type: 'object', properties: { months: { type: 'integer' } }, additionalProperties: false },
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
} as const;

interface Item {
  readonly id: string;
  readonly parties?: readonly string[];
  readonly follows?: readonly string[];
  readonly recognizes?: readonly string[];
  readonly ports?: readonly string[];
  readonly runBy?: readonly string[];
  readonly publisher?: string;
  readonly events?: readonly { readonly by?: { readonly of?: string }; readonly per: { readonly source: string } }[];
  readonly obligations?: readonly { readonly bearer: string }[];
}

const folder = process.argv[2] ?? '.';
const validate = new Ajv().compile(schema);
const ids = new Set<string>();
const references = new Map<string, number>();
let faults = 0;
for (const file of readdirSync(folder)) {
  const items = load(readFileSync(join(folder, file), 'utf8')) as readonly Item[];
  if (!validate(items)) faults += validate.errors?.length ?? 1;
  for (const item of items) note(item);
}
let unresolved = 0;
for (const [id, uses] of references) if (!ids.has(id)) unresolved += uses;
process.stdout.write(`${JSON.stringify({ ids: ids.size, faults, unresolved })}\n`);

function note(item: Item): void {
  if (ids.has(item.id)) faults++;
  ids.add(item.id);
  const used = [item.parties, item.follows, item.recognizes, item.ports, item.runBy].flatMap((list) => list ?? []);
  if (item.publisher) used.push(item.publisher);
  for (const event of item.events ?? []) {
    used.push(event.per.source);
    if (event.by?.of) used.push(event.by.of);
  }
  for (const obligation of item.obligations ?? []) used.push(obligation.bearer);
  for (const id of used) references.set(id, (references.get(id) ?? 0) + 1);
}
