import { UNKNOWN } from '../dates/index.ts';
import type { Happening } from './happenings.ts';
import type { ObligationStatus } from './obligation.ts';
import type { PossibleState, Status } from './status.ts';

/** The status in one line: `in force since 2022-09-16 (certain)`, `draft or signed 2015 (possible)`. */
export function describeStatus({ states }: Status): string {
  const words = states.map(describeState);
  return `${words.join(' or ')} (${states[0].certainty})`;
}

/** The status of an obligation in one line: `overdue since 2022-12-15 (certain)`, `pending, due 2030-01-01 (certain)`. */
export function describeObligationStatus({ states, due }: ObligationStatus): string {
  const words = states.map(({ state }) => {
    if (!due || (state !== 'overdue' && state !== 'pending')) return state;
    return `${state}, due ${dateText(due.text)}`;
  });
  return `${words.join(' or ')} (${states[0]?.certainty ?? 'possible'})`;
}

function describeState({ state, by }: PossibleState): string {
  if (state === 'ended') return [...new Set(by.map(describeEnd))].join(' or ');
  // An agreement may be suspended several times: the last one is what holds.
  const decisive = state === 'suspended' ? by.at(-1) : by[0];
  if (state === 'draft') return decisive ? `draft (${decisive.event} ${dateOf(decisive)})` : 'draft';
  if (!decisive) return state;
  const word = state === 'signed' && decisive.event === 'ratified' ? 'ratified' : state;
  return `${WORDS[word] ?? onDay(word, decisive)} ${dateOf(decisive)}`;
}

const WORDS: Readonly<Record<string, string>> = {
  provisional: 'applied provisionally since',
  'in force': 'in force since',
  operational: 'operational since',
  suspended: 'suspended since',
};

/** `signed`, and `signed on` where "an unknown day" follows. */
function onDay(word: string, { date }: Happening): string {
  return date?.text === UNKNOWN.text ? `${word} on` : word;
}

function describeEnd(end: Happening): string {
  const word = end.event === 'expires' ? 'expired' : end.event;
  return `${onDay(word, end)} ${dateOf(end)}`;
}

function dateOf({ date }: Happening): string {
  return date ? dateText(date.text) : 'on a day that cannot be read';
}

function dateText(text: string): string {
  return text === UNKNOWN.text ? 'an unknown day' : text;
}
