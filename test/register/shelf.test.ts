import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../language/dates/index.ts';
import { Project, type Standard } from '../../language/project.ts';
import { fileText } from '../support/declarations.ts';

const standard: Standard = { asOf: dayOf(2026, 1, 1), rules: {} };

/** All that a user sees of a project: everything is judged before the first fix is asked for, as in a check. */
function picture(project: Project, texts: readonly string[]): unknown {
  for (const [i, text] of texts.entries()) project.put(`file:///p/${i}.agreement`, text);
  const judged = texts.map((_, i) => project.judge(`file:///p/${i}.agreement`));
  return judged.map(({ findings, waived }) => ({
    findings: findings.map((f) => ({ ...f, fixes: f.fixes() })),
    waived: waived.map((w) => ({ ...w, finding: { ...w.finding, fixes: w.finding.fixes() } })),
  }));
}

test('a check that keeps no agreement whole finds the same', () => {
  fc.assert(
    fc.property(fc.array(fileText, { minLength: 1, maxLength: 24 }), (texts) => {
      const whole = picture(new Project(standard), texts);
      expect(picture(new Project(standard, { changes: false }), texts)).toEqual(whole);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 150) },
  );
});

test('what is kept in brief is found whole, with where its lines begin', () => {
  const project = new Project(standard, { changes: false });
  const text = 'agreement A : JWP {\n    between US and BR\n    signed 2015\n}\n';
  project.put('file:///p/a.agreement', text);
  const [agreement] = project.file('file:///p/a.agreement')?.declarations ?? [];
  expect(agreement?.type === 'agreement' && agreement.events[0]?.when?.date?.text).toBe('2015');
  expect([...(project.lines('file:///p/a.agreement') ?? [])]).toEqual([0, 20, 42, 58, 60]);
  expect(project.count('file:///p/a.agreement')).toBe(1);
  expect(project.text('file:///p/a.agreement')).toBe(text);
  expect(project.text('file:///p/b.agreement')).toBeUndefined();
});

test('every use of a name is found, in roles that only whole records tell too', () => {
  const project = new Project(standard, { changes: false });
  project.put('file:///p/s.agreement', 'source press { published 2015 }\n');
  project.put('file:///p/a.agreement', 'agreement A : JWP { between US and BR signed 2015 per press }\n');
  project.put('file:///p/b.agreement', 'agreement B : MRA { between US and BR supersedes A follows A }\n');
  const ask = project.ask();
  for (const [role, name] of [
    ['cites', 'press'],
    ['between', 'BR'],
    ['kind', 'JWP'],
    ['supersedes', 'A'],
    ['follows', 'A'],
  ] as const) {
    const users = ask.users(role, name).map((user) => user.name.name);
    expect([role, users]).toEqual([role, role === 'between' ? ['A', 'B'] : [name === 'A' ? 'B' : 'A']]);
  }
  expect(ask.agreementsOf('US').map((one) => one.name.name)).toEqual(['A', 'B']);
});
