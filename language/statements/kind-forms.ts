import { type Form, optional, part } from './form.ts';

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
