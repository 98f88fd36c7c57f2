import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileRecords } from '../../language/records/model.ts';
import { parse } from '../../language/syntax/parse.ts';
import { documented } from '../../server/completion/documentation.ts';
import { offer } from '../../server/completion/offer.ts';
import { placeAt } from '../../server/completion/place.ts';
import { Context, type Parts, type Spot, type TextOf } from '../../server/context.ts';
import { Documents, readText } from '../../server/documents.ts';
import { ProjectFolder } from '../../server/workspace/project-folder.ts';
import { CAPABILITIES } from './support/capabilities.ts';

const ROOT = join(import.meta.dirname, '../../examples');
const FOLDER = 'file:///examples';
const texts = new Map(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.agreement'))
    .map((name) => [`${FOLDER}/${name}`, readFileSync(join(ROOT, name), 'utf8')]),
);

const project = new ProjectFolder(FOLDER, 'all');
for (const [uri, text] of texts) project.engine.put(uri, text);

let current: TextOf | undefined;

/** What completion asks of the server: the project as it is but for the one document. */
const context = new Context({
  client: CAPABILITIES,
  workspace: { isReady: () => true, projectOf: () => project },
  board: { findingsOf: () => [] },
  open: (uri: string) => uri,
  documents: Object.assign(new Documents(), { get: () => current }),
} as unknown as Parts);

/** A document of which only the beginning is written; the rest of the project is as it is. */
function spotIn(uri: string, text: string, offset: number): Spot {
  current = { uri, ...readText(uri, text) };
  return { document: current, project, ask: project.engine.ask(), offset };
}

/** The places at which a file is broken off: every so many characters, never the same ones in two files. */
function* prefixes(text: string, seed: number, step: number): Iterable<number> {
  for (let at = seed % step; at <= text.length; at += step) yield at;
}

test.each([...texts.keys()].map((uri, i) => [uri.slice(FOLDER.length + 1), uri, i] as const))(
  'every beginning of %s can be gone on with',
  (_, uri, seed) => {
    const text = texts.get(uri) as string;
    // The last declarations of a long file are no other than the first ones.
    const part = text.slice(0, 6000);
    for (const at of prefixes(part, seed, 17)) {
      const { items } = offer(placeAt(context, spotIn(uri, part.slice(0, at), at)));
      for (const item of items.slice(0, 3)) documented(context, item);
      expect(new Set(items.map((item) => item.label)).size, `labels at ${at}`).toBe(items.length);
    }
  },
);

test('where a name stands it is among what is offered, from its first letters on', () => {
  let asked = 0;
  for (const [uri, text] of texts) {
    const records = project.engine.file(uri) as FileRecords;
    const names = records.declarations.flatMap((d) => d.names);
    for (const { name, start, end } of names.filter((_, i) => i % 2 === 0)) {
      const typed = start + Math.min(4, end - start);
      const whole = `${text.slice(0, typed)}${text.slice(end)}`;
      const place = placeAt(context, spotIn(uri, whole, typed));
      const labels = offer(place).items.map((item) => item.label);
      expect(labels, `${uri} at ${start}`).toContain(name);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(300);
});

test('what is accepted is written in the place of what is typed, hyphens and the rest of the word included', () => {
  const uri = `${FOLDER}/new.agreement`;
  const text = 'agreement A : MRA {\n    between CBP and RFB\n    follows US-BR-JX\n}\n';
  const offset = text.indexOf('JX');
  const place = placeAt(context, spotIn(uri, text, offset));
  const item = offer(place).items.find(({ label }) => label === 'US-BR-JWP');
  const column = text.split('\n')[2]?.indexOf('US') as number;
  const line = (from: number, to: number) => ({ start: { line: 2, character: from }, end: { line: 2, character: to } });
  expect(item?.textEdit).toEqual({
    newText: 'US-BR-JWP',
    insert: line(column, column + 6),
    replace: line(column, column + 8),
  });
  expect(parse(text).problems).toEqual([]);
});
