import { distance } from 'fastest-levenshtein';
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import picomatch from 'picomatch';
import { type Day, humanReadings, readDate } from './dates/index.ts';
import { type Finding, type Fix, SEVERITIES, type Severity } from './findings.ts';
import type { Span } from './records/model.ts';
import { RULES } from './rules/index.ts';

/** The name of the file that makes its folder a project. */
export const PROJECT_FILE_NAME = 'agreement.json';

/** The files that a project takes in unless its file says otherwise. */
export const DEFAULT_INCLUDE: readonly string[] = ['**/*.agreement'];

/** What the project file may set a rule to. */
export type RuleSetting = Severity | 'off';
export const RULE_SETTINGS: readonly RuleSetting[] = [...SEVERITIES, 'off'];

/** The keys that the project file may have. */
export const PROJECT_KEYS = ['$schema', 'include', 'exclude', 'asOf', 'rules'] as const;

/** What a project's file says, and what is wrong in it. What is wrong is left out of the settings. */
export interface ProjectFile {
  /** The day to judge at; undefined: the file does not say. */
  readonly asOf: Day | undefined;
  /** Severities by the rule's code; only rules that exist. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Whether the project takes in the file at a path that is relative to the project's folder, with slashes. */
  readonly includes: (path: string) => boolean;
  /** Whether `exclude` leaves out the file at such a path. */
  readonly excludes: (path: string) => boolean;
  /** Findings of `unknown-setting`, by place; its own `rules` are already applied to them. */
  readonly findings: readonly Finding[];
}

/** One fault in the file, before it is a finding. */
interface Fault extends Span {
  readonly message: string;
  readonly subject?: string;
  readonly fixes?: readonly Replacement[];
}

/** A mend of a fault: what to write instead of the fault's span. */
interface Replacement {
  readonly title: string;
  readonly newText: string;
  readonly safe?: boolean;
}

type Faults = (fault: Fault) => void;

const CODE = 'unknown-setting';

/** What comes of the file's keys while they are read. */
interface Read {
  include: readonly string[];
  exclude: readonly string[];
  asOf: Day | undefined;
  rules: Record<string, RuleSetting>;
}

/**
 * Reads the text of an `agreement.json` at a URI, without a byte order mark. Undefined: the project has none, and everything is as it is
 * by default.
 */
export function readProjectFile(text: string | undefined, uri: string): ProjectFile {
  const faults: Fault[] = [];
  const read: Read = { include: DEFAULT_INCLUDE, exclude: [], asOf: undefined, rules: {} };
  if (text !== undefined) readText(text, read, faults);
  const excludes = matcher(read.exclude);
  const included = matcher(read.include);
  return {
    asOf: read.asOf,
    rules: read.rules,
    includes: (path) => path.endsWith('.agreement') && included(path) && !excludes(path),
    excludes,
    findings: findingsOf(faults, uri, read.rules[CODE]),
  };
}

function readText(text: string, read: Read, faults: Fault[]): void {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const broken = errors[0];
  // Behind the place where the JSON breaks, what is read is a guess: a fault found there would be an echo.
  const limit = broken?.offset ?? Number.POSITIVE_INFINITY;
  if (root) readRoot(root, read, (fault) => fault.end <= limit && faults.push(fault));
  if (broken) faults.push(brokenJson(text, broken));
}

function readRoot(root: Node, read: Read, fault: Faults): void {
  if (root.type !== 'object') {
    fault({ ...spanOf(root), message: 'The project file must be an object: `{ … }`.' });
    return;
  }
  const seen = new Set<string>();
  for (const { key, name, value } of properties(root)) {
    if (seen.has(name))
      fault({ ...spanOf(key), message: `\`${name}\` is set twice; only one can hold.`, subject: name });
    else readKey(key, value, read, fault);
    seen.add(name);
  }
}

function readKey(key: Node, value: Node, read: Read, fault: Faults): void {
  const name = String(key.value);
  switch (name) {
    case '$schema':
      if (value.type !== 'string') fault({ ...spanOf(value), message: '`$schema` must be a text.', subject: name });
      return;
    case 'include':
    case 'exclude':
      read[name] = readGlobs(name, value, fault) ?? read[name];
      return;
    case 'asOf':
      read.asOf = readDay(value, fault);
      return;
    case 'rules':
      readRules(value, read.rules, fault);
      return;
    default:
      fault(unknownName(key, name, PROJECT_KEYS, 'setting'));
  }
}

function readGlobs(name: string, value: Node, fault: Faults): readonly string[] | undefined {
  if (value.type === 'string') {
    const fix = { title: 'Make it a list', newText: `[${JSON.stringify(value.value)}]`, safe: true };
    fault({ ...spanOf(value), message: `\`${name}\` must be a list of patterns.`, subject: name, fixes: [fix] });
    return undefined;
  }
  if (value.type !== 'array') {
    fault({
      ...spanOf(value),
      message: `\`${name}\` must be a list of patterns, such as ["records/**"].`,
      subject: name,
    });
    return undefined;
  }
  return (value.children ?? []).flatMap((item) => readGlob(name, item, fault));
}

function readGlob(name: string, item: Node, fault: Faults): readonly string[] {
  const pattern: unknown = item.value;
  if (item.type !== 'string' || typeof pattern !== 'string' || pattern === '') {
    fault({
      ...spanOf(item),
      message: `A pattern of \`${name}\` must be a text, such as "records/**".`,
      subject: name,
    });
    return [];
  }
  if (/^(?:[/\\]|[A-Za-z]:|\.\.(?:[/\\]|$))/.test(pattern)) {
    fault({
      ...spanOf(item),
      message: `\`${pattern}\` leads out of the project: patterns are relative to its folder.`,
      subject: name,
    });
    return [];
  }
  return [pattern];
}

function readDay(value: Node, fault: Faults): Day | undefined {
  const text: unknown = value.value;
  const wanted = 'must be one whole day, such as "2026-01-01"';
  if (value.type !== 'string' || typeof text !== 'string') {
    fault({ ...spanOf(value), message: `\`asOf\` ${wanted}.`, subject: 'asOf' });
    return undefined;
  }
  const day = readWholeDay(text);
  if (day !== undefined) return day;
  const fixes = humanReadings(text)
    .filter(({ edtf }) => readWholeDay(edtf) !== undefined)
    .map(({ edtf, label }) => ({ title: `Write ${edtf}: ${label}`, newText: JSON.stringify(edtf) }));
  fault({ ...spanOf(value), message: `\`asOf\` ${wanted}; "${text}" is not.`, subject: 'asOf', fixes });
  return undefined;
}

/** The day of `2026-01-01`; undefined for all that is not one whole day of the calendar written so. */
export function readWholeDay(text: string): Day | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const reading = readDate(text);
  return reading.ok ? reading.date.min : undefined;
}

function readRules(value: Node, rules: Record<string, RuleSetting>, fault: Faults): void {
  if (value.type !== 'object') {
    const message = '`rules` must be an object of severities by rule, such as { "missing-source": "error" }.';
    fault({ ...spanOf(value), message, subject: 'rules' });
    return;
  }
  const codes = RULES.map((rule) => rule.code);
  const seen = new Set<string>();
  for (const { key, name, value: setting } of properties(value)) {
    if (seen.has(name))
      fault({ ...spanOf(key), message: `The rule \`${name}\` is set twice; only one can hold.`, subject: name });
    else if (!codes.includes(name)) fault(unknownName(key, name, codes, 'rule'));
    else readSetting(name, setting, rules, fault);
    seen.add(name);
  }
}

function readSetting(rule: string, value: Node, rules: Record<string, RuleSetting>, fault: Faults): void {
  const setting = RULE_SETTINGS.find((known) => known === value.value);
  if (setting) {
    rules[rule] = setting;
    return;
  }
  const written = value.type === 'string' ? `"${value.value}"` : 'This';
  const near = nearestSetting(value.value);
  fault({
    ...spanOf(value),
    message: `${written} is no severity: write "error", "warning", "information", "hint" or "off".`,
    subject: rule,
    fixes: near ? [{ title: `Write "${near}"`, newText: JSON.stringify(near) }] : [],
  });
}

/** What other programs call the severities. */
const SYNONYMS: ReadonlyMap<string, RuleSetting> = new Map([
  ['warn', 'warning'],
  ['info', 'information'],
  ['note', 'information'],
  ['fatal', 'error'],
  ['none', 'off'],
  ['ignore', 'off'],
  ['disabled', 'off'],
  ['false', 'off'],
]);

/** The severity that was probably meant; undefined where there is no telling. */
export function nearestSetting(written: unknown): RuleSetting | undefined {
  const text = String(written).toLowerCase();
  return SYNONYMS.get(text) ?? nearestOf(text, RULE_SETTINGS)[0];
}

/** The names near to one that does not exist, nearest first, at most three. Upper and lower case are alike. */
export function nearestOf<N extends string>(name: string, names: readonly N[]): readonly N[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.floor(name.length / 3));
  return names
    .map((known) => ({ known, far: distance(wanted, known.toLowerCase()) }))
    .filter(({ far, known }) => far <= limit || (wanted.length >= 4 && known.includes(wanted)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ known }) => known);
}

function unknownName(key: Node, name: string, known: readonly string[], what: 'setting' | 'rule'): Fault {
  const near = nearestOf(name, known);
  const help = near[0] ? `Did you mean \`${near[0]}\`?` : listed(known, what);
  return {
    ...spanOf(key),
    message: `There is no ${what} \`${name}\`. ${help}`,
    subject: name,
    fixes: near.map((other) => ({ title: `Change to "${other}"`, newText: JSON.stringify(other) })),
  };
}

function listed(known: readonly string[], what: 'setting' | 'rule'): string {
  return what === 'rule'
    ? '`agreement rules` lists those there are.'
    : `There are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`;
}

/** The properties of an object that have a name and a value. */
function properties(object: Node): readonly { key: Node; name: string; value: Node }[] {
  return (object.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [{ key, name: String(key.value), value }] : [];
  });
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

/** What to say where the JSON breaks, by the parser's name for it. */
const BROKEN: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON: names and texts stand in double quotes.',
  InvalidNumberFormat: 'This is no number of JSON.',
  PropertyNameExpected: 'A name in double quotes was expected here.',
  ValueExpected: 'A value was expected here.',
  ColonExpected: 'A colon was expected here.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'The closing `}` is missing.',
  CloseBracketExpected: 'The closing `]` is missing.',
  EndOfFileExpected: 'Nothing more was expected here: the file ends with its last `}`.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'JSON has no comments.',
  UnexpectedEndOfString: 'The text that begins here is not closed.',
};

function brokenJson(text: string, error: ParseError): Fault {
  const name = printParseErrorCode(error.error);
  const span = { start: error.offset, end: error.offset + error.length };
  const fixes: Replacement[] = [];
  if (text.trim() === '') {
    fixes.push({ title: 'Write an empty project file', newText: '{}\n', safe: true });
    return { ...span, message: 'The project file is empty: write at least `{}`.', fixes };
  }
  if (name === 'CommaExpected') {
    fixes.push({ title: 'Insert the comma', newText: `, ${text.slice(span.start, span.end)}`, safe: true });
  }
  if (isTrailingComma(text, error.offset, name)) {
    return { ...span, message: 'A comma stands before this, and nothing follows it: JSON wants none there.' };
  }
  return { ...span, message: BROKEN[name] ?? 'This is no JSON.', fixes };
}

function isTrailingComma(text: string, offset: number, name: string): boolean {
  const awaited = name === 'PropertyNameExpected' || name === 'ValueExpected';
  return awaited && /[}\]]/.test(text.charAt(offset)) && /,\s*$/.test(text.slice(0, offset));
}

function findingsOf(faults: readonly Fault[], uri: string, setting: RuleSetting | undefined): readonly Finding[] {
  if (setting === 'off') return [];
  const sorted = [...faults].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.map(({ start, end, message, subject, fixes }) => ({
    uri,
    start,
    end,
    code: CODE,
    severity: setting ?? 'error',
    message,
    subjects: subject === undefined ? [] : [subject],
    related: [],
    fixes: () => (fixes ?? []).map((fix, i) => fixOf(fix, i === 0, { uri, start, end })),
  }));
}

function fixOf(fix: Replacement, preferred: boolean, place: Span & { readonly uri: string }): Fix {
  const { title, newText, safe = false } = fix;
  return { title, safe, preferred, edits: [{ ...place, newText }] };
}

/** A pattern takes in what it matches and, where it names a folder, all that lies in it. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const clean = patterns.map((pattern) =>
    pattern
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, ''),
  );
  const globs = clean.flatMap((pattern) => (pattern === '' || pattern === '.' ? ['**'] : [pattern, `${pattern}/**`]));
  return globs.length > 0 ? picomatch(globs) : () => false;
}
