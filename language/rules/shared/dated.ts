import type { AgreementDate } from '../../dates/index.ts';
import type { Dated, Repeated, When } from '../../records/model.ts';
import { isRepeated } from '../../register/known.ts';

/** A date that is known, and where it stands. */
export type KnownDate = When & { readonly date: AgreementDate };

/** The date of a statement that may stand once; undefined where it is absent, invalid or stated twice. */
export function knownDate(
  record: { readonly repeated: readonly Repeated[] },
  word: string,
  statement: Dated | undefined,
): KnownDate | undefined {
  return statement && !isRepeated(record, word) ? validDate(statement.when) : undefined;
}

/** The date, where it is one. */
export function validDate(when: When | undefined): KnownDate | undefined {
  return when?.date ? (when as KnownDate) : undefined;
}
