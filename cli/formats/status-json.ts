import { fileFrom, rangeOf } from '../report.ts';
import { type AgreementStatus, partiesOf, type StatusFormat } from './status-report.ts';

/** Statuses as JSON. Every state that the dates allow is listed; where there is one it is certain. */
export const json: StatusFormat = function* ({ folder, asOf, agreements }) {
  yield `{\n  "version": 1,\n  "asOf": ${JSON.stringify(asOf)},\n  "agreements": [`;
  for (const [i, each] of agreements.entries()) {
    yield `${i === 0 ? '' : ','}\n    ${JSON.stringify(agreementOf(each, folder))}`;
  }
  yield agreements.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
};

function agreementOf({ from, agreement, status, text, obligations }: AgreementStatus, folder: string): object {
  const { uri, name } = agreement;
  return {
    name: name.name,
    title: agreement.title?.value ?? null,
    kind: agreement.kind?.name ?? null,
    parties: partiesOf(agreement),
    file: fileFrom(folder, uri),
    range: rangeOf(from, { uri, start: name.start, end: name.end }),
    status: text,
    states: status.states.map(({ state, certainty, by }) => ({
      state,
      certainty,
      by: by.map(({ event, date }) => ({ event, date: date?.text ?? null })),
    })),
    obligations: obligations.map(({ obligation, status: reached, text: words }) => ({
      name: `${name.name}.${obligation.name.name}`,
      what: obligation.what?.value ?? null,
      status: words,
      states: reached.states,
      due: reached.due?.text ?? null,
    })),
  };
}
