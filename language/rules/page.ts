import type { Severity } from '../findings.ts';
import { lineAndColumn, readMarked, withoutMarks } from './marked.ts';
import type { Category, Example, Rule } from './rule.ts';

/** The chapters' headings, in the order in which the rules are listed. */
const CHAPTERS: Readonly<Record<Category, string>> = {
  form: 'Form',
  names: 'Names',
  dates: 'Dates',
  order: 'Order',
  parties: 'Parties',
  precedents: 'Precedents and statements',
  programs: 'Programs',
  ports: 'Ports',
  obligations: 'Obligations',
  sources: 'Sources',
  waivers: 'Waivers',
  project: 'The project file',
};

/** One rule as a page of Markdown: what it says, why, examples with the places it reports, mends, and how it is set. */
export function pageOf(rule: Rule): string {
  return `${[
    `# ${rule.code}`,
    rule.sentence,
    `Severity: ${severityInWords(rule.severity)}${rule.unnecessary ? '; what it is about is shown faded' : ''}. Chapter: ${CHAPTERS[rule.category]}.`,
    '## Why',
    rule.why,
    `**Basis.** ${rule.basis}`,
    '## Rejected',
    ...rule.rejected.flatMap((example) => rejected(rule, example)),
    '## Accepted',
    ...rule.accepted.flatMap(accepted),
    '## Mends',
    rule.mends ?? 'None is offered: only the author of the record can know.',
    '## How it is set',
    ...setting(rule),
  ].join('\n\n')}\n`;
}

/** The list of all rules by chapter, as a page of Markdown with links to the rules' pages beside it. */
export function tableOfRules(rules: readonly Rule[]): string {
  const parts = [
    '# Rules',
    'Every finding has a code, which is the name of one of these rules. `agreement explain CODE` shows the same pages. How a rule is set stands on its page; “by the kind” means that the kind of the agreement decides: `requires` is an error, `expects` a warning, `mentions` information.',
  ];
  for (const [category, heading] of Object.entries(CHAPTERS)) {
    const chapter = rules.filter((rule) => rule.category === category);
    if (chapter.length) parts.push(`## ${heading}`, table(chapter));
  }
  return `${parts.join('\n\n')}\n`;
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, severity, sentence }) => `| [${code}](${code}.md) | ${severity} | ${sentence.replaceAll('|', '\\|')} |`,
  );
  return ['| rule | default | what it demands |', '|---|---|---|', ...rows].join('\n');
}

function severityInWords(severity: Severity | 'by the kind'): string {
  return severity === 'by the kind'
    ? 'by the kind (an error under `requires`, a warning under `expects`, information under `mentions`)'
    : severity;
}

function rejected(rule: Rule, example: Example): readonly string[] {
  const files = readMarked(example.text);
  const places = files.flatMap(({ name, text, marks }) =>
    marks.map(({ start, end }) => {
      const { line, column } = lineAndColumn(text, start);
      const where = files.length > 1 ? `${name}, line ${line}` : `line ${line}`;
      return `- ${where}, column ${column}: \`${rule.code}\`${quoted(text.slice(start, end))}`;
    }),
  );
  return [...accepted(example), places.join('\n')];
}

/** What is marked, where it is short enough to be repeated. */
function quoted(text: string): string {
  return text && !/[\n`]/.test(text) ? `, at \`${text}\`` : '';
}

function accepted(example: Example): readonly string[] {
  return [
    `${example.says}${circumstances(example)}`,
    fenced(languageOf(example), withoutMarks(example.text).trimEnd()),
  ];
}

/** An example of the project file is JSON. */
function languageOf({ text }: Example): string {
  return text.startsWith('--- agreement.json') ? 'json' : 'agreement';
}

function circumstances({ asOf, settings }: Example): string {
  const set = Object.entries(settings ?? {}).map(([code, severity]) => `\`${code}\` is set to \`${severity}\``);
  const said = [...(asOf ? [`the as-of day is ${asOf}`] : []), ...set];
  return said.length ? ` (${said.join('; ')})` : '';
}

function setting(rule: Rule): readonly string[] {
  const other = rule.severity === 'error' ? 'warning' : 'error';
  const file = [
    'In `agreement.json`, with one of `error`, `warning`, `information`, `hint` and `off`:',
    fenced('json', `{ "rules": { "${rule.code}": "${other}" } }`),
  ];
  if (rule.code === 'syntax') {
    return [...file, 'It cannot be waived: what cannot be read has to be mended.'];
  }
  if (rule.category === 'project') {
    return [...file, 'It is about the project file, where no waiver can stand.'];
  }
  return [
    ...file,
    'Or in the record that it is about, with the reason; `of NAME` behind the rule narrows the waiver to one subject:',
    fenced('agreement', `waive ${rule.code} because "…"`),
  ];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
