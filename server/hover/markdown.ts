import type { Declaration, Span } from '../../language/records/model.ts';
import type { Context } from '../context.ts';

/** A text that is no Markdown, so that it is shown as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** A link to a place in a file, as editors follow it: line and column count from 1. The bare text where it cannot be opened. */
export function linkTo(context: Context, text: string, uri: string, span: Span): string {
  const { uri: target, range } = context.location(uri, span) ?? {};
  const { start } = range ?? {};
  return start ? `[${escaped(text)}](${target}#L${start.line + 1},${start.character + 1})` : escaped(text);
}

/** A declaration's name, linked to it. */
export function linkToDeclaration(context: Context, { name, uri }: Declaration): string {
  return linkTo(context, name.name, uri, name);
}

/** The first few of many, and how many more there are. */
export function few(items: readonly string[], most = 8): readonly string[] {
  const rest = items.length - most;
  return rest > 1 ? [...items.slice(0, most), `and ${rest} more`] : items;
}

/** A list, one item a line; empty for none. */
export function bullets(items: readonly string[]): string {
  return few(items)
    .map((item) => `- ${item}`)
    .join('\n');
}

/** Lines of one paragraph; empty ones are left out. */
export function lines(items: readonly (string | undefined | false)[]): string {
  return items.filter(Boolean).join('  \n');
}

/** Paragraphs; empty ones are left out. */
export function paragraphs(items: readonly (string | undefined | false)[]): string {
  return items.filter(Boolean).join('\n\n');
}

/** Markdown as plain text, for editors that show no other. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(?:\*\*|`|^```\w*$)/gm, '')
    .replace(/(?<!\\)\*([^*\n]+)\*/g, '$1')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/ {2}$/gm, '');
}
