/**
 * Draws what `agreement check` says to the README's first record as the picture in the README: `picture.ts [--check]`. With `--check`
 * it writes nothing, and fails where the picture is another.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PICTURE = join(ROOT, 'docs/images/check.svg');

const COLUMNS = 100;
const ESCAPE = String.fromCharCode(27);
/** A change of style. */
const STYLING = new RegExp(`(${ESCAPE}\\[\\d+m)`);
const FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
/** Sizes in pixels. */
const [CHAR, LINE, MARGIN, BAR] = [8.4, 20, 20, 34];
/** Colours of a terminal by their ANSI codes, on a dark ground. */
const COLOURS: Readonly<Record<number, string>> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#56d4dd',
  90: '#8b949e',
};
const [GROUND, INK, BAR_INK] = ['#0d1117', '#e6edf3', '#8b949e'];

const made = draw(output());
if (!process.argv.includes('--check')) writeFileSync(PICTURE, made);
else if (readFileSync(PICTURE, 'utf8').replaceAll('\r\n', '\n') !== made) {
  console.error('docs/images/check.svg is not what `agreement check` says now: run `npm run picture`.');
  process.exitCode = 1;
}

/** What the command line says in a terminal, with its colours. */
function output(): string {
  const page = readFileSync(join(ROOT, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
  const record = /^```agreement\n([\s\S]*?)^```$/m.exec(page)?.[1];
  if (record === undefined) throw new Error('There is no record in README.md.');
  const folder = mkdtempSync(join(tmpdir(), 'agreement-picture-'));
  try {
    writeFileSync(join(folder, 'first.agreement'), record);
    const { NO_COLOR, ...env } = process.env;
    const args = [join(ROOT, 'cli/main.ts'), 'check', '--as-of', '2026-01-01'];
    const ran = spawnSync(process.execPath, args, {
      cwd: folder,
      env: { ...env, FORCE_COLOR: '1', COLUMNS: String(COLUMNS) },
      encoding: 'utf8',
    });
    if (ran.stderr !== '') throw new Error(ran.stderr);
    return ran.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A terminal that shows the text, as SVG. */
function draw(text: string): string {
  const lines = [`${ESCAPE}[90m$${ESCAPE}[39m agreement check`, '', ...text.trimEnd().split('\n')];
  const [width, height] = [COLUMNS * CHAR + 2 * MARGIN, lines.length * LINE + MARGIN + BAR];
  const rows = lines.map((line, i) => row(line, BAR + i * LINE + LINE * 0.7)).filter((line) => line !== '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>What agreement check says to the first record</title>
<rect width="${width}" height="${height}" rx="8" fill="${GROUND}"/>
${[0, 1, 2].map((i) => `<circle cx="${MARGIN + i * 18}" cy="17" r="5" fill="${BAR_INK}" opacity="0.5"/>`).join('')}
<g font-family="${FONT}" font-size="14" fill="${INK}" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`;
}

function row(line: string, y: number): string {
  let [column, style] = [0, {} as { bold?: boolean; colour?: string | undefined }];
  let drawn = '';
  for (const part of line.split(STYLING)) {
    const code = part.startsWith(ESCAPE) ? Number(part.slice(2, -1)) : undefined;
    if (code !== undefined) style = styled(style, code);
    else if (part.trim() !== '') drawn += run(part, column, style);
    if (code === undefined) column += [...part].length;
  }
  return drawn && `<text y="${y}">${drawn}</text>`;
}

function run(part: string, column: number, { bold, colour }: { bold?: boolean; colour?: string | undefined }): string {
  const blanks = part.length - part.trimStart().length;
  const weight = bold ? ' font-weight="bold"' : '';
  const fill = colour === undefined ? '' : ` fill="${colour}"`;
  return `<tspan x="${(MARGIN + (column + blanks) * CHAR).toFixed(1)}"${weight}${fill}>${escaped(part.trim())}</tspan>`;
}

function styled(
  style: { readonly bold?: boolean; readonly colour?: string | undefined },
  code: number,
): { bold?: boolean; colour?: string | undefined } {
  if (code === 1) return { ...style, bold: true };
  if (code === 22) return { ...style, bold: false };
  return { ...style, colour: COLOURS[code] };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
