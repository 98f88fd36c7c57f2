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
/** A place behind a date, without its quotes. */
const PLACE = /^(.+?)\s+(?:in|at)\s+([^"]+)$/;

/** Reads words that stand where a date belongs: `on 07/19/2022 in Anaheim` is a date after a word too many, and a place without quotes. */
export function readPasted(written: string): PastedDate {
  const whole = humanReadings(written);
  if (whole.length) return { problem: problemOf(written), readings: whole.map((r) => ({ ...r, newText: r.edtf })) };
  const [, dated = written, place] = PLACE.exec(written) ?? [];
  const date = withoutLead(dated);
  if (date === written) return { problem: problemOf(written), readings: [] };
  const behind = place === undefined ? '' : ` in "${place}"`;
  return {
    problem: readDate(date).ok ? `\`${written}\` is more than a date.` : problemOf(date),
    readings: humanReadings(date).map((r) => ({ ...r, newText: `${r.edtf}${behind}` })),
  };
}

function withoutLead(text: string): string {
  const rest = text.replace(LEAD, '');
  return rest === text ? text : withoutLead(rest);
}

function problemOf(written: string): string {
  const reading = readDate(written);
  return reading.ok ? `\`${written}\` is not written as one word.` : reading.problem;
}
