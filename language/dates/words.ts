import type { AgreementDate } from './edtf.ts';
/** placeholder */
export function describeDate(date: AgreementDate): string {
  return date.text;
}
