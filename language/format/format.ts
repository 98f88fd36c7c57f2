import type { Span, TextEdit } from '../records/model.ts';
import { type Parsed, parse } from '../syntax/parse.ts';
import { align } from './align.ts';
import { editsOf, patched } from './edits.ts';
import { layOut } from './layout.ts';
import { reach } from './reach.ts';
import { newlineOf, render } from './render.ts';
import { difference } from './verify.ts';

/** How to format. */
export interface FormatOptions {
  /** Only what touches this: whole statements, in UTF-16 offsets. */
  readonly range?: Span;
  /** Spaces for each nesting; 4 where it is left out. */
  readonly tabSize?: number;
}

/**
 * The edits that format a text, or why it stays as it is. Edits are in the order of the text, do not overlap and change white space only.
 * `left` are the declarations with syntax errors: they stay as they are.
 */
export type FormatResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly left: readonly Span[] }
  | { readonly ok: false; readonly reason: string };

/** Formats a text. Never changes what it says: records and comments are compared before the edits are given. */
export function format(text: string, options: FormatOptions = {}): FormatResult {
  return formatParsed(parse(text), options);
}

/** Formats a text that has been read. */
export function formatParsed(parsed: Parsed, options: FormatOptions = {}): FormatResult {
  const { tokens } = parsed;
  const layout = layOut(parsed, options.tabSize ?? 4);
  const pieces = render(tokens, layout, newlineOf(tokens, layout));
  align(tokens, pieces);
  const all = editsOf(parsed.text, pieces);
  const edits = options.range === undefined ? all : within(all, reach(parsed, options.range));
  const left = layout.left.map((index) => spanOf(parsed, index));
  if (edits.length === 0) return { ok: true, edits, left };
  const change = difference(parsed, parse(patched(parsed.text, edits)));
  if (change === undefined) return { ok: true, edits, left };
  return {
    ok: false,
    reason: `Not formatted, since ${change} by it. Please report this text: it is a fault of the formatter.`,
  };
}

/** The text with the edits made; they must be in the order of the text. */
export function formatted(text: string, options: FormatOptions = {}): string {
  const result = format(text, options);
  return result.ok ? patched(text, result.edits) : text;
}

function within(edits: readonly TextEdit[], range: Span): TextEdit[] {
  return edits.filter((edit) => edit.start <= range.end && edit.end >= range.start);
}

function spanOf({ tree, tokens }: Parsed, index: number): Span {
  const node = tree.declarations?.[index];
  return { start: tokens.start(node?.$first ?? 0), end: tokens.end(node?.$last ?? 0) };
}
