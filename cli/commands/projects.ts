import { type Day, today } from '../../language/dates/index.ts';
import {
  nearestOf,
  nearestSetting,
  RULE_SETTINGS,
  type RuleSetting,
  readWholeDay,
} from '../../language/project-file.ts';
import { RULES } from '../../language/rules/index.ts';
import { Unable } from '../problems.ts';
import { type LoadedProject, loadProject, type Standards } from '../project/load.ts';
import { type StandIn, Targets } from '../project/targets.ts';
import type { Run } from './run.ts';

/** Reads every project that was named, and those inside them. */
export async function loadAll(
  paths: readonly string[],
  text: StandIn | undefined,
  standards: Standards,
  run: Run,
): Promise<readonly LoadedProject[]> {
  const targets = new Targets(run.cwd, run);
  targets.add(paths);
  if (text) targets.addText(text);
  const queue = [...targets.all];
  const loaded: LoadedProject[] = [];
  for (const target of queue) {
    const project = await loadProject(target, standards, { cwd: run.cwd, tell: run, progress: run.progress });
    loaded.push(project);
    for (const folder of project.inner) {
      const inner = targets.addInner(folder);
      if (inner) queue.push(inner);
    }
  }
  return loaded;
}

/** The day of `--as-of`: a whole day, or `today`. Throws {@link Unable} where it is none. */
export function dayOf(text: string): Day {
  const day = text === 'today' ? today() : readWholeDay(text);
  if (day === undefined) throw new Unable(`--as-of must be one whole day, such as 2026-01-01; "${text}" is not.`);
  return day;
}

/** The severities of `--rule code=severity`. Throws {@link Unable} where there is no such rule or severity. */
export function ruleSettings(settings: readonly string[]): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(settings.map(ruleSetting));
}

function ruleSetting(text: string): [string, RuleSetting] {
  const at = text.indexOf('=');
  if (at < 1) throw new Unable(`--rule wants a rule and a severity, such as missing-source=error; "${text}" is not.`);
  const code = knownRule(text.slice(0, at));
  const wanted = text.slice(at + 1);
  const setting = RULE_SETTINGS.find((known) => known === wanted);
  if (setting) return [code, setting];
  const near = nearestSetting(wanted);
  const help = near ? ` Did you mean ${near}?` : '';
  throw new Unable(`"${wanted}" is no severity: ${RULE_SETTINGS.join(', ')}.${help}`);
}

/** The code of a rule that exists. Throws {@link Unable}, with the nearest ones, where it does not. */
export function knownRule(code: string): string {
  const codes = RULES.map((rule) => rule.code);
  if (codes.includes(code)) return code;
  const near = nearestOf(code, codes);
  const help = near.length ? `Did you mean ${near.join(' or ')}?` : '`agreement rules` lists those there are.';
  throw new Unable(`There is no rule ${code}. ${help}`);
}
