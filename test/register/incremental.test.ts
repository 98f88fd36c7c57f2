import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../language/dates/index.ts';
import { Project, type Standard } from '../../language/project.ts';
import { fileText } from '../support/declarations.ts';

const standard: Standard = { asOf: dayOf(2026, 1, 1), rules: {} };
const URIS = ['file:///p/a.agreement', 'file:///p/b.agreement', 'file:///p/c.agreement', 'file:///p/d.agreement'];

type Step =
  | { do: 'put'; uri: string; text: string }
  | { do: 'remove'; uri: string }
  | { do: 'rename'; uri: string; to: string }
  | { do: 'type'; uri: string; at: number; text: string }
  | { do: 'judge'; uri: string };

const uri = fc.constantFrom(...URIS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), uri, text: fileText }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), uri }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), uri, to: uri }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      uri,
      at: fc.nat(400),
      text: fc.constantFrom(' ', '\n', 'x', '}', '"', '// ', '2015', 'US', ' and BR'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('judge' as const), uri }) },
);

/** All that a user sees of a project, fixes included. */
function picture(project: Project): unknown {
  return URIS.map((file) => {
    const { findings, waived } = project.judge(file);
    return {
      file,
      findings: findings.map((f) => ({ ...f, fixes: f.fixes() })),
      waived: waived.map((w) => ({ ...w, finding: { ...w.finding, fixes: w.finding.fixes() } })),
    };
  });
}

function fresh(texts: ReadonlyMap<string, string>): Project {
  const project = new Project(standard);
  for (const [file, text] of texts) project.put(file, text);
  return project;
}

function apply(project: Project, texts: Map<string, string>, change: Step): void {
  if (change.do === 'judge') project.judge(change.uri);
  else if (change.do === 'remove') {
    project.remove(change.uri);
    texts.delete(change.uri);
  } else if (change.do === 'rename') {
    const text = texts.get(change.uri);
    if (text === undefined) return;
    project.remove(change.uri);
    texts.delete(change.uri);
    project.put(change.to, text);
    texts.set(change.to, text);
  } else {
    const old = texts.get(change.uri) ?? '';
    const text = change.do === 'put' ? change.text : old.slice(0, change.at) + change.text + old.slice(change.at);
    project.put(change.uri, text);
    texts.set(change.uri, text);
  }
}

test('after any sequence of changes the findings are those of a fresh check', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
      const project = new Project(standard);
      const texts = new Map<string, string>();
      for (const change of steps) {
        apply(project, texts, change);
        if (change.do !== 'judge' && steps.length % 2 === 0) picture(project);
      }
      expect(picture(project)).toEqual(picture(fresh(texts)));
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 400) },
  );
});

test('deleting the file that holds the JWP makes the finding of the MRA appear', () => {
  const project = new Project(standard);
  const parties = 'party CBP { type customs-administration of US }\nparty RFB { type customs-administration of BR }\n';
  const mra = 'agreement M : MRA { between CBP and RFB signed 2022-09-16 per "https://example.org/m" }\n';
  project.put('file:///p/mra.agreement', parties + mra);
  project.put(
    'file:///p/jwp.agreement',
    'agreement J : JWP { between CBP and RFB signed 2015 per "https://example.org/j" }\n',
  );
  const missing = () =>
    project
      .judge('file:///p/mra.agreement')
      .findings.filter((f) => f.code === 'missing-precedent' && f.subjects[0] === 'JWP');
  expect(missing()).toEqual([]);
  project.remove('file:///p/jwp.agreement');
  expect(project.stale()).toEqual(['file:///p/mra.agreement']);
  expect(missing()).toHaveLength(1);
});

test('what a name that nobody declared may mean is not reported as unused, as long as it stands there', () => {
  const project = new Project(standard);
  const sources = 'file:///p/sources.agreement';
  const records = 'file:///p/records.agreement';
  const cited = (source: string) => `agreement A : CMAA { between US and BR signed 2002 per ${source} }\n`;
  const unused = () => project.judge(sources).findings.map(({ code }) => code);
  project.put(sources, 'source cbp-list { url "https://www.example.org/list" published 2020 }\n');
  expect(unused()).toEqual(['unused-declaration']);
  project.put(records, cited('cbp-lsit'));
  expect(project.stale()).toContain(sources);
  expect(unused()).toEqual([]);
  project.put(records, cited('other'));
  expect(unused()).toEqual(['unused-declaration']);
  project.put(records, cited('cbp-list'));
  expect(unused()).toEqual([]);
  project.put(records, cited('cbp-lsit'));
  project.remove(records);
  expect(unused()).toEqual(['unused-declaration']);
});
