import type { Agreement, Program } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { isDoubled, isRepeated, type Knowledge, statesType } from './known.ts';
import { atoms, atomsOf, type Side } from './sides.ts';

/** The names that act for the side: its jurisdictions and every party that acts for just these or some of them. */
export function actorsOf(ask: Ask, side: Side): readonly string[] {
  const own = atoms(side);
  // Without jurisdictions the side is one party, and its key that party's name behind `@`.
  if (side.jurisdictions.length === 0) return [side.key.slice(1)];
  const parties = own.flatMap((j) =>
    ask
      .users('of', j)
      .filter((d) => d.type === 'party')
      .map((d) => d.name.name),
  );
  return [...new Set([...own, ...parties])].filter((name) => atomsOf(ask, name)?.every((a) => own.includes(a)));
}

/** The programs of that type that a party of the side runs; those whose name is doubled are left out. */
export function programsOf(ask: Ask, side: Side, type: string): readonly Program[] {
  return runBy(ask, side).programs.filter((p) => !isDoubled(ask, p) && isOfType(p, type));
}

/** What the parties of a side run. */
interface Run {
  /** Every program, of whatever type. */
  readonly programs: readonly Program[];
  /** The types of which they surely run one. */
  readonly types: ReadonlySet<string>;
}

function runBy(ask: Ask, side: Side): Run {
  return ask.remember('run by', side.key, () => {
    const run = actorsOf(ask, side).flatMap((actor) => ask.users('run-by', actor));
    const programs = [...new Set(run)].filter((d): d is Program => d.type === 'program');
    const sure = programs.filter((p) => !isRepeated(p, 'run by') && !isRepeated(p, 'type') && !isDoubled(ask, p));
    return { programs, types: new Set(sure.flatMap((p) => p.types.flatMap(({ words }) => words.map((w) => w.name)))) };
  });
}

/**
 * Whether a party of the side runs a program of that type. Unknown where it runs one whose name or type is not known, or where the agreement
 * recognizes or belongs to one that is not known, or of which nobody can tell who runs it.
 */
export function runsProgram(ask: Ask, agreement: Agreement, side: Side, type: string): Knowledge {
  const { programs, types } = runBy(ask, side);
  if (types.has(type)) return 'yes';
  if (programs.some((p) => statesType(p, [type]) !== 'no')) return 'unknown';
  const lists = [...agreement.recognizes, ...agreement.under];
  const mayBe = lists.some((list) => list.isCutShort || list.names.some((n) => mayBeOfType(ask, n.name, type)));
  return mayBe ? 'unknown' : 'no';
}

/** Whether a name may mean a program of that type whose runners nobody can tell. */
function mayBeOfType(ask: Ask, name: string, type: string): boolean {
  const program = ask.lookup(name);
  if (!program) return true;
  return program.type === 'program' && statesType(program, [type]) !== 'no' && runnersOf(ask, program) === undefined;
}

/** Who runs the program, by name. Undefined where it is stated twice, or one of the names is not known. */
export function runnersOf(ask: Ask, program: Program): readonly string[] | undefined {
  if (isRepeated(program, 'run by') || program.runBy?.isCutShort) return undefined;
  const names = program.runBy?.names.map((n) => n.name) ?? [];
  return names.every((name) => atomsOf(ask, name)) ? names : undefined;
}

/** Whether the program states that type. */
export function isOfType(program: Program, type: string): boolean {
  return program.types.some((list) => list.words.some((w) => w.name === type));
}
