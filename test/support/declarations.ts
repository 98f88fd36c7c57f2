import fc from 'fast-check';

/**
 * Random declarations over few names, so that files refer to each other, contradict each other, double and miss each other's names often.
 */
const pick = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const date = pick(
  '2001',
  '2005-06',
  '2010-01-01',
  '2015',
  '2015?',
  '201X',
  '2012/2018',
  '../2015',
  '2016/..',
  'unknown',
  '2022-09-16',
  '16/09/2022',
  '2031',
);
const actor = pick('US', 'BR', 'FR', 'EU', 'CBP', 'RFB', 'DGDDI', 'TAXUD', 'WCO', 'ICE', 'Nobody');
const agreementName = pick('A1', 'A2', 'A3', 'A4', 'A5');
const programName = pick('CTPAT', 'OEA', 'EU-AEO');
const portName = pick('Santos', 'LeHavre', 'Norfolk');
const sourceName = pick('s1', 's2');
const kindName = pick('MRA', 'JWP', 'CMAA', 'CSI', 'Plurilateral-MRA', 'Arrangement', 'Own', 'Nokind');
const per = fc.option(
  fc.tuple(sourceName, pick('', ' "p. 4"')).map(([s, l]) => ` per ${s}${l}`),
  { nil: '' },
);

const event = fc
  .tuple(
    pick(
      'signed',
      'in force',
      'negotiated',
      'completed',
      'terminated',
      'expires',
      'operational',
      'provisional',
      'not in force',
    ),
    date,
    fc.option(
      portName.map((p) => ` at ${p}`),
      { nil: '' },
    ),
    fc.option(
      actor.map((a) => ` for ${a}`),
      { nil: '', freq: 4 },
    ),
    fc.option(
      actor.map((a) => ` by "N. N." of ${a}`),
      { nil: '', freq: 4 },
    ),
    per,
    pick('', '', '', ' preferred'),
  )
  .map((parts) => `${parts[0]} ${parts[1]}${parts.slice(2).join('')}`);

const obligation = fc
  .tuple(
    pick('o1', 'o2'),
    actor,
    pick('must', 'may'),
    pick('', '{ due 30 days after signature }', '{ due 2010 fulfilled 2009 }', '{ from 2012 until 2011 }'),
  )
  .map(([name, who, how, body]) => `obligation ${name} : ${who} ${how} "act" ${body}`);

const waiver = fc
  .tuple(
    pick(
      'missing-precedent',
      'missing-program',
      'retroactive-entry',
      'missing-source',
      'duplicate-record',
      'unused-declaration',
      'no-such-rule',
      'superseded-in-force',
      'undetermined-order',
    ),
    fc.option(
      pick('JWP', 'CMAA', 'US', 'BR', 'A1').map((s) => ` of ${s}`),
      { nil: '' },
    ),
  )
  .map(([rule, of]) => `waive ${rule}${of} because "so"`);

const agreement = fc
  .tuple(
    agreementName,
    kindName,
    fc.array(actor, { minLength: 1, maxLength: 4 }).map((a) => `between ${a.join(', ')}`),
    fc.array(event, { maxLength: 4 }),
    fc.array(
      fc.oneof(
        agreementName.map((a) => `follows ${a}`),
        agreementName.map((a) => `supersedes ${a}`),
        agreementName.map((a) => `amends ${a}`),
        agreementName.map((a) => `under ${a}`),
        programName.map((p) => `recognizes ${p}`),
        portName.map((p) => `ports ${p}`),
        obligation,
        waiver,
        sourceName.map((s) => `cites ${s}`),
        pick('binding no', 'note "x"', 'between US and BR'),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([name, kind, between, events, rest]) =>
    body(`agreement ${name} : ${kind} "An agreement"`, [between, ...events, ...rest]),
  );

const party = fc
  .tuple(
    pick('CBP', 'RFB', 'DGDDI', 'TAXUD', 'WCO', 'ICE'),
    fc.array(
      fc.oneof(
        pick(
          'type customs-administration',
          'type government-agency',
          'type odd',
          'of US',
          'of BR',
          'of FR',
          'of EU',
          'of US, BR',
          'part of ICE',
          'part of CBP',
          'succeeds ICE',
          'since 2003-03-01',
        ),
        waiver,
      ),
      { maxLength: 4 },
    ),
  )
  .map(([name, statements]) => body(`party ${name}`, statements));

const program = fc
  .tuple(programName, pick('AEO', 'targeting'), actor, pick('', 'since 2001-11', 'until 2004'))
  .map(([name, type, by, rest]) => body(`program ${name}`, [`type ${type}`, `run by ${by}`, rest]));

const port = fc
  .tuple(
    portName,
    pick('BRSSZ', 'FRLEH', 'USORF', 'XXXXX', 'ZZABC'),
    pick('', 'of BR', 'of FR'),
    pick('', 'located 1.5, 2.5', 'located 95, 2'),
  )
  .map(([name, locode, of, located]) => body(`port ${name}`, [`locode ${locode}`, of, located]));

const source = fc
  .tuple(
    sourceName,
    pick('', 'published 2009', 'published 2030'),
    pick('', 'url "https://example.org/a"', 'url "nothing"', 'publisher CBP'),
  )
  .map(([name, published, url]) => body(`source ${name}`, [published, url]));

const jurisdiction = pick(
  'jurisdiction XA { type former succeeded by BR from 1990 }',
  'jurisdiction XU { type customs-union members BR, US from 2000 to 2014 }',
  'jurisdiction XU { type customs-union members XU }',
  'jurisdiction FR { }',
  'kind Own specializes MRA { requires parties 3 or more }',
  'kind Own { expects JWP before entry requires obligations mentions ratification }',
  'kind JWP { }',
  'party XA { of US }',
);

/** One declaration. */
export const declaration: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: agreement },
  { weight: 3, arbitrary: party },
  { weight: 2, arbitrary: program },
  { weight: 1, arbitrary: port },
  { weight: 1, arbitrary: source },
  { weight: 1, arbitrary: jurisdiction },
  {
    weight: 1,
    arbitrary: pick(
      'agreement A1 : JWP',
      'party CBP {',
      '}',
      'signed 2015',
      '// only a comment',
      'agreement : { signed }',
    ),
  },
);

/** The text of a file. */
export const fileText: fc.Arbitrary<string> = fc.array(declaration, { maxLength: 5 }).map((d) => `${d.join('\n\n')}\n`);

function body(head: string, statements: readonly string[]): string {
  const lines = statements.filter(Boolean).map((s) => `    ${s}`);
  return `${head} {\n${lines.join('\n')}\n}`;
}
