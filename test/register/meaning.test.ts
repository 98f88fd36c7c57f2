import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { extract } from '../../language/records/extract.ts';
import type { Declaration } from '../../language/records/model.ts';
import { meaningOf, sayTheSame } from '../../language/register/meaning.ts';
import { parse } from '../../language/syntax/parse.ts';
import { fileText } from '../support/declarations.ts';

function declarationsIn(text: string): readonly Declaration[] {
  return extract(parse(text), 'file:///p/a.agreement').declarations;
}

function expectAgreement(all: readonly Declaration[]): void {
  for (const a of all) {
    for (const b of all) expect([a, b, sayTheSame(a, b)]).toEqual([a, b, meaningOf(a) === meaningOf(b)]);
  }
}

test('two declarations say the same where they have one meaning, and only there', () => {
  fc.assert(
    fc.property(fileText, fileText, (one, other) => {
      expectAgreement([...declarationsIn(one), ...declarationsIn(`\n${one}`), ...declarationsIn(other)]);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 60) },
  );
});

test('so they do in the examples, whatever word of them is changed', () => {
  for (const file of globSync('examples/**/*.agreement').slice(0, 6)) {
    const text = readFileSync(file, 'utf8').slice(0, 3000);
    const before = declarationsIn(text);
    for (const { index, 0: word } of text.matchAll(/[\w-]+/g)) {
      const after = declarationsIn(`${text.slice(0, index)}${word}x${text.slice(index + word.length)}`);
      for (const [i, one] of before.entries()) {
        const other = after[i];
        if (other) expect(sayTheSame(one, other)).toBe(meaningOf(one) === meaningOf(other));
      }
    }
  }
});
