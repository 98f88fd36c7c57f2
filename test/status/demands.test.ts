import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../language/records/model.ts';
import type { Ask } from '../../language/register/ask.ts';
import { standingsOf } from '../../language/status/index.ts';
import { demandInWords } from '../../language/templates.ts';
import { readCases } from '../support/cases.ts';
import { projectOfTexts } from '../support/marked.ts';

/** `demands.cases`: records, then behind a line `--- demands` what comes of each demand of the agreement A. */
describe('demands.cases', () => {
  for (const { says, text } of readCases(new URL('demands.cases', import.meta.url))) {
    const [records = '', demands = ''] = text.split('--- demands\n');
    test(says, () => {
      const ask = projectOfTexts(new Map([['a.agreement', records]])).ask();
      const agreement = ask.lookup('A');
      if (agreement?.type !== 'agreement') throw new Error('The agreement was not read.');
      expect(told(ask, agreement)).toBe(demands.trim());
    });
  }
});

function told(ask: Ask, agreement: Agreement): string {
  const lines = standingsOf(ask, agreement).map(({ demand, state, records, lacking }) => {
    const by = records.length ? ` by ${records.map((r) => r.name.name).join(', ')}` : '';
    return `${demandInWords(demand)}: ${state}${by}${lacking.length ? ` but ${lacking.join(', ')}` : ''}`;
  });
  return lines.join('\n') || 'none';
}
