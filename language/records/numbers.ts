import { numberOf } from '../number-words.ts';
import type { Span } from './model.ts';
import type { Reader } from './reader.ts';

/** A whole number that a statement asks for. */
interface Wanted {
  /** Where it stands: ``before `months` ``. */
  readonly place: string;
  /** The smallest number that has a meaning there. */
  readonly least: 0 | 1;
  /** A number of the usual size. */
  readonly usual: number;
  /** How the statement reads with a number. */
  readonly example: (count: number) => string;
}

/** How a number is meant that is written otherwise. */
interface Meant {
  readonly value: string;
  /** Whether there is no other way to read it. */
  readonly isSure: boolean;
}

/** What is written in the place of a number, where that is no number. */
interface Misread extends Span {
  readonly message: string;
  readonly meant: Meant | undefined;
}

/** A whole number; NaN where it is none or too small, which is noted as a flaw. */
export function readCount(reader: Reader, span: Span, wanted: Wanted): number {
  const written = writtenAt(reader, span);
  const value = /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (value >= wanted.least) return value;
  const meant = countMeant(written, wanted.least);
  const wants = wanted.least > 0 && value === 0 ? 'a whole number above 0' : 'a whole number';
  const example = wanted.example(meant ? Number(meant.value) : wanted.usual);
  const message = `Expected ${wants} ${wanted.place}, not \`${written}\`, such as \`${example}\`.`;
  return note(reader, { ...span, message, meant });
}

/** A number with or without a sign and decimals; NaN where it is none, which is noted as a flaw. */
export function readFigure(reader: Reader, span: Span): number {
  const value = reader.numberAt(span);
  if (!Number.isNaN(value)) return value;
  const written = writtenAt(reader, span);
  const meant = figureMeant(written);
  return note(reader, { ...span, message: figureProblem(written, meant), meant });
}

/** Says that the greater number of two stands first. */
export function noteReversed(reader: Reader, span: Span, min: number, max: number): void {
  const value = `${max} to ${min}`;
  const message = `The second number must not be smaller than the first: write \`${value}\`.`;
  note(reader, { ...span, message, meant: { value, isSure: false } });
}

function note({ flaws }: Reader, { start, end, message, meant }: Misread): number {
  const edit = meant && { start, end, newText: meant.value };
  const fixes = edit ? [{ title: `Change to \`${edit.newText}\``, safe: meant.isSure, edits: [edit] }] : [];
  flaws.push({ code: 'syntax', start, end, message, fixes });
  return Number.NaN;
}

function writtenAt({ tokens }: Reader, { start, end }: Span): string {
  return tokens.source.slice(start, end);
}

/** Thousands parted by a mark; a single group behind a point may be decimals. */
const GROUPED = /^[+-]?\d{1,3}(?:([,_'’ ])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,})$/;

function countMeant(written: string, least: number): Meant | undefined {
  // Treaties say `within 90 days after signature`; `due` says it already.
  const bare = written.toLowerCase().replace(/^within\s+/, '');
  const value = numberOf(bare) ?? (/^\+?\d+$/.test(bare) ? Number(bare) : Number.NaN);
  if (value >= least) return { value: String(value), isSure: true };
  return grouped(bare.replace(/^\+/, ''));
}

function figureMeant(written: string): Meant | undefined {
  const percent = /^[+-]?\d+(?:\.\d+)?(?=%$)/.exec(written)?.[0];
  return percent === undefined ? grouped(written) : { value: percent, isSure: false };
}

function grouped(written: string): Meant | undefined {
  return GROUPED.test(written) ? { value: written.replace(/[^\d+-]/g, ''), isSure: true } : undefined;
}

function figureProblem(written: string, meant: Meant | undefined): string {
  if (meant && written.endsWith('%'))
    return `Expected a number, not \`${written}\`: write \`${meant.value}\`, and say in the quotes what it counts.`;
  if (meant) return `A number is written without marks between its digits: \`${meant.value}\`, not \`${written}\`.`;
  if (written === 'unknown') return 'Expected a number, not `unknown`: leave out a figure that nobody states.';
  return `Expected a number, not \`${written}\`, such as \`562\` or \`12.5\`.`;
}
