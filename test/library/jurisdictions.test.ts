import { readFileSync } from 'node:fs';
import { iso31661 } from 'iso-3166';
import { describe, expect, it } from 'vitest';
import { EU_MEMBERS, FACTS, FORMER, SOURCES, TERRITORIES } from '../../scripts/jurisdiction-facts.ts';
import { JURISDICTIONS, jurisdictions } from '../../scripts/jurisdictions.ts';

const CODES = new Set(iso31661.map((entry) => entry.alpha2));

describe('the library’s jurisdictions', () => {
  it('are those that the script writes', () => {
    expect(readFileSync(JURISDICTIONS, 'utf8')).toBe(jurisdictions());
  });

  it('rest on codes that ISO 3166-1 has', () => {
    const used = [
      ...Object.keys(FACTS).filter((code) => code !== 'EU'),
      ...Object.entries(TERRITORIES).flatMap(([state, codes]) => [state, ...codes]),
      ...EU_MEMBERS.flatMap((fact) => fact.members),
    ];
    expect(used.filter((code) => !CODES.has(code))).toEqual([]);
  });

  it('cite sources that are declared', () => {
    const known = SOURCES.map((source) => source.name);
    const cited = [...Object.values(FACTS), ...FORMER].flatMap((fact) => fact.cites ?? []);
    expect(cited.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('count 27 members of the European Union today, and 28 before the United Kingdom left', () => {
    const on = (day: string) =>
      EU_MEMBERS.filter((f) => f.from <= day && day <= (f.to ?? '9999')).flatMap((f) => f.members);
    expect(on('2020-01-31')).toHaveLength(28);
    expect(on('2020-02-01')).toHaveLength(27);
    expect(on('1957-12-31')).toEqual([]);
  });

  it('name no state for Taiwan, and China for Hong Kong and Macao', () => {
    const text = jurisdictions();
    const body = (code: string) => text.match(new RegExp(`^jurisdiction ${code} [^{]*\\{([^}]*)\\}`, 'm'))?.[1] ?? '';
    expect(body('TW')).toContain('type customs-territory');
    expect(body('TW')).not.toMatch(/^\s*part of/m);
    expect(body('HK')).toMatch(/^\s*part of CN$/m);
    expect(body('MO')).toMatch(/^\s*part of CN$/m);
  });
});
