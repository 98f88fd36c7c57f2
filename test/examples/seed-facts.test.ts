import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../language/records/extract.ts';
import type { Declaration } from '../../language/records/model.ts';
import { parse } from '../../language/syntax/parse.ts';

/** A fact found in the first documents, and the declarations that hold it; null where it is no record, and then the reason. */
interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly where: readonly string[] | null;
  readonly reason?: string;
}

const EXAMPLES = new URL('../../examples/', import.meta.url);
const KINDS = new URL('../../language/library/kinds.agreement', import.meta.url);
const FACTS: readonly Fact[] = JSON.parse(readFileSync(new URL('seed-facts.json', EXAMPLES), 'utf8'));
const README = readFileSync(new URL('README.md', EXAMPLES), 'utf8');

function declarationsOf(url: URL): readonly Declaration[] {
  return extract(parse(readFileSync(url, 'utf8')), url.href).declarations;
}

/** `CSI` for a program, `kind CSI` for a kind, `CTPAT.protect` for an obligation. */
function namesOf(declaration: Declaration): readonly string[] {
  const name = declaration.name.name;
  if (declaration.type === 'kind') return [`kind ${name}`];
  if (declaration.type !== 'agreement' && declaration.type !== 'program') return [name];
  return [name, ...declaration.obligations.map((o) => `${name}.${o.name.name}`)];
}

function knownNames(): ReadonlySet<string> {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.agreement'));
  const declarations = files.flatMap((file) => declarationsOf(new URL(file, EXAMPLES)));
  return new Set([...declarations, ...declarationsOf(KINDS)].flatMap(namesOf));
}

describe('the facts that the examples began with', () => {
  it('are 121, each once', () => {
    const wanted = Array.from({ length: 121 }, (_, i) => `sf-${String(i + 1).padStart(3, '0')}`);
    expect(FACTS.map((f) => f.id)).toEqual(wanted);
  });

  it('are held by declarations that exist', () => {
    const known = knownNames();
    const lost = FACTS.flatMap((f) => (f.where ?? []).filter((name) => !known.has(name)).map((n) => `${f.id}: ${n}`));
    expect(lost).toEqual([]);
  });

  it('name a declaration, or else a reason', () => {
    const neither = FACTS.filter((f) =>
      f.where === null ? !f.reason : f.where.length === 0 || f.reason !== undefined,
    );
    expect(neither).toEqual([]);
  });

  it('are listed in the README where they are no records, with the same reason, and only there', () => {
    const lines = README.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    const listed = lines.filter((line) => /^\| sf-\d{3} \|/.test(line));
    const wanted = FACTS.filter((f) => f.where === null).map((f) => `| ${f.id} | ${f.kind} | ${f.reason} |`);
    expect(listed).toEqual(wanted);
  });
});
