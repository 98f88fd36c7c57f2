import type { State, ObligationState as Word } from '../../language/status/index.ts';
import { type Colours, count, harmless, table, wrap } from '../terminal/style.ts';
import type { AgreementStatus, StatusFormat, StatusReport } from './status-report.ts';

const CERTAIN = / \(certain\)$/;

const COLOUR: Readonly<Record<State | Word, keyof Colours & ('green' | 'yellow' | 'red' | 'gray' | 'blue')>> = {
  draft: 'yellow',
  signed: 'yellow',
  provisional: 'green',
  'in force': 'green',
  operational: 'green',
  completed: 'blue',
  suspended: 'red',
  ended: 'gray',
  inactive: 'gray',
  pending: 'yellow',
  overdue: 'red',
  fulfilled: 'green',
  breached: 'red',
};

/** One line of the table, and the state that colours it. */
interface Row {
  readonly cells: readonly [name: string, kind: string, status: string];
  readonly state: State | Word;
}

/** Statuses as a table for people, and how many agreements there are of each. */
export const pretty: StatusFormat = function* (report, style) {
  const { colours } = style;
  const rows = report.agreements.flatMap(rowsOf);
  const lines = table([['AGREEMENT', 'KIND', 'STATUS'], ...rows.map(({ cells }) => cells)]);
  yield `${colours.bold(lines[0] ?? '')}\n`;
  for (const [i, { cells, state }] of rows.entries()) {
    const line = lines[i + 1] ?? '';
    const status = cells[2];
    yield `${line.slice(0, line.length - status.length)}${colours[COLOUR[state]](status)}\n`;
  }
  yield `\n${wrap('', colours.bold(closing(report)), style, 0)}\n`;
};

function rowsOf({ agreement, status, text, obligations }: AgreementStatus): readonly Row[] {
  const name = harmless(agreement.name.name);
  const kind = harmless(agreement.kind?.name ?? '');
  return [
    { cells: [name, kind, text.replace(CERTAIN, '')], state: status.states[0].state },
    ...obligations.map(
      ({ obligation, status: reached, text: words }): Row => ({
        cells: [`  ${harmless(obligation.name.name)}`, 'obligation', words.replace(CERTAIN, '')],
        state: reached.states[0]?.state ?? 'inactive',
      }),
    ),
  ];
}

function closing({ agreements, asOf }: StatusReport): string {
  const counts = new Map<string, number>();
  for (const { status } of agreements) {
    const [first, ...others] = status.states;
    const state = others.length > 0 ? 'undetermined' : first.state;
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([state, number]) => `${number.toLocaleString('en')} ${state}`);
  const overdue = agreements
    .flatMap(({ obligations }) => obligations)
    .filter(({ status }) => status.states[0]?.state === 'overdue');
  const due = overdue.length > 0 ? `; ${count(overdue.length, 'obligation')} overdue` : '';
  return `${count(agreements.length, 'agreement')}${parts.length ? `: ${parts.join(', ')}` : ''}${due}. As of ${asOf}.`;
}
