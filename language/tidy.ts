import type { Fix } from './findings.ts';
import type { TextEdit } from './records/model.ts';

/**
 * Changes of a text, with what they take away leaving nothing behind: all that stands on a line goes with the line, and with one of two empty
 * lines that would meet; what stands between others goes with the space before it.
 */
export function tidy<Edit extends TextEdit>(text: string, edits: readonly Edit[]): readonly Edit[] {
  const tidied = edits.map((edit) => (edit.newText === '' ? { ...edit, ...widened(text, edit) } : edit));
  const sorted = tidied.toSorted((a, b) => a.start - b.start);
  const meet = sorted.some(({ end }, i) => end > (sorted[i + 1]?.start ?? end));
  return meet ? edits : tidied;
}

/** The changes of a fix, tidy in every file whose text is known. */
export function tidyFix(edits: Fix['edits'], text: (uri: string) => string | undefined): Fix['edits'] {
  return [...new Set(edits.map(({ uri }) => uri))].flatMap((uri) => {
    const own = edits.filter((edit) => edit.uri === uri);
    const known = own.some(({ newText }) => newText === '') ? text(uri) : undefined;
    return known === undefined ? own : tidy(known, own);
  });
}

function widened(text: string, { start, end }: TextEdit): Pick<TextEdit, 'start' | 'end'> {
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(start === 0 ? 0 : line, start);
  const after = text.slice(end);
  const rest = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(after)?.[0];
  if (before.trim() !== '') {
    const space = before.length - before.trimEnd().length;
    return { start: /^\S/.test(after) ? start : start - space, end };
  }
  if (rest === undefined) return { start, end: end + (/^[ \t]*/.exec(after)?.[0].length ?? 0) };
  const last = end + rest.length;
  const isBehindEmpty = /(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$|^$/.test(text.slice(Math.max(0, line - 100), line));
  const empty = isBehindEmpty ? (/^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(last))?.[0].length ?? 0) : 0;
  return { start: line, end: last + empty };
}
