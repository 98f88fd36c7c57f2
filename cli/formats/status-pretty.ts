import stringWidth from 'fast-string-width';
import type { State, ObligationState as Word } from '../../language/status/index.ts';
import { type Colours, count, cut, grouped, harmless, table, wrap } from '../terminal/style.ts';
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

/** A line of the table, and the state that colours it. */
interface Row {
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly about: string;
  readonly state: State | Word;
}

/** The widest status that others are padded to: a few long ones must not push all titles away. */
const WIDEST = 36;
/** A title that would be cut to less than this is left out. */
const LEAST = 20;

/** Statuses as a table for people, and how many agreements there are of each. */
export const pretty: StatusFormat = function* (report, style) {
  const { colours } = style;
  const rows = report.agreements.flatMap(rowsOf);
  const [head = '', ...begins] = table(
    [['AGREEMENT', 'KIND', ''], ...rows.map(({ name, kind }) => [name, kind, ''])],
    'padded',
  );
  const widest = Math.min(WIDEST, Math.max(...rows.map(({ status }) => stringWidth(status)), 6));
  yield `${colours.bold(`${head}${'STATUS'.padEnd(widest)}  TITLE`)}\n`;
  for (const [i, { status, about, state }] of rows.entries()) {
    const begin = begins[i] ?? '';
    const padding = ' '.repeat(Math.max(0, widest - stringWidth(status)) + 2);
    const room = (style.width ?? Number.POSITIVE_INFINITY) - stringWidth(begin + status + padding);
    const title = room >= LEAST && about ? padding + colours.gray(cut(about, room)) : '';
    yield `${begin}${colours[COLOUR[state]](status)}${title}\n`;
  }
  yield `\n${wrap('', colours.bold(closing(report)), style, 0)}\n`;
};

function rowsOf({ agreement, status, text, obligations }: AgreementStatus): readonly Row[] {
  const name = harmless(agreement.name.name);
  const kind = harmless(agreement.kind?.name ?? '');
  const about = harmless(agreement.title?.value ?? '');
  return [
    { name, kind, status: text.replace(CERTAIN, ''), about, state: status.states[0].state },
    ...obligations.map(
      ({ obligation, status: own, text: words }): Row => ({
        name: `  ${harmless(obligation.name.name)}`,
        kind: 'obligation',
        status: words.replace(CERTAIN, ''),
        about: harmless(obligation.what?.value ?? ''),
        state: own.states[0]?.state ?? 'inactive',
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
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([state, number]) => `${grouped(number)} ${state}`);
  const overdue = agreements
    .flatMap(({ obligations }) => obligations)
    .filter(({ status }) => status.states[0]?.state === 'overdue');
  const due = overdue.length > 0 ? `; ${count(overdue.length, 'obligation')} overdue` : '';
  return `${count(agreements.length, 'agreement')}${parts.length ? `: ${parts.join(', ')}` : ''}${due}. As of ${asOf}.`;
}
