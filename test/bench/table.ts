import { table } from '../../cli/terminal/style.ts';

/** One figure, with what it should be where there is a target. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'MB/s' | 'x';
  /** The most that it may be. */
  readonly target?: number;
}

/** Figures as a table, each with its target and whether that was met. */
export function figuresTable(figures: readonly Figure[]): string {
  return lines(table(figures.map((figure) => [figure.name, shown(figure.value, figure.unit), targetOf(figure)])));
}

function targetOf({ value, unit, target }: Figure): string {
  if (target === undefined) return '';
  return `at most ${shown(target, unit)}: ${value <= target ? 'ok' : 'missed'}`;
}

/** A number with its unit, with as many digits as say something. */
export function shown(value: number, unit: Figure['unit']): string {
  const digits = unit === 'x' ? 2 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit === 'x' ? '×' : unit}`;
}

/** Lines as a text. */
export function lines(of: readonly string[]): string {
  return of.map((line) => `${line}\n`).join('');
}
