import type { Finding, Severity, Waived } from './findings.ts';
import type { Judgement, Standard } from './project.ts';
import type { Declaration, DeclarationType, FileRecords, Waiver } from './records/model.ts';
import { waiversOf } from './records/waivers.ts';
import type { Asker } from './register/asker.ts';
import { RULES, ruleOf } from './rules/index.ts';
import type { Report, Rule } from './rules/rule.ts';

/** Rules whose findings no waiver silences. */
const UNWAIVABLE = new Set(['syntax']);
/** The rule under which waivers that silence nothing are reported. */
const UNUSED = 'unused-waiver';

/** A rule's report that has become a finding, with whatever waivers may silence it. */
interface Raised {
  readonly finding: Finding;
  readonly also: readonly Declaration[];
}

type Reporter = (report: Report) => void;
type Check = (declaration: Declaration, ask: Asker, report: Reporter) => void;

const TYPES: readonly DeclarationType[] = ['agreement', 'source', 'party', 'program', 'port', 'jurisdiction', 'kind'];

/** A check of a rule that looks at declarations of one type. */
interface CheckOfType {
  readonly type: DeclarationType;
  readonly check: Check;
}

const CHECKS: readonly { readonly rule: Rule; readonly ofTypes: readonly CheckOfType[] }[] = RULES.map((rule) => ({
  rule,
  ofTypes: TYPES.flatMap((type) => checksOf(rule, type)),
}));

function checksOf({ checks }: Rule, type: DeclarationType): readonly CheckOfType[] {
  const own = checks[type] as Check | undefined;
  return [checks.declaration, own].flatMap((check) => (check ? [{ type, check }] : []));
}

/** Runs every rule on one file, and parts what a waiver silences from what stands. */
export function judge(file: FileRecords, ask: Asker, standard: Standard): Judgement {
  const raised: Raised[] = [];
  const declared = byType(file.declarations);
  for (const { rule, ofTypes } of CHECKS) {
    if (standard.rules[rule.code] === 'off') continue;
    const report: Reporter = (said) => raise(rule, file, said, standard, raised);
    rule.checks.file?.(file, ask, report);
    for (const { type, check } of ofTypes) {
      for (const declaration of declared.get(type) ?? NONE) check(declaration, ask, report);
    }
  }
  return settle(raised, file, standard);
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

function settle(raised: readonly Raised[], file: FileRecords, standard: Standard): Judgement {
  const waivers = waiversOf(file);
  const used = new Set<Waiver>();
  const first = part(raised, waivers, used);
  const second = part(unusedWaivers(file, waivers, used, standard), waivers, used);
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

function unusedWaivers(
  file: FileRecords,
  waivers: readonly Waiver[],
  used: ReadonlySet<Waiver>,
  standard: Standard,
): readonly Raised[] {
  const raised: Raised[] = [];
  const rule = ruleOf(UNUSED);
  if (!rule || standard.rules[UNUSED] === 'off') return raised;
  for (const waiver of waivers) {
    const code = waiver.rule.name;
    if (used.has(waiver) || !ruleOf(code) || standard.rules[code] === 'off' || code === UNUSED) continue;
    raise(rule, file, unusedReport(file, waiver), standard, raised);
  }
  return raised;
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
        safe: true,
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
