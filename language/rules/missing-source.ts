import type { Agreement } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { demandsOf } from '../register/kinds.ts';
import { kindOf } from '../register/known.ts';
import type { Reporter, Rule } from './rule.ts';
import { citesAny } from './shared/citing.ts';

/** Agreements that nothing is cited for. */
export const missingSource: Rule = {
  code: 'missing-source',
  category: 'sources',
  severity: 'warning',
  sentence: 'An agreement cites at least one source.',
  why: `A date without its source cannot be checked, and cannot be weighed against another one. Most customs arrangements are published nowhere in full:
what is known of them is known from announcements, lists and speeches, which differ in how exact and how close to the event they are. One
citation is the least that makes a record of an agreement out of a line of text.

Any citation in the agreement counts: \`cites\`, \`per\` behind an event, an outcome or a figure, by the name of a source or by an address. Where its
kind demands \`sources\`, \`missing-statement\` reports the gap with the strength of that demand, and this rule leaves it alone.`,
  basis:
    'Each agreement of the language’s examples has a source that says so. Some of the dates that sources give are exact only to the month, or only bounded, and sometimes two sources disagree.',
  rejected: [
    {
      says: 'Nothing in it says where it is known from; the finding sits on its name.',
      text: `agreement »US-BR-CMAA« : CMAA {
    between US and BR
    signed 2002
    note "Listed among the agreements of the United States"
    obligation share : US and BR must "share information" { due 2003 }
}`,
    },
    {
      says: 'A source that is declared and not cited is no citation.',
      text: `source cbp-list "List of agreements" { url "https://www.example.org/list" }
agreement »US-BR-CMAA« : CMAA { between US and BR signed 2002 }`,
    },
  ],
  accepted: [
    {
      says: 'A source behind the event.',
      text: `source cbp-list "List of agreements" { url "https://www.example.org/list" }
agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002 per cbp-list
}`,
    },
    {
      says: 'For the agreement as a whole, for a figure, or for the outcome of an obligation.',
      text: `agreement US-BR-CMAA : CMAA { between US and BR cites "https://www.example.org/list" }
agreement US-BR-JWP : JWP {
    between US and BR
    figure "officers trained" 562 over 2016/2024 per "https://www.example.org/report"
}
agreement US-CL-JWP : JWP {
    between US and CL
    obligation report : CL must "report" { fulfilled 2016 per "https://www.example.org/news" }
}`,
    },
    {
      says: 'The kind demands sources: `missing-statement` says so.',
      text: `kind Sourced specializes Cooperation { expects sources }
agreement US-BR-Cooperation : Sourced { between US and BR signed 2015 }`,
    },
  ],
  checks: { agreement: check },
};

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  if (citesAny(agreement) || agreement.isCutShort || demandsSources(agreement, ask)) return;
  const { name, start, end } = agreement.name;
  report({
    start,
    end,
    message: `${name || 'This agreement'} cites no source. Say where it is known from: \`cites SOURCE\`, or \`per SOURCE\` behind an event.`,
    subjects: [name],
  });
}

function demandsSources(agreement: Agreement, ask: Ask): boolean {
  const kind = kindOf(ask, agreement);
  return kind !== undefined && demandsOf(ask, kind).some((d) => d.about === 'statement' && d.word.name === 'sources');
}
