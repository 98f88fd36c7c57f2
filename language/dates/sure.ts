import { isTwoDates } from './problems.ts';

/** `2002-09-1`, `2007-13`: a digit may be missing, or be wrong. */
const HALF_WRITTEN = /^\d{4}-(?:\d\d-\d|\d\d)$/;

/**
 * Whether the only reading of a pasted date cannot be wrong, so that it may be written without being looked at. It is not sure where a year of
 * two digits was completed, where numerals are parted in several ways (`2002/06-07` may be two months), where dates side by side were made an
 * interval, or where a bracket or a letter may say more (`2022[12]`, `16 X 2022`).
 */
export function isSureReading(written: string, edtf: string): boolean {
  if (isTwoDates(written) || HALF_WRITTEN.test(written) || /\[|\bX\b/.test(written)) return false;
  const years = edtf.match(/\d{4}|\d{2,3}(?=X)/g) ?? [];
  if (!/\d{4}/.test(written) && !years.every((year) => written.includes(year))) return false;
  if (/\p{L}/u.test(written)) return true;
  const marks = written.match(/(?<=\d)[^\d?~%]+(?=\d)/g) ?? [];
  return !edtf.includes('/') && new Set(marks).size <= 1;
}
