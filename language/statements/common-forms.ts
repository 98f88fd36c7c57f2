import { type Form, optional, PER, part } from './form.ts';

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
