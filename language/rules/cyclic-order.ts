import type { Declaration, FileRecords, Name, Role } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { isDoubled } from '../register/known.ts';
import { fits } from '../register/roles.ts';
import type { Reporter, Rule } from './rule.ts';
import { circles, hasCircle, shortestWay } from './shared/circles.ts';

/** Records that come before themselves. */
export const cyclicOrder: Rule = {
  code: 'cyclic-order',
  category: 'order',
  severity: 'error',
  sentence: 'What follows, replaces or belongs to another record is not followed, replaced or held by it in turn.',
  why: `An agreement cannot come after one that comes after it, replace one that replaces it, or belong to one that belongs to it. A circle means that one of
its references points the wrong way: the later work plan names the earlier as what it follows, not the other way round. Whatever is derived
along the references (which of them is current, what a kind demands, to whom an administration belongs) has no answer in a circle.

\`follows\`, \`supersedes\`, \`amends\`, \`under\`, \`part of\` and \`specializes\` are looked at each for itself: an agreement may well amend one that it also
follows, and an annex under an agreement may supersede that agreement’s first one. The finding sits on each reference of the circle, in
whichever files they stand.`,
  basis:
    'Sequence is what these records are for: in the language’s examples every joint work plan comes before the mutual recognition arrangement that it prepares. Articles 30, 40 and 59 of the Vienna Convention on the Law of Treaties speak of an earlier and a later treaty.',
  rejected: [
    {
      says: 'Two agreements follow each other.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    follows »US-BR-MRA«
}
agreement US-BR-MRA : MRA {
    between US and BR
    follows »US-BR-JWP«
}`,
    },
    {
      says: 'A circle of three over three files; the fourth only leads into it.',
      text: `--- a.agreement
agreement A : Cooperation { between US and BR supersedes »B« }
--- b.agreement
agreement B : Cooperation { between US and BR supersedes »C« }
agreement D : Cooperation { between US and BR supersedes A }
--- c.agreement
agreement C : Cooperation { between US and BR supersedes »A« }`,
    },
    {
      says: 'Parties that are part of each other, and a kind that specializes itself.',
      text: `party DHS { of US part of »CBP« }
party CBP { of US part of »DHS« }
kind Own specializes »Own«`,
    },
  ],
  accepted: [
    {
      says: 'The later one follows the earlier.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
}
agreement US-BR-MRA : MRA {
    between US and BR
    follows US-BR-JWP
}`,
    },
    {
      says: 'Different relations do not make a circle together, and two ways to one agreement are none.',
      text: `agreement Frame : Cooperation { between US and BR follows First }
agreement First : Cooperation { between US and BR under Frame }
agreement Third : Cooperation { between US and BR follows First, Frame }`,
    },
    {
      says: 'A line of parties and of kinds.',
      text: `party DHS { of US part of US }
party CBP { of US part of DHS }
kind National-MRA specializes MRA
kind Trial-MRA specializes National-MRA`,
    },
  ],
  checks: { file: check },
};

/** The relations, with how a sentence tells them. */
const RELATIONS = {
  follows: 'follows',
  supersedes: 'supersedes',
  amends: 'amends',
  under: 'belongs to',
  'part-of': 'is part of',
  base: 'specializes',
} as const satisfies Partial<Record<Role, string>>;

type Relation = keyof typeof RELATIONS;
const RELATING: ReadonlySet<Role> = new Set(Object.keys(RELATIONS) as Relation[]);

/** In larger circles than this, a finding names the next member only, and looks for no way round. */
const SMALL = 30;
/** So many members of a circle are named. */
const NAMED = 6;

function check(file: FileRecords, ask: Ask, report: Reporter): void {
  for (const [relation, declarations] of relating(file)) {
    // Nothing leads back to what shares its name with another.
    const related = declarations.filter((declaration) => !isDoubled(ask, declaration));
    if (related.length) checkRelation(relation, related, ask, report);
  }
}

/** The declarations of a file by the relations of which they have references. */
function relating(file: FileRecords): ReadonlyMap<Relation, readonly Declaration[]> {
  const found = new Map<Relation, Declaration[]>();
  for (const declaration of file.declarations) {
    for (const { role } of declaration.names) {
      if (!isRelation(role)) continue;
      const all = found.get(role);
      if (!all) found.set(role, [declaration]);
      else if (all.at(-1) !== declaration) all.push(declaration);
    }
  }
  return found;
}

function isRelation(role: Role): role is Relation {
  return RELATING.has(role);
}

function checkRelation(relation: Relation, declarations: readonly Declaration[], ask: Ask, report: Reporter): void {
  const next = (d: Declaration): readonly Declaration[] => targetsOf(ask, d, relation);
  if (!hasCircle(declarations, next)) return;
  const part = circles(declarations, next);
  const sizes = new Map<number, number>();
  for (const number of part.values()) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  for (const declaration of declarations) {
    for (const name of declaration.names) {
      const target = targetOf(ask, name, relation);
      const number = target && part.get(target);
      if (!target || number !== part.get(declaration)) continue;
      if (number === undefined) continue;
      const isSmall = (sizes.get(number) ?? 0) <= SMALL;
      const way = isSmall ? shortestWay(target, declaration, next, (d) => part.get(d) === number) : undefined;
      reportCircle({ relation, declaration, name, way: way ?? [target] }, ask, report);
    }
  }
}

function targetsOf(ask: Ask, { names }: Declaration, relation: Relation): readonly Declaration[] {
  let found: Declaration[] | undefined;
  for (const name of names) {
    const target = targetOf(ask, name, relation);
    if (!target) continue;
    if (found) found.push(target);
    else found = [target];
  }
  return found ?? NONE;
}

const NONE: readonly never[] = [];

/** What the name relates its declaration to; undefined where it is of another role, unknown, doubled or of the wrong type. */
function targetOf(ask: Ask, { name, role }: Name, relation: Relation): Declaration | undefined {
  if (role !== relation) return undefined;
  const target: Declaration | undefined = relation === 'base' ? ask.kind(name) : ask.lookup(name);
  return target && fits(role, target) ? target : undefined;
}

/** A reference of a circle, with the way from what it names back to where it stands. */
interface Circle {
  readonly relation: Relation;
  readonly declaration: Declaration;
  readonly name: Name;
  readonly way: readonly Declaration[];
}

function reportCircle({ relation, declaration, name, way }: Circle, ask: Ask, report: Reporter): void {
  const others = way.filter((member) => member !== declaration);
  report({
    start: name.start,
    end: name.end,
    message: `${declaration.name.name} ${inCircle(RELATIONS[relation], declaration, way)}: a circle. One of these references points the wrong way.`,
    subjects: [declaration.name.name, ...others.map((member) => member.name.name)],
    also: others,
    related: others.slice(0, NAMED).map((member) => ({
      ...ask.place(member, member.names.find((n) => n.role === relation) ?? member.name),
      message: `${member.name.name} is in the circle.`,
    })),
  });
}

function inCircle(verb: string, declaration: Declaration, way: readonly Declaration[]): string {
  if (way[0] === declaration) return `${verb} itself`;
  const names = way.map((member) => member.name.name);
  const shown = names.length > NAMED ? [...names.slice(0, NAMED - 1), '…', names.at(-1) as string] : names;
  const closed = way.at(-1) === declaration ? shown : [...shown, '… and so on back to it'];
  return closed.map((name) => (name.startsWith('…') ? name : `${verb} ${name}`)).join(', which ');
}
