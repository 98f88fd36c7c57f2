import type { Agreement, EventRecord } from '../records/model.ts';
import { demandsAbout, type HeldDemand } from '../register/kinds.ts';
import { eventOf, isMoment } from '../register/moments.ts';
import { isStated } from '../status/demanded.ts';
import type { Rule } from './rule.ts';
import { demandPlace, sentence, severityOfDemand, withArticle } from './shared/demands.ts';

/** What the kind demands of the record itself is absent. */
export const missingStatement: Rule = {
  code: 'missing-statement',
  category: 'precedents',
  severity: 'by the kind',
  sentence: 'An agreement states what its kind demands: ports, obligations, sources, programs, or a moment.',
  why: `A declaration on container security is about ports, and a work plan is a list of steps: a record without them says that there
is an agreement, and not what it is. The kind tells which statements make a record of it complete, and how strongly.

The ports of events count (\`operational 2005 at Santos\`), and so does a citation anywhere in the agreement. A moment counts once its
event is recorded, for whichever of the parties; that something had *not* happened by a day is no event: the record is complete once it has.`,
  basis:
    'Container security declarations are made for named ports. Work plans consist of steps but are seldom published, so obligations and completion are only mentioned; few announcements tell the day of entry into force, so that is only mentioned too.',
  rejected: [
    {
      says: 'A CSI declaration expects ports.',
      text: 'agreement US-BR-CSI : »CSI« "Declaration of Principles with Brazil" { between US and BR signed 2005 }',
    },
    {
      says: 'A CMAA usually tells when it entered into force: that it had not by a day is no entry.',
      text: `agreement US-CV-CMAA : »CMAA« {
    between US and CV
    signed 2023-09-26
    not in force 2023-09-26
}`,
    },
    {
      says: 'A kind of one’s own may demand sources; `missing-source` then leaves it to this rule.',
      text: `kind Sourced-MRA specializes MRA { requires sources }
agreement US-BR-MRA : »Sourced-MRA« { between US and BR signed 2022-09-16 }`,
    },
  ],
  accepted: [
    {
      says: 'The port of an event is the agreement’s.',
      text: `port Santos { locode BRSSZ }
agreement US-BR-CSI : CSI {
    between US and BR
    signed 2005
    operational 2005-09-22 at Santos
}`,
    },
    {
      says: 'Entry into force, though nobody says when.',
      text: 'agreement US-BR-CMAA : CMAA { between US and BR signed 2002 in force unknown }',
    },
  ],
  checks: {
    agreement: (agreement, ask, report) => {
      for (const demand of demandsAbout(ask, agreement, 'statement')) {
        const word = demand.word.name;
        if (isStated(ask, agreement, demand) !== 'no') continue;
        const { start, end } = agreement.kind as { start: number; end: number };
        report({
          start,
          end,
          severity: severityOfDemand(demand),
          subjects: [word, agreement.kind?.name ?? ''],
          message: messageOf(agreement, demand),
          related: [demandPlace(ask, demand)],
        });
      }
    },
  },
};

type StatementDemand = Extract<HeldDemand, { readonly about: 'statement' }>;

const STRENGTHS = { requires: 'must state', expects: 'is expected to state', mentions: 'usually states' } as const;

function messageOf(agreement: Agreement, { word, strength }: StatementDemand): string {
  const kind = sentence(withArticle(agreement.kind?.name ?? ''));
  const name = agreement.name.name || 'this agreement';
  if (isMoment(word.name)) {
    const event = eventOf(word.name);
    const not = agreement.events.findLast((e) => e.negated && e.event === event && e.parties.length === 0);
    if (not)
      return `${kind} ${STRENGTHS[strength]} its ${word.name}, but ${name} states no more than \`${bound(not)}\`. Add \`${event} DATE\` once it has happened.`;
    return `${kind} ${STRENGTHS[strength]} its ${word.name}, but ${name} does not. Add \`${event} DATE\`, or \`${event} unknown\` where nobody says when.`;
  }
  return `${kind} ${STRENGTHS[strength]} ${word.name}, but ${name} states none. ${WAYS_OUT[word.name] ?? ''}`;
}

/** `not in force 2023-09-26`: to state beside it that the day is unknown would say that it has happened. */
function bound({ event, when }: EventRecord): string {
  return when?.date ? `not ${event} ${when.date.text}` : `not ${event}`;
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  ports: 'Add `ports NAME`, or say where it became operational: `operational DATE at NAME`.',
  obligations: 'Add what the parties undertake: `obligation NAME : PARTY must "…"`.',
  sources: 'Say where it is known from: `cites SOURCE`, or `per SOURCE` behind an event.',
  programs: 'Name the programs it recognizes, or the one it belongs to: `recognizes NAME`, `under NAME`.',
};
