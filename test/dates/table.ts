import { type AgreementDate, readDate } from '../../language/dates/index.ts';

/** The date of a text that must be one. */
export function dateOf(text: string): AgreementDate {
  const reading = readDate(text);
  if (!reading.ok) {
    throw new Error(reading.problem);
  }
  return reading.date;
}
