import type { Program } from '../records/model.ts';
import type { Ask } from './ask.ts';
import { atoms, atomsOf, type Side } from './sides.ts';

/** The names that act for the side: its jurisdictions and every party that acts for just these or some of them. */
export function actorsOf(ask: Ask, side: Side): readonly string[] {
  const own = atoms(side);
  if (side.jurisdictions.length === 0) return side.parties.map((p) => p.name);
  const parties = own.flatMap((j) =>
    ask
      .users('of', j)
      .filter((d) => d.type === 'party')
      .map((d) => d.name.name),
  );
  return [...new Set([...own, ...parties])].filter((name) => atomsOf(ask, name)?.every((a) => own.includes(a)));
}

/** The programs of that type that a party of the side runs. */
export function programsOf(ask: Ask, side: Side, type: string): readonly Program[] {
  const run = actorsOf(ask, side).flatMap((actor) => ask.users('run-by', actor));
  return [...new Set(run)].filter((d): d is Program => d.type === 'program' && isOfType(d, type));
}

/** Whether the program states that type. */
export function isOfType(program: Program, type: string): boolean {
  return program.types.some((list) => list.words.some((w) => w.name === type));
}
