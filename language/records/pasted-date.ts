import { type HumanReading, humanReadings, readDate } from '../dates/index.ts';

/** What stands where a date belongs, as the author may have meant it. */
export interface PastedDate {
  /** Why it is no date, in a sentence. */
  readonly problem: string;
  /** Each way to read it; `newText` takes its whole place. */
  readonly readings: readonly (HumanReading & { readonly newText: string })[];
}

/** Words that lead to a date in a sentence, and say nothing more. */
const LEAD = /^(?:on|in|of|the|dated?|day)\s+/i;
/** A place behind a date, without its quotes, and what follows it. */
const PLACE = /^(.+?)\s+(?:in|at)\s+([^"]+?)(?:\s+((?:at|for|by|per)\s.+))?$/;
/** Signatories without their quotes: `by Donald Conroy of US and An Li of CN`. */
const SIGNATORIES = /^(.*?)\bby\s+([^"]+)$/;
/** One of them: a person, and perhaps the party. */
const SIGNATORY = /^(\S+\s+(?!of\s).+?)(\s+of\s+\S+)?$/;
/** Between two signatories. */
const NEXT = /\s*,\s*(?:and\s+)?|\s+and\s+/;

/** Reads words that stand where a date belongs: `on 07/19/2022 in Anaheim` is a date after a word too many, and a place without quotes. */
export function readPasted(written: string): PastedDate {
  const whole = humanReadings(written);
  if (whole.length) return { problem: problemOf(written), readings: whole.map((r) => ({ ...r, newText: r.edtf })) };
  const [, dated = written, place, rest] = PLACE.exec(written) ?? [];
  const date = withoutLead(dated);
  if (date === written) return { problem: problemOf(written), readings: [] };
  const behind = place === undefined ? '' : ` in "${place}"${rest === undefined ? '' : ` ${mended(rest)}`}`;
  return {
    problem: readDate(date).ok ? `\`${written}\` is more than a date.` : problemOf(date),
    readings: humanReadings(date).map((r) => ({ ...r, newText: `${r.edtf}${behind}` })),
  };
}

/** What follows a place, with its signatories in quotes where each has a name of several words: else one of them may be a party. */
function mended(rest: string): string {
  const [, before = '', written] = SIGNATORIES.exec(rest) ?? [];
  const signatories = written?.split(NEXT).map((one) => SIGNATORY.exec(one)) ?? [];
  if (written === undefined || signatories.includes(null)) return rest;
  const quoted = signatories.map((found) => `"${found?.[1]}"${found?.[2] ?? ''}`);
  return `${before}by ${quoted.join(', ')}`;
}

function withoutLead(text: string): string {
  let rest = text;
  for (let before = ''; rest !== before; ) {
    before = rest;
    rest = rest.replace(LEAD, '');
  }
  return rest;
}

function problemOf(written: string): string {
  const reading = readDate(written);
  return reading.ok ? `\`${written}\` is not written as one word.` : reading.problem;
}
