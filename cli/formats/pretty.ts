import type { Place, Related, Severity } from '../../language/findings.ts';
import { libraryText } from '../../language/library.ts';
import { fileNamer, type Position, type Report, type Reported, type ReportedWaived, rangeOf } from '../report.ts';
import { excerptOf } from '../terminal/excerpt.ts';
import { type Colours, harmless, type Style, wrap } from '../terminal/style.ts';
import { closing } from './closing.ts';
import type { Format, View } from './format.ts';
import { lineOf } from './lines.ts';

/** How many related places and fixes are shown of one finding. */
const MOST = 3;
/** The columns of an excerpt where the terminal does not say. */
const USUAL_WIDTH = 120;

/** For people at a terminal: every finding with the lines it is about. */
export const pretty: Format = function* (report, view) {
  const explained = new Set<string>();
  const seen = new Set<string>();
  const page = { style: view.style, nameFile: fileNamer(view.cwd) };
  for (const each of report.findings) {
    yield `${new FindingText(each, relatedOf(each, seen), page).whole(explained)}\n\n`;
  }
  if (view.quiet) return;
  yield* waivedLines(report, page);
  yield `${summary(report, view)}\n`;
};

function summary(report: Report, { style, missed }: View): string {
  const { colours } = style;
  const { error, warning } = report.summary;
  const colour = error || missed ? colours.red : warning ? colours.yellow : colours.green;
  return wrap('', colours.bold(colour(closing(report, missed))), style, 0);
}

/** How findings are shown. */
interface Page {
  readonly style: Style;
  /** The name of a file, by its URI. */
  readonly nameFile: (uri: string) => string;
}

function* waivedLines({ waived }: Report, page: Page): Generator<string> {
  if (waived.length === 0) return;
  yield `${page.style.colours.bold('Waived')}\n`;
  for (const each of waived) yield `${waivedLine(each, page)}\n`;
  yield '\n';
}

function waivedLine({ finding, from, reason }: ReportedWaived, { style, nameFile }: Page): string {
  const { line, column } = rangeOf(from, finding).start;
  const subject = finding.subjects[0] === undefined ? '' : ` of ${finding.subjects[0]}`;
  const place = `${nameFile(finding.uri)}:${line}:${column}`;
  return wrap('  ', harmless(`${place}: ${finding.code}${subject}, because “${reason}”`), style, 4);
}

/** A place as people read it, and terminals open it. */
function shown(file: string, { line, column }: Position): string {
  const own = file.replace(/^builtin:\/+/, '');
  return own === file ? `${file}:${line}:${column}` : `${own}:${line}:${column} (built in)`;
}

const COLOUR: Readonly<Record<Severity, (colours: Colours) => (text: string) => string>> = {
  error: (colours) => colours.red,
  warning: (colours) => colours.yellow,
  information: (colours) => colours.blue,
  hint: (colours) => colours.cyan,
};

/** The related places to show. A place of the library is shown with the first finding that rests on it: later ones say it in words. */
function relatedOf({ finding }: Reported, seen: Set<string>): readonly Related[] {
  return finding.related.filter(({ uri, start }) => {
    if (libraryText(uri) === undefined) return true;
    const place = `${uri}#${start}`;
    const isOld = seen.has(place);
    seen.add(place);
    return !isOld;
  });
}

/** Writes one finding. */
class FindingText {
  private readonly reported: Reported;
  private readonly page: Page;
  private readonly related: readonly Related[];
  private readonly more: number;
  private readonly gutter: number;

  constructor(reported: Reported, related: readonly Related[], page: Page) {
    this.reported = reported;
    this.related = related.slice(0, MOST);
    this.more = related.length - this.related.length;
    this.page = page;
    const places = [reported.finding, ...this.related];
    this.gutter = Math.max(...places.map((place) => String(rangeOf(reported.from, place).start.line).length));
  }

  /** All of it; the rule's page is pointed to the first time the rule is met. */
  whole(explained: Set<string>): string {
    const { finding } = this.reported;
    const { more } = this;
    const parts = [
      this.headline(),
      ...this.place(finding, '-->', COLOUR[finding.severity](this.colours), '^'),
      ...this.related.flatMap((place) => this.place(place, ':::', this.colours.blue, '-', place.message)),
      ...(more > 0 ? [this.remark('and', more === 1 ? 'one more place' : `${more} more places`)] : []),
      ...this.fixes(),
    ];
    if (!explained.has(finding.code)) parts.push(this.remark('why', `agreement explain ${finding.code}`));
    explained.add(finding.code);
    return parts.join('\n');
  }

  private get colours(): Colours {
    return this.page.style.colours;
  }

  private headline(): string {
    const { severity, code, message } = this.reported.finding;
    const label = this.colours.bold(COLOUR[severity](this.colours)(`${severity}[${code}]`));
    return wrap('', `${label}: ${this.colours.bold(harmless(message))}`, this.page.style, 2);
  }

  private place(
    place: Place,
    arrow: string,
    paint: (text: string) => string,
    mark: string,
    message?: string,
  ): readonly string[] {
    const { start, end } = rangeOf(this.reported.from, place);
    const file = shown(this.page.nameFile(place.uri), start);
    const where = `${' '.repeat(this.gutter)}${this.colours.blue(arrow)} ${harmless(file)}`;
    const line = lineOf(this.reported.from, place.uri, start.line);
    if (line === undefined) return [message ? `${where}: ${harmless(message)}` : where];
    const stop = end.line === start.line ? end.column - 1 : line.length;
    const width = (this.page.style.width ?? USUAL_WIDTH) - this.gutter - 3;
    const excerpt = excerptOf(line, start.column - 1, stop, width);
    const marks = paint(mark.repeat(excerpt.length));
    const lead = `${this.bar()} ${' '.repeat(excerpt.from)}${marks}`;
    return [
      where,
      `${this.colours.blue(`${String(start.line).padStart(this.gutter)} |`)} ${excerpt.line}`.trimEnd(),
      message ? wrap(`${lead} `, paint(harmless(message)), this.page.style, this.gutter + 3) : lead,
    ];
  }

  private bar(): string {
    return this.colours.blue(`${' '.repeat(this.gutter)} |`);
  }

  private fixes(): readonly string[] {
    const fixes = this.reported.finding.fixes();
    const shown = fixes.slice(0, MOST).map(({ title }) => this.remark('fix', title));
    const more = fixes.length - MOST;
    return more > 0 ? [...shown, this.remark('fix', `… and ${more} more, in the editor`)] : shown;
  }

  private remark(label: string, text: string): string {
    const lead = `${' '.repeat(this.gutter + 1)}${this.colours.blue('=')} ${this.colours.bold(label)}: `;
    return wrap(lead, harmless(text), this.page.style, this.gutter + 3);
  }
}
