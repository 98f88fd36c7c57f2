import { inUnits } from '../../language/dates/index.ts';
import type { Agreement, Obligation, Program } from '../../language/records/model.ts';
import { describeObligationStatus, obligationStatus } from '../../language/status/index.ts';
import { bullets, escaped, few, lines, linkTo, linkToDeclaration, paragraphs } from './markdown.ts';
import { meaning, type Teller, when } from './teller.ts';

/** The obligations of an agreement or a program, each with its status; empty where it has none. */
export function describeObligations(teller: Teller, holder: Agreement | Program): string {
  const items = holder.obligations.map((obligation) => {
    const name = linkTo(teller.context, obligation.name.name || 'obligation', holder.uri, obligation.name);
    return `${name}: ${undertaking(teller, obligation)} – ${status(teller, holder, obligation)}`;
  });
  return items.length ? `Obligations:\n\n${bullets(items)}` : '';
}

/** One obligation: who owes what to whom, until when, and what has come of it. */
export function describeObligation(teller: Teller, holder: Agreement | Program, obligation: Obligation): string {
  const { ask } = teller.subject;
  const { due } = obligationStatus(ask, holder, obligation, ask.asOf);
  const { every, condition, outcomes, common } = obligation;
  const cited = teller.citations([...common.cites, ...outcomes.flatMap(({ cites }) => cites)]);
  return paragraphs([
    `**obligation ${escaped(obligation.name.name)}** of ${linkToDeclaration(teller.context, holder)}`,
    undertaking(teller, obligation),
    ...common.descriptions.map(({ value }) => value),
    lines([
      teller.dated('from', obligation.from),
      teller.dated('until', obligation.until),
      due && `due ${meaning(due)}${obligation.due?.moment ? `, counted from ${obligation.due.moment.name}` : ''}`,
      every?.unit && every.count > 0 && `every ${inUnits(every.count, every.unit)}`,
      condition && `if ${escaped(condition.value)}`,
      ...outcomes.map((one) => one.when && `${one.outcome} ${when(one.when)}`),
    ]),
    `Status: **${status(teller, holder, obligation)}**`,
    cited.length > 0 && `Sources: ${few(cited).join(', ')}`,
  ]);
}

function undertaking(teller: Teller, { bearers, modality, what, toward, ports }: Obligation): string {
  return [
    teller.names(bearers),
    modality,
    what && `“${escaped(what.value)}”`,
    toward.length > 0 && `toward ${teller.names(toward)}`,
    ports.length > 0 && `at ${teller.names(ports)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function status({ subject: { ask } }: Teller, holder: Agreement | Program, obligation: Obligation): string {
  return escaped(describeObligationStatus(obligationStatus(ask, holder, obligation, ask.asOf)));
}
