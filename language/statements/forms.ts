import { DATE, type Form, optional, PER, part } from './form.ts';

const PARTIES = part('PARTIES', 'Parties or jurisdictions by name: `CBP`, `CBP and RFB`, `US, CA and MX`.');
const UNIT = 'days|weeks|months|years';

/** The statements of single declarations. */
export const OWN_FORMS: readonly Form[] = [
  {
    rule: 'Between',
    words: 'between',
    parts: [PARTIES],
    meaning: 'Who made the agreement. Parties that act for the same jurisdictions are one side of it.',
    example: 'between US and BR',
  },
  {
    rule: 'Follows',
    words: 'follows',
    parts: [part('AGREEMENTS', 'The agreements it builds on.')],
    meaning: 'The agreements that came before this one and on which it builds.',
    example: 'follows US-BR-JWP',
  },
  {
    rule: 'Amends',
    words: 'amends',
    parts: [part('AGREEMENTS', 'The agreements it changes.')],
    meaning: 'The agreements that this one changes and leaves in being.',
    example: 'amends US-BR-JWP',
  },
  {
    rule: 'Supersedes',
    words: 'supersedes',
    parts: [part('AGREEMENTS', 'The agreements it replaces.')],
    meaning:
      'The agreements in whose place this one steps. Being superseded alone ends nothing: record the end as well.',
    example: 'supersedes US-BR-JWP',
  },
  {
    rule: 'Under',
    words: 'under',
    parts: [part('PROGRAMS', 'Programs or agreements.')],
    meaning: 'The programs or agreements that this one belongs to.',
    example: 'under CSI-program',
  },
  {
    rule: 'Recognizes',
    words: 'recognizes',
    parts: [part('PROGRAMS', 'Programs that the parties run.')],
    meaning: 'The programs that the parties recognize of each other.',
    example: 'recognizes CTPAT and OEA',
  },
  {
    rule: 'Ports',
    words: 'ports',
    parts: [part('PORTS', 'Ports by name.')],
    meaning: 'The ports it is about.',
    example: 'ports Santos and TangerMed',
  },
  {
    rule: 'Binding',
    body: 'Agreement',
    words: 'binding',
    parts: [part('yes|no', 'Whether it binds.')],
    meaning: 'Whether the agreement binds under international law, where it differs from its kind.',
    example: 'binding no',
  },
  {
    rule: 'Obligation',
    words: 'obligation',
    parts: [
      part('NAME', 'By which it is called within the agreement, such as `share-membership`.'),
      part(': PARTIES', 'Who is bound: parties of the agreement.'),
      part('must|should|may', '`must` binds, `should` recommends, `may` allows; `not` may follow.'),
      part('"what"', 'What is to be done.'),
      optional('toward PARTIES', 'To whom it is owed.'),
      optional('at PORTS', 'Where it is to be done.'),
      optional('{ … }', 'When it is due, whether it was fulfilled, who says so.'),
    ],
    meaning: 'What a party undertakes.',
    example:
      'obligation share-membership : US and BR must "exchange information on members" { due 90 days after signature }',
  },
  {
    rule: 'From',
    words: 'from',
    parts: [DATE],
    meaning: 'From when the obligation holds.',
    example: 'from 2023-01-01',
  },
  {
    rule: 'Due',
    words: 'due',
    parts: [part('DATE', 'The day by which it is to be done.')],
    meaning: 'By when the obligation is to be done, as a date.',
    example: 'due 2023-06-30',
  },
  {
    rule: 'Due',
    words: 'due',
    parts: [
      part('NUMBER', 'How many, as a whole number.'),
      part(UNIT, 'What is counted.'),
      part('after MOMENT', 'From when it counts: `signature`, `entry`, `operation` …'),
    ],
    meaning: 'By when the obligation is to be done, counted from an event of its agreement.',
    example: 'due 90 days after signature',
  },
  {
    rule: 'Every',
    words: 'every',
    parts: [part('NUMBER', 'How many, as a whole number.'), part(UNIT, 'What is counted.')],
    meaning: 'The obligation recurs. One that does is never overdue.',
    example: 'every 6 months',
  },
  {
    rule: 'If',
    words: 'if',
    parts: [part('"condition"', 'On what it depends.')],
    meaning: 'The obligation holds only on a condition. One that does is never overdue.',
    example: 'if "the budget allows"',
  },
  {
    rule: 'Outcome',
    words: 'fulfilled',
    parts: [DATE, PER],
    meaning: 'The obligation was done.',
    example: 'fulfilled 2022-12-01 per "https://www.example.org/report"',
  },
  {
    rule: 'Outcome',
    words: 'breached',
    parts: [DATE, PER],
    meaning: 'The obligation was broken.',
    example: 'breached 2023',
  },
  {
    rule: 'Publisher',
    words: 'publisher',
    parts: [part('PARTY | "publisher"', 'A party by name, or anybody else as a text.')],
    meaning: 'Who published it.',
    example: 'publisher "Receita Federal"',
  },
  {
    rule: 'Published',
    words: 'published',
    parts: [DATE],
    meaning: 'When it was published.',
    example: 'published 2022-09-16',
  },
  {
    rule: 'Retrieved',
    words: 'retrieved',
    parts: [DATE],
    meaning: 'When it was read last: pages change.',
    example: 'retrieved 2026-01-10',
  },
  {
    rule: 'Url',
    words: 'url',
    parts: [part('"address"', 'An http or https address.')],
    meaning: 'Where it can be read.',
    example: 'url "https://www.cbp.gov/newsroom"',
  },
  {
    rule: 'Evidence',
    words: 'file',
    parts: [
      part('"path"', 'Relative to this file, inside the project.'),
      optional('sha256 "digest"', 'The copy’s digest in hexadecimal, so that a changed file is noticed.'),
    ],
    meaning: 'A copy that is kept with the records.',
    example: 'file "evidence/cbp-brazil-mra.pdf"',
  },
  {
    rule: 'Type',
    body: 'Party',
    words: 'type',
    parts: [part('TYPES', '`customs-administration`, `government-agency`, `state` …')],
    meaning: 'What the party is. Kinds may demand parties of certain types.',
    example: 'type customs-administration',
  },
  {
    rule: 'Type',
    body: 'Program',
    words: 'type',
    parts: [part('TYPES', '`AEO`, `container-security`, `operation` …')],
    meaning: 'What the program is. Kinds may demand programs of certain types.',
    example: 'type AEO',
  },
  {
    rule: 'Type',
    body: 'Jurisdiction',
    words: 'type',
    parts: [part('TYPE', '`state`, `customs-union`, `customs-territory` …')],
    meaning: 'What the jurisdiction is.',
    example: 'type customs-union',
  },
  {
    rule: 'Of',
    body: 'Party',
    words: 'of',
    parts: [part('JURISDICTIONS', 'Codes such as `US`.')],
    meaning: 'The jurisdictions that the party acts for. They decide on which side of an agreement it stands.',
    example: 'of US',
  },
  {
    rule: 'Of',
    body: 'Port',
    words: 'of',
    parts: [part('JURISDICTIONS', 'Codes such as `MA`.')],
    meaning: 'Where the port lies; it may be left out where a LOCODE says so.',
    example: 'of MA',
  },
  {
    rule: 'PartOf',
    words: 'part of',
    parts: [part('WHOLE', 'The party or jurisdiction that it belongs to.')],
    meaning: 'What it is a part of: an agency of a department, a territory of a state.',
    example: 'part of US',
  },
  {
    rule: 'Since',
    words: 'since',
    parts: [DATE, PER],
    meaning: 'Since when it exists.',
    example: 'since 2003-03-01',
  },
  {
    rule: 'Until',
    words: 'until',
    parts: [DATE, PER],
    meaning: 'Until when it existed.',
    example: 'until 2003-02-28',
  },
  {
    rule: 'Until',
    body: 'Obligation',
    words: 'until',
    parts: [DATE],
    meaning: 'Until when the obligation holds.',
    example: 'until 2030-12-31',
  },
  {
    rule: 'Succeeds',
    words: 'succeeds',
    parts: [PARTIES],
    meaning: 'Whose successor the party is. Agreements of its predecessors serve it too.',
    example: 'succeeds US-Customs-Service',
  },
  {
    rule: 'SucceededBy',
    words: 'succeeded by',
    parts: [PARTIES, optional('from DATE', 'Since when.')],
    meaning: 'Who came in its place.',
    example: 'succeeded by CZ, SK from 1993-01-01',
  },
  {
    rule: 'Members',
    words: 'members',
    parts: [
      part('JURISDICTIONS', 'Codes such as `AT, BE, FR`.'),
      optional('from DATE', 'When they joined.'),
      optional('to DATE', 'When they left.'),
    ],
    meaning: 'The members of a union. The statement may repeat, once for each time.',
    example: 'members AT, FI and SE from 1995-01-01',
  },
  {
    rule: 'RunBy',
    words: 'run by',
    parts: [PARTIES],
    meaning: 'Who runs the program.',
    example: 'run by US',
  },
  {
    rule: 'Partners',
    words: 'partners',
    parts: [PARTIES],
    meaning: 'Who takes part in the program beside those who run it.',
    example: 'partners US and BR',
  },
  {
    rule: 'Beneficiaries',
    words: 'beneficiaries',
    parts: [PARTIES],
    meaning: 'For whom the program is made.',
    example: 'beneficiaries BR',
  },
  {
    rule: 'Locode',
    words: 'locode',
    parts: [part('LOCODE', 'A country’s two letters and three letters or digits: `MAPTM`.')],
    meaning: 'The port’s code in UN/LOCODE. Its first two letters say where the port lies.',
    example: 'locode MAPTM',
  },
  {
    rule: 'Located',
    words: 'located',
    parts: [
      part('LATITUDE', 'Degrees north, from -90 to 90.'),
      { text: 'LONGITUDE', meaning: 'Degrees east, from -180 to 180.', joint: ', ' },
    ],
    meaning: 'Where the port is, in degrees of WGS 84.',
    example: 'located 35.8898, -5.5013',
  },
  {
    rule: 'Mode',
    words: 'mode',
    parts: [part('MODES', '`sea`, `land`, `air`, `rail`, `inland`.')],
    meaning: 'How goods and travellers reach the port.',
    example: 'mode sea and rail',
  },
];

const STRENGTHS = {
  requires: 'Where it is not met, that is an error.',
  expects: 'Where it is not met, that is a warning.',
  mentions: 'Where it is not met, that is information.',
} as const;

/** What a kind may say. */
export const KIND_FORMS: readonly Form[] = [
  ...(Object.keys(STRENGTHS) as (keyof typeof STRENGTHS)[]).flatMap(demandForms),
  {
    rule: 'Binding',
    body: 'Kind',
    words: 'binding',
    parts: [part('yes|no', 'Whether they bind.')],
    meaning: 'Whether agreements of the kind bind under international law unless they say otherwise.',
    example: 'binding no',
  },
];

function demandForms(words: keyof typeof STRENGTHS): readonly Form[] {
  const form = (parts: Form['parts'], what: string, example: string): Form => {
    return { rule: 'Demand', words, parts, meaning: `${what} ${STRENGTHS[words]}`, example: `${words} ${example}` };
  };
  return [
    form(
      [part('KIND', 'The kind of the earlier agreement.'), part('before MOMENT', '`signature`, `entry` …')],
      'An earlier agreement between the same sides.',
      'JWP before signature',
    ),
    form(
      [
        part('parties NUMBER', 'How many sides: `2`, `3 or more`, `2 to 4`.'),
        optional('of type TYPES', 'What each party must be.'),
      ],
      'How many sides the agreement has, and of what type its parties are.',
      'parties 3 or more of type customs-administration',
    ),
    form(
      [part('program of type TYPE run by each party', 'The type of program, such as `AEO`.')],
      'A program that each side runs.',
      'program of type AEO run by each party',
    ),
    form(
      [part('WORD', '`ports`, `obligations`, `sources`, `programs`, or a moment such as `entry`.')],
      'Something that the agreement states.',
      'ports',
    ),
  ];
}

/** What every body may say. */
export const COMMON_FORMS: readonly Form[] = [
  {
    rule: 'Description',
    words: 'description',
    parts: [part('"text"', 'Markdown; `"""` begins and ends a text of several lines.')],
    meaning: 'What it is, in a few sentences.',
    example: 'description "Makes the programs of both sides compatible."',
  },
  {
    rule: 'Note',
    words: 'note',
    parts: [part('"text"', 'Markdown.')],
    meaning: 'A remark for whoever works with the record.',
    example: 'note "The source names the wrong agency."',
  },
  {
    rule: 'Also',
    words: 'also',
    parts: [part('"name"', 'Another name it goes by.')],
    meaning: 'Another name it goes by.',
    example: 'also "C-TPAT"',
  },
  {
    rule: 'Mark',
    words: 'number',
    parts: [part('"mark"', 'As it is written.')],
    meaning: 'A treaty number or another mark.',
    example: 'number "TIAS 13029"',
  },
  {
    rule: 'Translation',
    words: 'name',
    parts: [part('LANGUAGE', 'A tag of BCP 47: `es`, `pt-BR`.'), part('"title"', 'The title in that language.')],
    meaning: 'The title in another language.',
    example: 'name es "Acuerdo de Reconocimiento Mutuo"',
  },
  {
    rule: 'Cites',
    words: 'cites',
    parts: [
      part(
        'SOURCE "locator", …',
        'Names of sources or addresses in quotes, each with the place in it where that is known.',
      ),
    ],
    meaning: 'The evidence for the record as a whole.',
    example: 'cites "https://www.example.org/list" "p. 4"',
  },
  {
    rule: 'Figure',
    words: 'figure',
    parts: [
      part('"what is counted"', 'What is counted.'),
      part('[at least] NUMBER', '`at least` where the source says "more than".'),
      optional('over DATE', 'The time it was counted over, as an interval: `2016/2024`.'),
      PER,
    ],
    meaning: 'A number that a source states.',
    example: 'figure "officers trained" 562 over 2016/2024',
  },
  {
    rule: 'Waiver',
    words: 'waive',
    parts: [
      part('RULE', 'The code of the rule, such as `missing-precedent`.'),
      optional('of SUBJECT', 'Silences it about this alone: a kind, a party, a jurisdiction, a record.'),
      part('because "reason"', 'Why. The reason is part of the record.'),
    ],
    meaning: 'Silences a rule in this record and in what is nested in it.',
    example: 'waive missing-precedent of JWP because "CBP’s list shows no work plan"',
  },
];
