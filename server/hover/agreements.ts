import { isoDay } from '../../language/dates/index.ts';
import type { Agreement, EventRecord } from '../../language/records/model.ts';
import { bindingOf } from '../../language/register/kinds.ts';
import { kindOf } from '../../language/register/known.ts';
import { citationsOf } from '../../language/rules/shared/citing.ts';
import { describeStatus, type Standing, standingsOf, statusOf } from '../../language/status/index.ts';
import { demandInWords } from '../../language/templates.ts';
import { bullets, escaped, few, lines, linkTo, linkToDeclaration } from './markdown.ts';
import { describeObligations } from './obligations.ts';
import { type Teller, when } from './teller.ts';

/** What an agreement says and comes to: its parties, status, demands, obligations and sources, in paragraphs. */
export function describeAgreement(teller: Teller, agreement: Agreement): readonly string[] {
  return [
    relations(teller, agreement),
    status(teller, agreement),
    demands(teller, agreement),
    describeObligations(teller, agreement),
    sources(teller, agreement),
  ];
}

function relations(teller: Teller, agreement: Agreement): string {
  const { between, follows, amends, supersedes, under, recognizes } = agreement;
  const successors = teller.subject.ask.users('supersedes', agreement.name.name);
  return lines([
    between && teller.list('between', [between]),
    teller.list('follows', follows),
    teller.list('amends', amends),
    teller.list('supersedes', supersedes),
    successors.length > 0 &&
      `superseded by ${successors.map((one) => linkToDeclaration(teller.context, one)).join(', ')}`,
    teller.list('under', under),
    teller.list('recognizes', recognizes),
    binding(teller, agreement),
  ]);
}

function binding({ subject }: Teller, agreement: Agreement): string {
  const kind = kindOf(subject.ask, agreement);
  const binds = agreement.binding?.value ?? (kind && bindingOf(subject.ask, kind));
  return binds === undefined ? '' : binds ? 'binding' : 'not binding';
}

function status(teller: Teller, agreement: Agreement): string {
  const { ask } = teller.subject;
  const found = statusOf(ask, agreement, ask.asOf);
  const claims = new Set(found.states.flatMap(({ by }) => by.flatMap((happening) => happening.claims)));
  const facts = [...claims].map((claim) => event(teller, agreement, claim));
  const head = `On ${isoDay(ask.asOf)}: **${escaped(describeStatus(found))}**`;
  return facts.length ? `${head}\n\n${bullets(facts)}` : head;
}

/** `signed 2022-09-16 in Washington, DC for BR per cbp-brazil-mra`. */
function event(teller: Teller, agreement: Agreement, claim: EventRecord): string {
  const per = few(teller.citations(claim.cites), 3).join(', ');
  return [
    linkTo(teller.context, claim.event, agreement.uri, claim),
    claim.when && when(claim.when),
    claim.place && `in ${escaped(claim.place.value)}`,
    claim.parties.length > 0 && `for ${teller.names(claim.parties)}`,
    per && `per ${per}`,
  ]
    .filter(Boolean)
    .join(' ');
}

const STATES = { met: 'met', unmet: '**unmet**', undetermined: 'undetermined', 'not due': 'not due yet' } as const;

function demands(teller: Teller, agreement: Agreement): string {
  const { ask } = teller.subject;
  const kind = kindOf(ask, agreement);
  const standings = standingsOf(ask, agreement);
  if (!kind || standings.length === 0) return '';
  return `What ${linkToDeclaration(teller.context, kind)} demands:\n\n${bullets(standings.map((one) => demand(teller, one)))}`;
}

/** `unmet: expects AEO programs, by CTPAT, not of BR`. */
function demand({ context }: Teller, { demand: one, state, records, lacking }: Standing): string {
  const strength = linkTo(context, one.strength, one.of.uri, one.span);
  const by = few(
    records.map((record) => linkToDeclaration(context, record)),
    4,
  ).join(', ');
  const without = few(lacking.map(escaped), 4).join('; ');
  return [
    `${STATES[state]}: ${strength} ${escaped(demandInWords(one))}`,
    by && `${state === 'met' ? 'by' : 'recorded:'} ${by}`,
    without && `${state === 'unmet' ? 'not for' : 'open for'} ${without}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function sources(teller: Teller, agreement: Agreement): string {
  const cited = teller.citations(citationsOf(agreement).map((one) => ({ ...one, locator: undefined })));
  return cited.length ? `Sources: ${few(cited).join(', ')}` : '';
}
