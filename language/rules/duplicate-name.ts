import type { Fix, Related } from '../findings.ts';
import type { Agreement, Declaration, Obligation, Program } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { isDoubled, isSame } from '../register/known.ts';
import { aType } from '../register/roles.ts';
import type { Reporter, Rule } from './rule.ts';
import { insert, remove, replace } from './shared/fixes.ts';
import { capitalized, someInWords } from './shared/phrases.ts';

/** So many of the others are shown beside a finding. */
const SHOWN = 5;

/** Two records under one name. */
export const duplicateName: Rule = {
  code: 'duplicate-name',
  category: 'names',
  sentence: 'Every declaration has a name of its own, so that a reference means one record.',
  why: `Names are how records refer to each other, across all files of a project. Where two share one, every reference to it is open to doubt: does
\`follows US-BR-JWP\` mean the plan of 2015 or that of 2019? What is doubled counts as unknown, and no other rule builds on it until the names differ.

Where a name goes on with what could not be read, as in \`party CBP/ICE\`, it may be another name: until the error is mended, the declaration
doubles none.

The library's names are taken as well: its jurisdictions are those of ISO 3166-1, and its kinds are what the rules judge agreements by. A
project does not redeclare them; it adds a kind that specializes one. Kinds have a namespace of their own, so a kind \`CSI\` and a program
\`CSI\` stand side by side. The obligations of one agreement, or of one program, need names of their own too.`,
  basis:
    'Registers of treaties give each treaty a number for this reason: titles repeat. GA is the code of Gabon and the short name of Georgia, the state of the United States; CSI is a program and a kind of arrangement.',
  severity: 'error',
  mends:
    'A suggestion to rename this one, to let a kind specialize the library’s instead, or to take away a jurisdiction that the library has.',
  rejected: [
    {
      says: 'Two plans under one name; the finding sits on both.',
      text: `agreement »US-BR-JWP« : JWP "Joint Work Plan of 2015" {
    between US and BR
    signed 2015
}
agreement »US-BR-JWP« : JWP "Joint Work Plan of 2019" {
    between US and BR
    signed 2019
}`,
    },
    {
      says: 'The same in two files, and between a port and a program.',
      text: `--- ports.agreement
port »Santos« { locode BRSSZ }
--- programs.agreement
program »Santos« { type operation run by BR }`,
    },
    {
      says: 'A kind of the library is declared anew.',
      text: `kind »MRA« "Mutual Recognition Arrangement" {
    requires parties 2
}`,
    },
    {
      says: 'Two obligations of one agreement.',
      text: `agreement US-BR-JWP : JWP {
    between US and BR
    obligation »share« : US must "share its list of members"
    obligation »share« : BR must "share its list of members"
}`,
    },
  ],
  accepted: [
    {
      says: 'Names that tell the two apart.',
      text: `agreement US-BR-JWP-2015 : JWP "Joint Work Plan of 2015" {
    between US and BR
    signed 2015
}
agreement US-BR-JWP-2019 : JWP "Joint Work Plan of 2019" {
    between US and BR
    signed 2019
    supersedes US-BR-JWP-2015
}`,
    },
    {
      says: 'A project’s own kind specializes the library’s.',
      text: `kind National-MRA specializes MRA "Mutual Recognition Arrangement" {
    requires JWP before signature
}`,
    },
    {
      says: 'A kind and a program of one name; an obligation of one name in two agreements.',
      text: `program CSI "Container Security Initiative" {
    type container-security
    run by US
}
agreement US-BR-CSI : CSI {
    between US and BR
    under CSI
    obligation screen : BR must "screen containers"
}
agreement US-MA-CSI : CSI {
    between US and MA
    under CSI
    obligation screen : MA must "screen containers"
}`,
    },
  ],
  checks: {
    declaration: checkDeclaration,
    agreement: checkObligations,
    program: checkObligations,
  },
};

function checkDeclaration(declaration: Declaration, ask: Ask, report: Reporter): void {
  const { name, isPartial } = declaration.name;
  if (!name || isPartial || !isDoubled(ask, declaration)) return;
  const all: readonly Declaration[] = declaration.type === 'kind' ? ask.kindsNamed(name) : ask.declared(name);
  reportDeclaration(declaration, all, ask, report);
}

function reportDeclaration(declaration: Declaration, all: readonly Declaration[], ask: Ask, report: Reporter): void {
  const { name } = declaration.name;
  const others = all.filter((other) => !isSame(other, declaration));
  const inLibrary = others.find((other) => ask.inLibrary(other));
  const free = freeName(ask, declaration);
  report({
    start: declaration.name.start,
    end: declaration.name.end,
    message: inLibrary ? libraryMessage(inLibrary) : message(declaration, others),
    subjects: [name],
    also: others,
    related: others.slice(0, SHOWN).map(
      (other): Related => ({
        ...ask.place(other),
        message: `${capitalized(aType(other.type))} ${name} is declared here as well.`,
      }),
    ),
    fixes: () => [...(inLibrary ? libraryFixes(declaration) : []), rename(declaration, free)],
  });
}

function message(declaration: Declaration, others: readonly Declaration[]): string {
  const { name } = declaration.name;
  const rest = [
    ...new Set(others.map((other) => (other.type === declaration.type ? `another ${other.type}` : aType(other.type)))),
  ];
  const many =
    others.length > 1
      ? `${others.length + 1} declarations share the name ${name}`
      : `${name} is the name of ${someInWords(rest)} too`;
  return `${many}, so nothing can refer to it. Give each a name of its own.`;
}

function libraryMessage(known: Declaration): string {
  const { name } = known.name;
  return known.type === 'kind'
    ? `The kind ${name} is declared in the library, which a project cannot change. Declare a kind of another name that specializes it.`
    : `The ${known.type} ${name} is declared in the library already. Use that one, or choose another name.`;
}

function libraryFixes(declaration: Declaration): readonly Fix[] {
  const { uri, name } = declaration;
  if (declaration.type === 'jurisdiction')
    return [remove(`Remove this one: the library has ${name.name}`, uri, declaration, { preferred: true })];
  if (declaration.type !== 'kind' || declaration.base) return [];
  const text = `Own-${name.name} specializes ${name.name}`;
  return [replace(`Declare Own-${name.name}, which specializes ${name.name}`, uri, name, text, { preferred: true })];
}

function rename(declaration: Declaration, free: string): Fix {
  return replace(`Rename this one to ${free}`, declaration.uri, declaration.name, free);
}

function freeName(ask: Ask, declaration: Declaration): string {
  const isTaken = (name: string): boolean =>
    (declaration.type === 'kind' ? ask.kindsNamed(name) : ask.declared(name)).length > 0;
  for (let i = 2; ; i++) if (!isTaken(`${declaration.name.name}-${i}`)) return `${declaration.name.name}-${i}`;
}

function checkObligations(record: Agreement | Program, ask: Ask, report: Reporter): void {
  if (record.obligations.length < 2) return;
  const byName = new Map<string, Obligation[]>();
  for (const obligation of record.obligations) {
    const group = byName.get(obligation.name.name);
    if (group) group.push(obligation);
    else byName.set(obligation.name.name, [obligation]);
  }
  for (const [name, group] of byName) {
    if (!name || group.length < 2) continue;
    for (const obligation of group) reportObligation(record, obligation, group, ask, report);
  }
}

function reportObligation(
  record: Agreement | Program,
  obligation: Obligation,
  group: readonly Obligation[],
  ask: Ask,
  report: Reporter,
): void {
  const { name, start, end } = obligation.name;
  const others = group.filter((other) => other !== obligation);
  report({
    start,
    end,
    message: `${record.name.name || 'This record'} has ${group.length} obligations named ${name}. Give each a name of its own.`,
    subjects: [name, record.name.name],
    related: others.slice(0, SHOWN).map((other) => ({
      ...ask.place(record, other.name),
      message: `Another obligation ${name}.`,
    })),
    fixes: () => [
      insert(
        `Rename this one to ${name}-${group.indexOf(obligation) + 1}`,
        record.uri,
        end,
        `-${group.indexOf(obligation) + 1}`,
      ),
    ],
  });
}
