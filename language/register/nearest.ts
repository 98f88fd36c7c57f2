import type { DeclarationType, Role } from '../records/model.ts';
import { slipsBetween } from '../spelling.ts';
import { fits } from './roles.ts';

/** How many names are compared at the most: in a project of 100,000 agreements a slip of the pen must not cost a second. */
const ENOUGH = 20_000;

/** From so many letters on, a title with one slip of the pen is meant: `Brasil` is Brazil, but `Mali` is not Malta. */
const LONG = 5;

/** So long are codes of jurisdictions. */
const SHORT = 2;

/** What is called by a name, and perhaps by a title. */
export interface Entitled {
  readonly type: DeclarationType;
  readonly name: { readonly name: string };
  readonly title: { readonly value: string } | undefined;
  /** Other names it goes by. */
  readonly common?: { readonly also: readonly { readonly value: string }[] };
}

/**
 * The names near to a name that nobody declared: by their spelling (upper and lower case are alike), or because it is another's title, as
 * `Brazil` is BR's, or another name of it, as `UK` is of GB. At most three, nearest first; what is just that leaves no room for others.
 */
export function nearestNames(name: string, role: Role, all: Iterable<Entitled>): readonly string[] {
  const wanted = name.toLowerCase();
  const limit = limitFor(name);
  const found = new Map<string, number>();
  let compared = 0;
  for (const declaration of all) {
    if (!fits(role, declaration) || !declaration.name.name) continue;
    if (++compared > ENOUGH) break;
    const far = howFar(wanted, declaration, limit);
    if (far <= limit && (far === 0 || tells(wanted, declaration)))
      found.set(declaration.name.name, Math.min(far, found.get(declaration.name.name) ?? far));
  }
  const best = Math.min(...found.values()) === 0 ? 0 : limit;
  return [...found]
    .filter(([, far]) => far <= best)
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([near]) => near);
}

/**
 * Whether it is evidence that all letters but one are the same: `the`, `etc` and `WCO` are all but the code of some country. A longer word is
 * near to such a code by its title alone.
 */
function tells(wanted: string, { name: { name } }: Entitled): boolean {
  return wanted.length > SHORT + 1 || name.length > SHORT;
}

/** Whether a name has a letter more than a jurisdiction's code: no evidence that this one is meant, but it may be. */
export function isSlipOfCode(name: string, code: string): boolean {
  return (
    code.length === SHORT && name.length === SHORT + 1 && slipsBetween(name.toLowerCase(), code.toLowerCase()) === 1
  );
}

/** Whether the declaration is near to a name that nobody declared. */
export function isNear(name: string, declaration: Entitled): boolean {
  const limit = limitFor(name);
  return howFar(name.toLowerCase(), declaration, limit) <= limit;
}

/** How many slips of the pen a name may hold. */
function limitFor(name: string): number {
  return Math.max(1, Math.min(3, Math.floor(name.length / 3)));
}

/** Most names are told apart by their length, before their letters are looked at. */
function howFar(wanted: string, declaration: Entitled, limit: number): number {
  const { title } = declaration;
  const name = declaration.name.name;
  if (isAlso(wanted, declaration)) return 0;
  if (title && Math.abs(title.value.length - wanted.length) <= 1) {
    const called = title.value.toLowerCase();
    if (isCalled(wanted, called)) return 0;
    if (wanted.length >= LONG && slipsBetween(wanted, called) === 1) return 1;
  }
  if (Math.abs(name.length - wanted.length) > limit) return Number.POSITIVE_INFINITY;
  return slipsBetween(wanted, name.toLowerCase());
}

/** Whether it is another name of the declaration. Those of agreements are left out: of one that is kept in outline they are not known. */
function isAlso(wanted: string, { type, common }: Entitled): boolean {
  if (!common || common.also.length === 0 || type === 'agreement') return false;
  return common.also.some(({ value }) => value.length === wanted.length && isCalled(wanted, value.toLowerCase()));
}

/** Whether a text is the name, in which hyphens stand for blanks. */
function isCalled(wanted: string, text: string): boolean {
  return text === wanted || text.replaceAll(' ', '-') === wanted;
}
