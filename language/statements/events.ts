import type { EventWord } from '../records/model.ts';
import { EVENT_MEANINGS } from '../vocabulary.ts';
import { DATE, type Form, optional, type Part, PER } from './form.ts';

const PARTS: readonly Part[] = [
  DATE,
  optional('in "place"', 'Where it happened.'),
  optional('at PORTS', 'The ports it is about; they are the agreement’s too.'),
  optional('for PARTIES', 'It holds for these parties alone, and overrides what is said for all.'),
  optional('by "signatory" of PARTY, …', 'Who signed, and for whom.'),
  PER,
  optional('preferred', 'Of rival claims about the same event this one counts.'),
  optional('{ … }', 'Notes and evidence about this event.'),
];

const EXAMPLES: Readonly<Record<EventWord, string>> = {
  negotiated: 'negotiated 2014 per "https://www.example.org/talks"',
  adopted: 'adopted 1977-06-09 in "Nairobi"',
  signed: 'signed 2022-09-16 in "Washington, DC" by "Troy Miller" of US per "https://www.example.org/signed"',
  ratified: 'ratified 2004-03 for US',
  provisional: 'provisional 2003-01-01',
  'in force': 'in force 2022-09-16',
  operational: 'operational 2005-09-22 at Santos',
  completed: 'completed 2021',
  suspended: 'suspended 2018-05',
  resumed: 'resumed 2019',
  expires: 'expires 2027-12-31',
  terminated: 'terminated 2020-01-31',
  withdrawn: 'withdrawn 2020-01-31 for GB',
};

/** How each event is written, and how one that had not happened. */
export const EVENT_FORMS: readonly Form[] = [
  ...(Object.keys(EVENT_MEANINGS) as EventWord[]).map((words): Form => {
    return { rule: 'Event', words, parts: PARTS, meaning: EVENT_MEANINGS[words], example: EXAMPLES[words] };
  }),
  {
    rule: 'Event',
    words: 'not',
    parts: [
      { text: 'EVENT', meaning: 'What had not happened by then, such as `in force`.' },
      DATE,
      optional('for PARTIES', 'It had not happened for these parties.'),
      PER,
    ],
    meaning: 'By that day it had not happened: a bound, no event.',
    example: 'not in force 2025-04 for US',
  },
];
