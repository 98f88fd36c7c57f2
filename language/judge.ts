import type { Finding, Severity, Waived } from './findings.ts';
import type { Judgement, Standard } from './project.ts';
import type { Declaration, DeclarationType, FileRecords, Waiver } from './records/model.ts';
import { waiversOf } from './records/waivers.ts';
import type { Asker } from './register/asker.ts';
import { isSame } from './register/known.ts';
import { type Row, rowAround, unknownRowsIn } from './register/rows.ts';
import { RULES, ruleOf } from './rules/index.ts';
import type { Report, Reporter, Rule } from './rules/rule.ts';

/** Rules whose findings no waiver silences. */
const UNWAIVABLE = new Set(['syntax']);
/** The rule under which waivers that silence nothing are reported. */
const UNUSED = 'unused-waiver';
/** The rule under which names that nobody declared are reported. */
const UNRESOLVED = 'unresolved-reference';

/** A rule's report that has become a finding, with whatever waivers may silence it. */
interface Raised {
  readonly finding: Finding;
  readonly also: readonly Declaration[];
}

/** The check of a rule, on what it looks at. */
interface Check<T> {
  readonly rule: Rule;
  readonly run: (about: T, ask: Asker, report: Reporter) => void;
}

/** The checks of the rules that are on: of whole files, and of declarations by their type. */
interface Checks {
  readonly ofFiles: readonly Check<FileRecords>[];
  readonly ofTypes: Readonly<Record<DeclarationType, readonly Check<Declaration>[]>>;
}

/** Worked out once for each standard: a project may have 100,000 declarations to be judged by it. */
const CHECKS = new WeakMap<Standard, Checks>();

function checksUnder(standard: Standard): Checks {
  const known = CHECKS.get(standard);
  if (known) return known;
  const rules = RULES.filter(({ code }) => standard.rules[code] !== 'off');
  const ofType = (type: DeclarationType): Checks['ofTypes'][typeof type] =>
    rules.flatMap((rule) => checksOf(rule, type));
  const checks: Checks = {
    ofFiles: rules.flatMap((rule) => (rule.checks.file ? [{ rule, run: rule.checks.file }] : [])),
    ofTypes: {
      agreement: ofType('agreement'),
      source: ofType('source'),
      party: ofType('party'),
      program: ofType('program'),
      port: ofType('port'),
      jurisdiction: ofType('jurisdiction'),
      kind: ofType('kind'),
    },
  };
  CHECKS.set(standard, checks);
  return checks;
}

function checksOf(rule: Rule, type: DeclarationType): readonly Check<Declaration>[] {
  const { declaration, [type]: own } = rule.checks;
  // It is called with declarations of that type alone.
  return [declaration, own as typeof declaration].flatMap((run) => (run ? [{ rule, run }] : []));
}

/** Runs every rule on one file, and parts what a waiver silences from what stands. */
export function judge(file: FileRecords, ask: Asker, standard: Standard): Judgement {
  const { ofFiles, ofTypes } = checksUnder(standard);
  const raised: Raised[] = [];
  let running: Rule;
  const rows = unknownRowsIn(file, ask);
  // One for all rules: nearly every check has nothing to report, and each would need its own.
  const report: Reporter = (said) => {
    if (!isEcho(running, said, rows)) raise(running, file, said, standard, raised);
  };
  for (const { rule, run } of ofFiles) {
    running = rule;
    run(file, ask, report);
  }
  for (const [type, declarations] of byType(file.declarations)) {
    for (let start = 0; start < declarations.length; start += BLOCK) {
      const end = Math.min(start + BLOCK, declarations.length);
      for (const { rule, run } of ofTypes[type]) {
        running = rule;
        for (let i = start; i < end; i++) run(declarations[i] as Declaration, ask, report);
      }
    }
  }
  return settle(raised, { file, ask, standard });
}

/** The rules that say what is wrong with a row of names of which one is not declared. */
const OF_ROWS = new Set(['syntax', UNRESOLVED]);

/** Whether it builds on one of the names of such a row: which of them are names nobody knows. */
function isEcho({ code }: Rule, { start, end }: Report, rows: readonly Row[]): boolean {
  return rows.length > 0 && !OF_ROWS.has(code) && rowAround(rows, { start, end }) !== undefined;
}

function byType(declarations: readonly Declaration[]): ReadonlyMap<DeclarationType, readonly Declaration[]> {
  const found = new Map<DeclarationType, Declaration[]>();
  for (const declaration of declarations) {
    const all = found.get(declaration.type);
    if (all) all.push(declaration);
    else found.set(declaration.type, [declaration]);
  }
  return found;
}

/**
 * So many declarations go through all checks before the next ones do: enough that a check is not begun anew for each, few enough that they are
 * still near in memory when the last check comes.
 */
const BLOCK = 32;

/** What is found where nothing is. */
export const NOTHING: Judgement = { findings: [], waived: [] };

/** What a judgement is made of. */
interface Case {
  readonly file: FileRecords;
  readonly ask: Asker;
  readonly standard: Standard;
}

function settle(raised: readonly Raised[], of: Case): Judgement {
  const { file } = of;
  const waivers = waiversOf(file);
  if (raised.length === 0 && waivers.length === 0) return NOTHING;
  const used = new Set<Waiver>();
  const first = part(raised, waivers, used);
  const second = part(
    unusedWaivers(
      of,
      waivers.filter((waiver) => !used.has(waiver) && !isAboutNothing(waiver, raised) && !isInDoubt(waiver, raised)),
    ),
    waivers,
    used,
  );
  return {
    findings: [...first.findings, ...second.findings].sort(byPlace),
    waived: [...first.waived, ...second.waived].sort((a, b) => byPlace(a.finding, b.finding)),
  };
}

function raise(rule: Rule, file: FileRecords, report: Report, standard: Standard, raised: Raised[]): void {
  const finding: Finding = {
    uri: file.uri,
    start: report.start,
    end: report.end,
    code: rule.code,
    severity: severityOf(rule, report, standard),
    message: report.message,
    subjects: report.subjects ?? NONE,
    related: report.related ?? NONE,
    fixes: report.fixes ?? nothing,
  };
  raised.push({ finding, also: report.also ?? NONE });
}

const NONE: readonly never[] = [];
const nothing = (): readonly never[] => NONE;

function severityOf(rule: Rule, report: Report, standard: Standard): Severity {
  if (report.doubtful) return 'information';
  const set = standard.rules[rule.code];
  if (set !== undefined && set !== 'off') return set;
  return report.severity ?? (rule.severity === 'by the kind' ? 'warning' : rule.severity);
}

function part(
  raised: readonly Raised[],
  waivers: readonly Waiver[],
  used: Set<Waiver>,
): { findings: Finding[]; waived: Waived[] } {
  const findings: Finding[] = [];
  const waived: Waived[] = [];
  for (const { finding, also } of raised) {
    const own = waivers.filter(
      (w) => silences(w, finding) && w.scope.start <= finding.start && finding.end <= w.scope.end,
    );
    for (const waiver of own) used.add(waiver);
    const other = also.flatMap((declaration) =>
      declaration.common.waivers.filter((w) => silences(w, finding)).map((w) => ({ waiver: w, uri: declaration.uri })),
    );
    const by = own[0] ? { waiver: own[0], uri: finding.uri } : other[0];
    if (!by) findings.push(finding);
    else {
      const { start, end, reason } = by.waiver;
      waived.push({ finding, reason: reason.value, waiver: { uri: by.uri, start, end } });
    }
  }
  return { findings, waived };
}

function silences(waiver: Waiver, finding: Finding): boolean {
  if (waiver.rule.name !== finding.code || UNWAIVABLE.has(finding.code)) return false;
  return waiver.subject === undefined || finding.subjects.includes(waiver.subject.name);
}

/** Whether nobody declared what it is about, which is reported. */
function isAboutNothing({ subject }: Waiver, raised: readonly Raised[]): boolean {
  return raised.some(({ finding }) => finding.code === UNRESOLVED && finding.start === subject?.start);
}

/** Rules that tell what could not be read, or is not known: others draw no conclusions from it, and may have nothing to say for that alone. */
const DOUBTS = new Set(['syntax', 'invalid-date', UNRESOLVED]);

/** Whether something of the record that holds it could not be read, or names what nobody declared. */
function isInDoubt({ scope, rule }: Waiver, raised: readonly Raised[]): boolean {
  if (UNWAIVABLE.has(rule.name)) return false;
  return raised.some(
    ({ finding: { code, start, end } }) => DOUBTS.has(code) && scope.start <= start && end <= scope.end,
  );
}

function unusedWaivers({ file, ask, standard }: Case, waivers: readonly Waiver[]): readonly Raised[] {
  const raised: Raised[] = [];
  const rule = ruleOf(UNUSED);
  if (!rule || standard.rules[UNUSED] === 'off') return raised;
  for (const waiver of waivers) {
    const code = waiver.rule.name;
    if (waiver.isCutShort || !ruleOf(code) || standard.rules[code] === 'off' || code === UNUSED) continue;
    if (silencesElsewhere(waiver, file, ask)) continue;
    raise(rule, file, unusedReport(file, waiver), standard, raised);
  }
  return raised;
}

/** Whether it silences a finding that sits on its record and stands in another one. */
function silencesElsewhere(waiver: Waiver, file: FileRecords, ask: Asker): boolean {
  const holder = file.declarations.find(({ common }) => common.waivers.includes(waiver));
  const rule = holder && ruleOf(waiver.rule.name);
  if (!rule) return false;
  return othersOf(holder, waiver, ask).some((other) => reportsOn(rule, other, ask).some(isSilenced));

  function isSilenced({ also, subjects }: Report): boolean {
    const sits = also?.some((one) => one.uri === file.uri && one.start === holder?.start) ?? false;
    return sits && (waiver.subject === undefined || (subjects ?? NONE).includes(waiver.subject.name));
  }
}

/** The records in which a finding may stand that sits on this one as well: those that the waiver names, or that are tied to this one. */
function othersOf(holder: Declaration, { subject }: Waiver, ask: Asker): readonly Declaration[] {
  if (subject) return ask.declared(subject.name).filter((one) => !isSame(one, holder));
  const named = holder.names.filter(({ role }) => role === 'supersedes' || role === 'amends');
  const { name } = holder.name;
  return [
    ...named.flatMap((one) => ask.declared(one.name)),
    ...ask.users('supersedes', name),
    ...ask.users('amends', name),
  ];
}

function reportsOn(rule: Rule, declaration: Declaration, ask: Asker): readonly Report[] {
  const reports: Report[] = [];
  for (const { run } of checksOf(rule, declaration.type)) run(declaration, ask, (report) => reports.push(report));
  return reports;
}

function unusedReport(file: FileRecords, waiver: Waiver): Report {
  const code = waiver.rule.name;
  const of = waiver.subject ? ` of ${waiver.subject.name}` : '';
  const why = UNWAIVABLE.has(code)
    ? `\`${code}\` cannot be waived: what cannot be read has to be mended.`
    : `This waiver silences nothing: nothing here breaks \`${code}\`${of}. Remove it.`;
  return {
    start: waiver.start,
    end: waiver.end,
    message: why,
    subjects: [code],
    fixes: () => [
      {
        title: 'Remove the waiver',
        // Its reason may be wanted again once the records it rests on are mended.
        safe: false,
        preferred: true,
        edits: [{ uri: file.uri, start: waiver.start, end: waiver.end, newText: '' }],
      },
    ],
  };
}

/** By place, then code, then message: the order in which findings are shown. */
export function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || compare(a.code, b.code) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
