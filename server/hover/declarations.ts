import { isoDay, rangeDate } from '../../language/dates/index.ts';
import type { Declaration, Jurisdiction, Kind, Party, Port, Program, Source } from '../../language/records/model.ts';
import { bindingOf, demandsOf, specializations } from '../../language/register/kinds.ts';
import { locodeOf } from '../../language/register/locodes.ts';
import { mayHold } from '../../language/register/sides.ts';
import { demandInWords } from '../../language/templates.ts';
import { describeAgreement } from './agreements.ts';
import { bullets, escaped, few, lines, linkTo, linkToDeclaration, paragraphs } from './markdown.ts';
import { describeObligations } from './obligations.ts';
import { address, degrees, type Teller } from './teller.ts';

/** What a declaration is and says, in the reader's words, as Markdown. */
export function describeDeclaration(teller: Teller, declaration: Declaration): string {
  const { name, title, type, common } = declaration;
  const cited = declaration.type === 'agreement' ? [] : teller.citations(common.cites);
  return paragraphs([
    `**${type} ${escaped(name.name)}**${header(teller, declaration)}`,
    title && escaped(title.value),
    otherNames(declaration),
    ...common.descriptions.map(({ value }) => value),
    ...facts(teller, declaration),
    cited.length > 0 && `Sources: ${few(cited).join(', ')}`,
    waivers(declaration),
    teller.whereabouts(declaration),
  ]);
}

function header(teller: Teller, declaration: Declaration): string {
  if (declaration.type === 'agreement' && declaration.kind) return ` : ${teller.name(declaration.kind)}`;
  if (declaration.type === 'kind' && declaration.base) return ` specializes ${teller.name(declaration.base)}`;
  return '';
}

function otherNames({ common: { also, translations, marks } }: Declaration): string {
  const all = (texts: readonly { readonly value: string }[]): string => texts.map((t) => escaped(t.value)).join('; ');
  return lines([
    also.length > 0 && `also ${all(also)}`,
    ...translations.map(({ language, text }) => `${escaped(language.name)}: ${escaped(text.value)}`),
    marks.length > 0 && `number ${all(marks)}`,
  ]);
}

function waivers({ common }: Declaration): string {
  const items = common.waivers.map(({ rule, subject, reason }) => {
    const of = subject ? ` of ${escaped(subject.name)}` : '';
    return `\`${rule.name}\`${of}: ${escaped(reason.value)}`;
  });
  return items.length ? `Waived:\n\n${bullets(items)}` : '';
}

/** What the declaration says, by its type, in paragraphs. */
function facts(teller: Teller, declaration: Declaration): readonly string[] {
  switch (declaration.type) {
    case 'agreement':
      return describeAgreement(teller, declaration);
    case 'party':
      return party(teller, declaration);
    case 'program':
      return program(teller, declaration);
    case 'port':
      return port(teller, declaration);
    case 'jurisdiction':
      return jurisdiction(teller, declaration);
    case 'kind':
      return kind(teller, declaration);
    case 'source':
      return source(teller, declaration);
  }
}

function party(teller: Teller, declaration: Party): readonly string[] {
  return [
    lines([
      teller.words('type', declaration.types),
      teller.list('of', declaration.of),
      teller.list('part of', declaration.partOf),
      teller.list('succeeds', declaration.succeeds),
      ...lifetime(teller, declaration),
    ]),
    partyTo(teller, declaration),
  ];
}

function program(teller: Teller, declaration: Program): readonly string[] {
  return [
    lines([
      teller.words('type', declaration.types),
      teller.list('run by', declaration.runBy ? [declaration.runBy] : []),
      teller.list('partners', declaration.partners),
      teller.list('beneficiaries', declaration.beneficiaries),
      teller.list('ports', declaration.ports),
      ...lifetime(teller, declaration),
    ]),
    describeObligations(teller, declaration),
    count(teller.subject.ask.users('recognizes', declaration.name.name).length, 'Recognized by', 'agreement'),
  ];
}

function port(teller: Teller, declaration: Port): readonly string[] {
  const { located, locode } = declaration;
  return [
    lines([
      locode && `locode ${escaped(locode.name)}${teller.country(locodeOf(declaration))}`,
      teller.list('of', declaration.of),
      located &&
        Number.isFinite(located.latitude + located.longitude) &&
        `located ${degrees(located.latitude, 'N', 'S')}, ${degrees(located.longitude, 'E', 'W')}`,
      teller.words('mode', declaration.modes),
      ...lifetime(teller, declaration),
    ]),
  ];
}

function jurisdiction(teller: Teller, declaration: Jurisdiction): readonly string[] {
  return [
    lines([
      teller.words('type', declaration.types),
      teller.list('part of', declaration.partOf),
      members(teller, declaration),
      teller.list('succeeded by', declaration.succeededBy),
      ...lifetime(teller, declaration),
    ]),
    partyTo(teller, declaration),
  ];
}

/** A union has some thirty members: all of them are told. */
const MOST_MEMBERS = 60;

function members(teller: Teller, declaration: Jurisdiction): string {
  if (declaration.members.length === 0) return '';
  const { asOf } = teller.subject.ask;
  const held = declaration.members.filter((one) => mayHold(one, rangeDate(asOf, asOf))).flatMap(({ names }) => names);
  return `members on ${isoDay(asOf)}: ${held.length ? teller.names(held, MOST_MEMBERS) : 'none'}`;
}

function kind(teller: Teller, declaration: Kind): readonly string[] {
  const { ask } = teller.subject;
  const demands = demandsOf(ask, declaration).map((demand) => {
    const inherited = demand.of === declaration ? '' : `, as ${linkToDeclaration(teller.context, demand.of)} does`;
    const strength = linkTo(teller.context, demand.strength, demand.of.uri, demand.span);
    return `${strength} ${escaped(demandInWords(demand))}${inherited}`;
  });
  const binding = bindingOf(ask, declaration);
  const agreements = specializations(ask, declaration.name.name).flatMap((name) => ask.users('kind', name));
  return [
    bullets(demands),
    binding === undefined ? '' : binding ? 'Binding, unless a record says otherwise.' : 'Not binding.',
    count(agreements.length, 'The kind of', 'agreement'),
  ];
}

const EVIDENCE = {
  present: ' (it is there)',
  missing: ' (it is missing)',
  outside: ' (it lies outside the project)',
} as const;

function source(teller: Teller, declaration: Source): readonly string[] {
  const { publisher, url, file } = declaration;
  const { ask } = teller.subject;
  const evidence = file && ask.evidence(declaration);
  return [
    lines([
      publisher?.party && `publisher ${teller.name(publisher.party)}`,
      publisher?.text && `publisher ${escaped(publisher.text.value)}`,
      teller.dated('published', declaration.published),
      teller.dated('retrieved', declaration.retrieved),
      url && address(url.value),
      file && `copy ${escaped(file.path.value)}${evidence ? EVIDENCE[evidence.state] : ''}`,
    ]),
    count(ask.users('cites', declaration.name.name).length, 'Cited by', 'record'),
  ];
}

function lifetime(teller: Teller, { since, until }: Party | Program | Port | Jurisdiction): readonly string[] {
  return [teller.dated('since', since), teller.dated('until', until)];
}

function partyTo({ subject }: Teller, { name }: Party | Jurisdiction): string {
  return count(subject.ask.users('between', name.name).length, 'Party to', 'agreement');
}

function count(many: number, before: string, what: string): string {
  return many === 0 ? '' : `${before} ${many} ${what}${many === 1 ? '' : 's'}.`;
}
