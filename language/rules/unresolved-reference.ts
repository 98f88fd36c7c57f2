import type { Fix } from '../findings.ts';
import type { Declaration, FileRecords, Flaw, Name } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { isMoment } from '../register/moments.ts';
import { aType, namespacesOf, TARGETS } from '../register/roles.ts';
import { isDeclared, type Row, rowAround, unknownRowsIn } from '../register/rows.ts';
import { countFirst } from '../sorted.ts';
import { DEMAND_WORDS, isWordOf } from '../vocabulary.ts';
import type { Reporter, Rule } from './rule.ts';
import { insert, replace } from './shared/fixes.ts';
import { inWords } from './shared/phrases.ts';
import { stub, typeToDeclare } from './shared/stubs.ts';

/** Names that nothing declares. */
export const unresolvedReference: Rule = {
  code: 'unresolved-reference',
  category: 'names',
  sentence: 'Every name that is used is declared, in the project or in the library.',
  why: `An agreement is told by what it refers to: its parties, the plan it follows, the programs it recognizes, the page that says when it was signed.
A name that leads nowhere is most often misspelt, or its record is still to be written. Until it is there, the agreement’s sides, its
precedents and its evidence are not what they seem: what is unresolved counts as unknown, and no other rule builds on it.

A name is one word. Words that stand side by side in a list, as in \`between United States and BR\`, are a syntax error, and may be one name or
several: where one of them is not declared, they are told of together, and lead to what bears them as its title.

Names are looked for in the whole project, whichever file declares them, and in the library. A project inside another folder is another
project, and its names do not reach here.`,
  basis:
    'Names of administrations change and are written in many ways: the U.S. Customs Service became CBP in 2003, and Brazil’s RFB is also Receita Federal. A project has one name for each and finds the others by `also`.',
  severity: 'error',
  mends:
    'Suggestions: the names nearest to this one, by spelling or by title, and a declaration at the end of the file that is to be filled in.',
  rejected: [
    {
      says: 'A name misspelt, and one that is not declared yet.',
      text: `party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
source cbp-brazil { published 2022-09-16 }

agreement US-BR-MRA : MRA {
    between CBP and »RFBB«
    signed 2022-09-16 per »cbp-brasil«
    follows »US-BR-JWP«
}`,
    },
    {
      says: 'The name of a country where its code belongs; the library knows the code by its title.',
      text: `party RFB "Receita Federal do Brasil" {
    type customs-administration
    of »Brazil«
}`,
    },
    {
      says: 'Kinds have a namespace of their own, so a program is no kind.',
      text: `program Secure-Freight { type container-security run by US }
agreement US-GB-SFI : »Secure-Freight« {
    between US and GB
}`,
    },
    {
      says: 'A waiver of a subject that does not exist.',
      text: `agreement US-CA-MRA : MRA {
    between US and CA
    waive missing-precedent of »JWPP« because "No work plan is on CBP's list"
}`,
    },
  ],
  accepted: [
    {
      says: 'Every name is declared, in whatever order and file.',
      text: `--- agreements.agreement
agreement US-BR-MRA : MRA {
    between CBP and RFB
    signed 2022-09-16 per cbp-brazil
    follows US-BR-JWP
}
agreement US-BR-JWP : JWP {
    between CBP and RFB
    completed 2021
}
--- parties.agreement
party CBP { type customs-administration of US }
party RFB { type customs-administration of BR }
source cbp-brazil { published 2022-09-16 }`,
    },
    {
      says: 'The code of ISO 3166-1 that the library declares; a jurisdiction may stand as a party.',
      text: `party RFB "Receita Federal do Brasil" {
    type customs-administration
    of BR
}
agreement US-BR-CMAA : CMAA {
    between US and BR
}`,
    },
    {
      says: 'A kind of the project, and a waiver about a kind and about an obligation.',
      text: `kind Secure-Freight "Secure Freight Initiative" { requires parties 2 }
agreement US-GB-SFI : Secure-Freight {
    between US and GB
    obligation scan : GB must "scan every container" { due 2007-10 }
    waive missing-precedent of CMAA because "The agreement of the European Union serves"
    waive obligation-overdue of scan because "Reported in 2008 without a date"
}`,
    },
  ],
  checks: { file: check },
};

function check(file: FileRecords, ask: Ask, report: Reporter): void {
  const rows = unknownRowsIn(file, ask);
  for (const declaration of file.declarations) {
    for (const name of declaration.names) {
      if (isKnown(ask, declaration, name)) continue;
      const row = rows.length === 0 ? undefined : rowAround(rows, name);
      if (!row) reportName(file, declaration, name, ask, report);
      else if (name === firstUnknown(ask, row)) reportRow(file, declaration, row, ask, report);
    }
  }
}

function firstUnknown(ask: Ask, { words }: Row): Name | undefined {
  return words.find((word) => !isDeclared(ask, word));
}

function isKnown(ask: Ask, user: Declaration, name: Name): boolean {
  return (name.role === 'waiver-subject' && isSubject(user, name.name)) || isDeclared(ask, name);
}

/** Besides what is declared, a waiver may be about an obligation of the record, or about what its kind demands: `of ports`. */
function isSubject(user: Declaration, name: string): boolean {
  if (isWordOf(DEMAND_WORDS, name) || isMoment(name)) return true;
  return 'obligations' in user && user.obligations.some((obligation) => obligation.name.name === name);
}

function reportName(file: FileRecords, user: Declaration, name: Name, ask: Ask, report: Reporter): void {
  const near = nearOnes(ask, user, name);
  const goesOn = doesGoOn(file, name);
  const isToDeclare = name.role !== 'waiver-subject' && !goesOn;
  report({
    start: name.start,
    end: name.end,
    message: `${nothingOf(ask, name)} ${wayOut(name, near, goesOn)}`,
    subjects: [name.name, user.name.name],
    fixes: () => [
      ...changes(file, name, near),
      ...(isToDeclare ? [declare(file, name, knownParties(ask, user), near.length === 0)] : []),
    ],
  });
}

/** Whether something right behind it could not be read: `Republic of Korea`, `the parties`. */
function doesGoOn({ flaws }: FileRecords, { end }: Name): boolean {
  const next = flaws[countFirst(flaws.length, (i) => (flaws[i] as Flaw).start < end)];
  return next?.code === 'syntax' && next.start <= end + 1;
}

/** Reports the words together: each of them alone is most often no name. */
function reportRow(file: FileRecords, user: Declaration, row: Row, ask: Ask, report: Reporter): void {
  const near = nearOnes(ask, user, row);
  const way = near.length ? meant(near) : 'A name is one word, and several are parted by `,` or `and`.';
  report({
    start: row.start,
    end: row.end,
    message: `${nothingOf(ask, row)} ${way}`,
    subjects: [row.name, ...row.words.map(({ name }) => name), user.name.name],
    fixes: () => changes(file, row, near),
  });
}

function changes(file: FileRecords, name: Name, near: readonly string[]): readonly Fix[] {
  return near.map((other) => replace(`Change to ${other}`, file.uri, name, other, { preferred: near.length === 1 }));
}

/** The nearest names; a record does not refer to itself. */
function nearOnes(ask: Ask, user: Declaration, { name, role }: Name): readonly string[] {
  const near = ask.nearest(name, role);
  return role === 'waiver-subject' ? near : near.filter((other) => other !== user.name.name);
}

function nothingOf(ask: Ask, { name, role }: Name): string {
  const wanted =
    role === 'waiver-subject' ? 'kind, party, jurisdiction or record' : inWords(TARGETS[role].slice(), 'or');
  const other = namespacesOf(role).length > 1 ? undefined : otherNamespace(ask, name, role);
  return `No ${wanted} named \`${name}\` is declared${other ? `, only ${other}` : ''}.`;
}

/** What bears the name in the namespace that is not looked in: `a program of that name`. */
function otherNamespace(ask: Ask, name: string, role: Name['role']): string | undefined {
  const inKinds = namespacesOf(role)[0] === 'kinds';
  const [found] = inKinds ? ask.declared(name) : ask.kindsNamed(name);
  return found && `${aType(found.type)} of that name`;
}

function wayOut({ name, role }: Name, near: readonly string[], goesOn: boolean): string {
  if (near.length > 0) return meant(near);
  if (goesOn) return 'It may go on with what stands behind it, which could not be read.';
  if (role === 'waiver-subject') return 'Check the spelling.';
  return `Check the spelling, or declare it: ${typeToDeclare(role, name)} ${name} { … }.`;
}

function meant(near: readonly string[]): string {
  return `Did you mean ${inWords(near, 'or')}?`;
}

/** The parties of an agreement that are declared: an agreement that it names is often between the same. */
function knownParties(ask: Ask, user: Declaration): readonly string[] {
  const names = user.type === 'agreement' ? (user.between?.names ?? []) : [];
  return names.map((n) => n.name).filter((name) => ask.declared(name).length > 0);
}

function declare(file: FileRecords, name: Name, parties: readonly string[], preferred: boolean): Fix {
  const title = `Declare the ${typeToDeclare(name.role, name.name)} ${name.name} at the end of this file`;
  return insert(title, file.uri, file.length, `\n\n${stub(name.role, name.name, parties)}\n`, { preferred });
}
