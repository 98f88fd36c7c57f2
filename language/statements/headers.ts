import { type Form, optional, part } from './form.ts';

const TITLE = optional('"title"', 'What it is called in full.');
const BODY = optional('{ … }', 'What else is known of it.');

/** How each declaration begins. */
export const HEADER_FORMS: readonly Form[] = [
  {
    rule: 'Agreement',
    words: 'agreement',
    parts: [
      part('NAME', 'By which other records refer to it, such as `US-BR-MRA`.'),
      part(': KIND', 'What kind of agreement it is. The kind says what such a record demands.'),
      TITLE,
      BODY,
    ],
    meaning:
      'An agreement: who made it, of what kind it is, when it was signed and entered into force, and who says so.',
    example: 'agreement US-BR-MRA : MRA "Mutual Recognition Arrangement with Brazil" { between US and BR }',
  },
  {
    rule: 'Source',
    words: 'source',
    parts: [part('NAME', 'By which it is cited, such as `cbp-2022-09-16`.'), TITLE, BODY],
    meaning: 'A document that records rest on. It is cited by its name behind `per` and `cites`.',
    example: 'source cbp-brazil-mra "CBP signs Mutual Recognition Arrangement with Brazil" { published 2022-09-16 }',
  },
  {
    rule: 'Party',
    words: 'party',
    parts: [part('NAME', 'By which agreements name it, such as `CBP`.'), TITLE, BODY],
    meaning: 'Who makes agreements and runs programs: an administration, an agency, an organization.',
    example: 'party CBP "U.S. Customs and Border Protection" { type customs-administration of US }',
  },
  {
    rule: 'Program',
    words: 'program',
    parts: [part('NAME', 'By which agreements recognize it, such as `CTPAT`.'), TITLE, BODY],
    meaning:
      'What administrations run and recognize of each other, such as a program of authorized economic operators.',
    example: 'program CTPAT "Customs Trade Partnership Against Terrorism" { type AEO run by US }',
  },
  {
    rule: 'Port',
    words: 'port',
    parts: [part('NAME', 'By which agreements name it, such as `TangerMed`.'), TITLE, BODY],
    meaning: 'A port or another place at which goods enter and leave.',
    example: 'port TangerMed "Tanger Med" { locode MAPTM mode sea }',
  },
  {
    rule: 'Jurisdiction',
    words: 'jurisdiction',
    parts: [part('NAME', 'Its code, such as `EU`. The library has all of ISO 3166-1.'), TITLE, BODY],
    meaning: 'A state, a union or a territory with a customs law of its own. It may stand wherever a party may.',
    example: 'jurisdiction SACU "Southern African Customs Union" { type customs-union }',
  },
  {
    rule: 'Kind',
    words: 'kind',
    parts: [
      part('NAME', 'By which agreements name it in their headers, such as `Regional-MRA`.'),
      optional('specializes KIND', 'The kind whose demands it inherits.'),
      TITLE,
      BODY,
    ],
    meaning: 'A kind of agreement, and what its records demand.',
    example: 'kind Regional-MRA specializes MRA "Regional arrangement" { requires parties 3 or more }',
  },
];
