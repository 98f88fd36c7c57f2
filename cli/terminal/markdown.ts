import { type Style, wrap } from './style.ts';

/** Markdown for a terminal. Without colours it stays Markdown, which reads well as it is and can be piped on. */
export function markdown(text: string, style: Style): string {
  if (!style.coloured) return text;
  let inCode = false;
  const lines = text.split('\n').flatMap((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) {
      inCode = !inCode;
      return [];
    }
    return [inCode ? `    ${style.colours.cyan(line)}` : prose(line, style)];
  });
  return lines.join('\n');
}

function prose(line: string, style: Style): string {
  const { colours } = style;
  const heading = /^(#+)\s+(.*)$/.exec(line);
  if (heading) return colours.bold(heading[1] === '#' ? colours.underline(heading[2] ?? '') : (heading[2] ?? ''));
  const shown = line
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, (_, name: string, url: string) => `${name} (${colours.underline(url)})`)
    .replace(/\*\*([^*]+)\*\*/g, (_, inner: string) => colours.bold(inner))
    .replace(/`([^`]+)`/g, (_, inner: string) => colours.cyan(inner));
  const lead = /^\s*(?:(?:[-*]|\d+\.)\s+)?/.exec(shown)?.[0] ?? '';
  return wrap(lead, shown.slice(lead.length), style, lead.length);
}
