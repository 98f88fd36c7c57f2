import { fileFrom, rangeOf } from '../report.ts';
import { type AgreementStatus, partiesOf, type StatusFormat } from './status-report.ts';

const HEAD = ['name', 'kind', 'parties', 'states', 'certainty', 'status', 'title', 'file', 'line'];

/** Statuses as CSV (RFC 4180), a row an agreement and a row an obligation; several states or parties stand in one cell, parted by `;`. */
export const csv: StatusFormat = function* ({ folder, agreements }) {
  yield row(HEAD);
  for (const each of agreements) {
    yield row(agreementRow(each, folder));
    for (const cells of obligationRows(each, folder)) yield row(cells);
  }
};

function agreementRow({ from, agreement, status, text }: AgreementStatus, folder: string): readonly string[] {
  const { uri, name, kind, title } = agreement;
  return [
    name.name,
    kind?.name ?? '',
    partiesOf(agreement).join(';'),
    status.states.map(({ state }) => state).join(';'),
    status.states[0].certainty,
    text,
    title?.value ?? '',
    fileFrom(folder, uri),
    String(rangeOf(from, { uri, start: name.start, end: name.end }).start.line),
  ];
}

function obligationRows(
  { from, agreement, obligations }: AgreementStatus,
  folder: string,
): readonly (readonly string[])[] {
  const { uri, name } = agreement;
  return obligations.map(({ obligation, status, text }) => [
    `${name.name}.${obligation.name.name}`,
    'obligation',
    obligation.bearers.map((bearer) => bearer.name).join(';'),
    status.states.map(({ state }) => state).join(';'),
    status.states[0]?.certainty ?? '',
    text,
    obligation.what?.value ?? '',
    fileFrom(folder, uri),
    String(rangeOf(from, { uri, start: obligation.name.start, end: obligation.name.end }).start.line),
  ]);
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
