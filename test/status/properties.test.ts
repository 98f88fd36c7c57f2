import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, dayOf, isoDay, readDate } from '../../language/dates/index.ts';
import type { Project } from '../../language/project.ts';
import { obligationStatus, statusOf } from '../../language/status/index.ts';
import { projectOfTexts } from '../support/marked.ts';

/** Whatever exact days are chosen within vague dates: the status they give is among those that the vague ones allow. */

const DATES = [
  '2001',
  '2001-03',
  '2001-03-05',
  '2002',
  '2002/2004',
  '../2002',
  '2003/..',
  '200X',
  '2003-07-01',
  '2004?',
];
const EVENTS = ['signed', 'ratified', 'provisional', 'in force', 'completed', 'expires', 'terminated', 'withdrawn'];
const FIRST = dayOf(2000, 1, 1);
const LAST = dayOf(2006, 12, 31);

interface Claim {
  readonly word: string;
  readonly date: string;
  /** Where within the date’s days the exact day lies, from 0 to 1. */
  readonly at: number;
}

const at = fc.double({ min: 0, max: 1, noNaN: true });
const claim = (words: readonly string[]): fc.Arbitrary<Claim> =>
  fc.record({ word: fc.constantFrom(...words), date: fc.constantFrom(...DATES), at });
const once = (words: readonly string[], most: number): fc.Arbitrary<readonly Claim[]> =>
  fc.uniqueArray(claim(words), { maxLength: most, selector: (c) => c.word });
const day = fc.integer({ min: FIRST, max: LAST });

function exactDay({ date, at: where }: Claim): Day {
  const reading = readDate(date);
  if (!reading.ok) throw new Error(reading.problem);
  const min = Math.max(reading.date.min, FIRST - 400);
  const max = Math.min(reading.date.max, LAST + 400);
  return min + Math.round((max - min) * where);
}

function written(claims: readonly Claim[], isExact: boolean): string {
  return claims.map((c) => `${c.word} ${isExact ? isoDay(exactDay(c)) : c.date}`).join('\n    ');
}

function project(text: string): Project {
  return projectOfTexts(new Map([['a.agreement', text]]));
}

function agreementStates(claims: readonly Claim[], isExact: boolean, on: Day): readonly string[] {
  const ask = project(`agreement A {\n    between US and BR\n    ${written(claims, isExact)}\n}`).ask();
  const agreement = ask.lookup('A');
  if (agreement?.type !== 'agreement') throw new Error('The agreement was not read.');
  return statusOf(ask, agreement, on).states.map((s) => `${s.state} ${s.certainty}`);
}

function obligationStates(claims: readonly Claim[], isExact: boolean, on: Day): readonly string[] {
  const ask = project(
    `agreement A {\n    between US and BR\n    signed 1990\n    obligation o : US must "act" {\n    ${written(claims, isExact)}\n}}`,
  ).ask();
  const agreement = ask.lookup('A');
  const obligation = agreement?.type === 'agreement' ? agreement.obligations[0] : undefined;
  if (agreement?.type !== 'agreement' || !obligation) throw new Error('The obligation was not read.');
  return obligationStatus(ask, agreement, obligation, on).states.map((s) => `${s.state} ${s.certainty}`);
}

function holds(vague: readonly string[], exact: readonly string[]): void {
  expect(exact).toHaveLength(1);
  const [state = ''] = exact[0]?.split(/ (?=\w+$)/) ?? [];
  expect(vague).toContain(vague.length === 1 ? `${state} certain` : `${state} possible`);
}

test('the status of an agreement', () => {
  fc.assert(
    fc.property(once(EVENTS, 5), day, (claims, on) => {
      holds(agreementStates(claims, false, on), agreementStates(claims, true, on));
    }),
    { numRuns: 300 },
  );
});

test('suspended and resumed', () => {
  // Two claims of one event whose days overlap are of one time, so each of these comes once.
  fc.assert(
    fc.property(once(['in force', 'suspended', 'resumed', 'operational'], 4), day, (claims, on) => {
      holds(agreementStates(claims, false, on), agreementStates(claims, true, on));
    }),
    { numRuns: 300 },
  );
});

test('the status of an obligation', () => {
  fc.assert(
    fc.property(once(['from', 'until', 'due', 'fulfilled', 'breached'], 4), day, (claims, on) => {
      // Breached ones are never overdue, also before the breach: the record is judged as it is known today.
      holds(obligationStates(claims, false, on), obligationStates(claims, true, on));
    }),
    { numRuns: 300 },
  );
});

test('every state that is called possible comes of some exact days', () => {
  const sure = fc.record({ signed: fc.constantFrom(...DATES), entry: fc.constantFrom(...DATES), on: day });
  fc.assert(
    fc.property(sure, ({ signed, entry, on }) => {
      const claims = (a: number, b: number): readonly Claim[] => [
        { word: 'signed', date: signed, at: a },
        { word: 'in force', date: entry, at: b },
      ];
      const vague = agreementStates(claims(0, 0), false, on).map((s) => s.replace(/ \w+$/, ''));
      const extremes = [0, 1].flatMap((a) => [0, 1].flatMap((b) => agreementStates(claims(a, b), true, on)));
      expect(vague.every((state) => extremes.some((exact) => exact.startsWith(state)))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
