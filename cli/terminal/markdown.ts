import { type Style, wrap } from './style.ts';

const FENCE = /^\s*(?:```|~~~)/;
/** A line that begins something of its own: nothing, a heading, an item, a table, a quotation. */
const OWN = /^\s*(?:$|#|[-*+]\s|\d+\.\s|\||>)/;

/** Markdown for a terminal. Without colours it stays Markdown, which reads well as it is and can be piped on. */
export function markdown(text: string, style: Style): string {
  if (!style.coloured) return text;
  let inCode = false;
  const lines: string[] = [];
  for (const line of joined(text.split('\n'))) {
    if (FENCE.test(line)) inCode = !inCode;
    else lines.push(inCode ? `    ${style.colours.cyan(line)}` : prose(line, style));
  }
  return lines.join('\n');
}

/** Paragraphs in one line each: the terminal breaks them where it ends. */
function joined(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  let inCode = false;
  for (const line of lines) {
    const isFence = FENCE.test(line);
    const last = whole.at(-1);
    const goesOn =
      !inCode && !isFence && !OWN.test(line) && last !== undefined && !/^\s*(?:$|#|\|)/.test(last) && !FENCE.test(last);
    if (goesOn) whole[whole.length - 1] = `${last} ${line.trim()}`;
    else whole.push(line);
    if (isFence) inCode = !inCode;
  }
  return whole;
}

function prose(line: string, style: Style): string {
  const { colours } = style;
  const heading = /^(#+)\s+(.*)$/.exec(line);
  if (heading) return colours.bold(heading[1] === '#' ? colours.underline(heading[2] ?? '') : (heading[2] ?? ''));
  const shown = line
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, (_, name: string, url: string) => `${name} (${colours.underline(url)})`)
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, inner: string) => colours.bold(inner))
    .replace(/`([^`]+)`/g, (_, inner: string) => colours.cyan(inner));
  const lead = /^\s*(?:(?:[-*]|\d+\.)\s+)?/.exec(shown)?.[0] ?? '';
  return wrap(lead, shown.slice(lead.length), style, lead.length);
}
