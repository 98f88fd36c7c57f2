import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { type OrderFault, orderFaults, type Verdict } from '../register/precedence.ts';
import type { Report, Rule } from './rule.ts';
import { demandPlace, demands, sentence, severityOfDemand, withArticle } from './shared/demands.ts';
import { happened, inWords } from './shared/phrases.ts';

/** A precedent came certainly later than what it should precede. */
export const precedentOrder: Rule = {
  code: 'precedent-order',
  category: 'precedents',
  severity: 'by the kind',
  sentence:
    'A precedent, demanded or named in `follows`, was signed, and if completed completed, not later than what it precedes.',
  why: `A work plan that was signed after the arrangement it prepares prepared something else, or one of the two dates is wrong: a
day of announcement, of entry into force or of a website’s update stands where the day of signature should. Dates are compared as
vague as they were written, so this is reported only where no reading of them allows the order.

What \`follows\` names is claimed to have come first, so there it is always an error; what only the kind demands is judged as
strongly as it demands it. One precedent in time is enough; for an agreement of many sides each pair needs one. What was adopted and not signed, such as
a convention, is compared by its adoption.`,
  basis:
    'In the language’s examples no work plan and no mutual assistance agreement is later than its arrangement on mutual recognition; container security came before mutual assistance in Singapore, Malaysia and the United Arab Emirates, which is why there it is only information.',
  rejected: [
    {
      says: 'The plan is named as what came before, and was signed after.',
      text: `agreement US-BR-JWP : JWP { between US and BR signed 2023-02 }
agreement US-BR-MRA : MRA {
    between US and BR
    signed 2022-09-16
    follows »US-BR-JWP«
}`,
    },
    {
      says: 'The plan was signed before and completed after. Nobody names it, so the finding is on the kind that demands it.',
      text: `agreement US-BR-JWP : JWP { between US and BR signed 2014 completed 2023 }
agreement US-BR-MRA : »MRA« { between US and BR signed 2022-09-16 }`,
    },
    {
      says: '`follows` may name any agreement; it has to be older.',
      text: `agreement Later : Training { between US and MA signed 2013 }
agreement Earlier : Cooperation { between US and MA signed 2010 follows »Later« }`,
    },
  ],
  accepted: [
    {
      says: 'Signed and completed in time.',
      text: `agreement US-BR-JWP : JWP { between US and BR signed 2014 completed 2022-09-16 }
agreement US-BR-MRA : MRA { between US and BR signed 2022-09-16 follows US-BR-JWP }`,
    },
    {
      says: 'A second plan came late, but the first did in time.',
      text: `agreement Plan-1 : JWP { between US and BR signed 2014 }
agreement Plan-2 : JWP { between US and BR signed 2023 }
agreement US-BR-MRA : MRA { between US and BR signed 2022-09-16 }`,
    },
    {
      says: 'The dates leave it open.',
      text: `agreement US-BR-JWP : JWP { between US and BR signed 2022 }
agreement US-BR-MRA : MRA { between US and BR signed 2022-09-16 follows US-BR-JWP }`,
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      for (const fault of orderFaults(ask, agreement)) {
        if (fault.order === 'late') report(lateReport(ask, agreement, fault));
      }
    },
  },
};

function lateReport(ask: Ask, agreement: Agreement, fault: OrderFault): Report {
  const { named, demand } = fault;
  const { start, end } = named ?? (agreement.kind as { start: number; end: number });
  return {
    start,
    end,
    severity: named || !demand ? 'error' : severityOfDemand(demand),
    doubtful: fault.doubtful,
    subjects: subjectsOf(fault),
    message: named ? messageOnName(agreement, fault) : messageOnKind(agreement, fault),
    related: relatedTo(ask, fault),
  };
}

function messageOnName(agreement: Agreement, { verdicts }: OrderFault): string {
  const verdict = verdicts[0] as Verdict;
  return `${agreement.name.name} follows ${verdict.precedent.name.name}, but ${late(verdict)}, after ${itself(agreement, verdict)}. Mend the date that is wrong, or take ${verdict.precedent.name.name} out of \`follows\`.`;
}

function messageOnKind(agreement: Agreement, { demand, verdicts }: OrderFault): string {
  const { kind, moment } = demand as NonNullable<OrderFault['demand']>;
  const said = `${demands(agreement, demand as NonNullable<OrderFault['demand']>)} ${withArticle(kind.name)} before ${moment.name}`;
  return `${sentence(said)}, but ${inWords(verdicts.map(late))}, after ${itself(agreement, verdicts[0] as Verdict)}. Mend the date that is wrong, or record the ${kind.name} that came first.`;
}

function late({ precedent, decided }: Verdict): string {
  return decided ? `${precedent.name.name} ${happened(decided.event, decided.date)}` : precedent.name.name;
}

function itself(agreement: Agreement, { event, by }: Verdict): string {
  return `${agreement.name.name} ${happened(event, by.date)}`;
}

/** What a waiver of a finding about the order of precedents may name: the precedents, and the kind that is demanded. */
export function subjectsOf({ demand, verdicts }: OrderFault): readonly string[] {
  const names = verdicts.map((v) => v.precedent.name.name);
  const kinds = [...(demand ? [demand.kind.name] : []), ...verdicts.flatMap((v) => v.precedent.kind?.name ?? [])];
  return [...new Set([...names, ...kinds])];
}

/** The precedents' places, and the demand's. */
export function relatedTo(ask: Ask, { named, demand, verdicts }: OrderFault): NonNullable<Report['related']> {
  const places = verdicts.map(({ precedent, decided }) => ({
    ...ask.place(precedent, decided?.claim ?? precedent.name),
    message: decided
      ? `${precedent.name.name} ${happened(decided.event, decided.date)}.`
      : `${precedent.name.name} is here.`,
  }));
  return demand && !named ? [...places, demandPlace(ask, demand)] : places;
}
