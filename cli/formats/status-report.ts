import type { Agreement, Obligation } from '../../language/records/model.ts';
import type { ObligationStatus, Status } from '../../language/status/index.ts';
import type { LoadedProject } from '../project/load.ts';
import type { Style } from '../terminal/style.ts';

/** What an agreement is on the day, and what its obligations are. */
export interface AgreementStatus {
  readonly from: LoadedProject;
  readonly agreement: Agreement;
  readonly status: Status;
  /** The status in one line. */
  readonly text: string;
  readonly obligations: readonly ObligationState[];
}

export interface ObligationState {
  readonly obligation: Obligation;
  readonly status: ObligationStatus;
  readonly text: string;
}

/** What `agreement status` has to say; agreements stand in the order of their files. */
export interface StatusReport {
  /** The folder that holds all the projects. */
  readonly folder: string;
  /** The day, `2026-01-01`; the first project's. */
  readonly asOf: string;
  readonly agreements: readonly AgreementStatus[];
}

/** A way to write it, piece by piece. */
export type StatusFormat = (report: StatusReport, style: Style) => Iterable<string>;

/** The parties as they are written. */
export function partiesOf({ between }: Agreement): readonly string[] {
  return between?.names.map(({ name }) => name) ?? [];
}
