import type { AgreementDate } from '../dates/index.ts';
import { before } from '../dates/index.ts';
import type { Agreement, Citation, Program, Source, Span } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import type { Reporter, Rule } from './rule.ts';
import { citationsOfEvent } from './shared/citing.ts';
import { agreementName } from './shared/clash.ts';
import { type KnownDate, knownDate, validDate } from './shared/dated.ts';
import { capitalized, dateInWords, happened, inWords, obligationName } from './shared/phrases.ts';

/** Events that are known only from what was published before them. */
export const sourceBeforeEvent: Rule = {
  code: 'source-before-event',
  category: 'sources',
  severity: 'information',
  sentence: 'An event that has happened is known from a source that was published no earlier.',
  why: `A page of May can announce a signature in June; it cannot report it. Where all sources of an event are older than the event, the record shows that it
was planned and not that it took place, or the dates of two pages were exchanged. A later page should be found that reports it.

Events after the as-of day may well be announced, and are left alone, as is \`expires\`, whose day the agreement itself lays down. An address that
is cited directly, or a source without a date of publication, may be of any day: then nothing is said.`,
  basis:
    'The customs mutual assistance agreement of the United States with India was signed on 2004-12-15 and announced on 2004-12-21: the usual order. Announcements of what is to be signed exist as well, and the day is not always kept.',
  rejected: [
    {
      says: 'A page of May is cited for a signature in June.',
      text: `source announcement { published 2015-05-28 }
agreement US-DO-JWP : JWP {
    between US and DO
    signed 2015-06-15 per »announcement "second paragraph"«
}`,
    },
    {
      says: 'Both sources are older, and an outcome is known only from the work plan.',
      text: `source plan { published 2015 }
source speech { published 2014-12 }
agreement US-DO-JWP : JWP {
    between US and DO
    completed 2018 per »plan, speech«
    obligation report : DO must "report" { fulfilled 2016 per »plan« }
}`,
    },
  ],
  accepted: [
    {
      says: 'A later source is there too.',
      text: `source announcement { published 2015-05-28 }
source release { published 2015-06-16 }
agreement US-DO-JWP : JWP {
    between US and DO
    signed 2015-06-15 per announcement, release
}`,
    },
    {
      says: 'What lies ahead may be announced, and an agreement says when it expires.',
      text: `source release { published 2023-09-26 }
agreement US-CV-CMAA : CMAA {
    between US and CV
    signed 2023-09-26 per release
    in force 2026-07 per release
    expires 2025 per release
}`,
    },
    {
      says: 'The month may hold both days, and an address or an undated source may be of any day.',
      text: `source list "List of work plans" { retrieved 2015-01-10 }
source release { published 2015-06 }
agreement US-DO-JWP : JWP {
    between US and DO
    negotiated 2015-03 per list
    signed 2015-06-15 per release
    completed 2018 per release, "https://www.example.org/completed"
}`,
    },
  ],
  checks: { agreement: check, program: checkOutcomes },
};

function check(agreement: Agreement, ask: Ask, report: Reporter): void {
  for (const event of agreement.events) {
    const when = validDate(event.when);
    if (!when || event.negated || event.event === 'expires') continue;
    const cites = citationsOfEvent(event);
    const all = allBefore(cites, when.date, ask);
    if (!all) continue;
    const what = `${agreementName(agreement)} ${happened(event.event, when.date)}`;
    reportCites({ cites, all, date: when.date, what, of: agreement }, ask, report);
  }
  checkOutcomes(agreement, ask, report);
}

function checkOutcomes(record: Agreement | Program, ask: Ask, report: Reporter): void {
  for (const obligation of record.obligations) {
    for (const { when, cites, outcome } of obligation.outcomes) {
      const known = validDate(when);
      const all = known && allBefore(cites, known.date, ask);
      if (!all) continue;
      const what = `${capitalized(obligationName(obligation))} was ${outcome} ${dateInWords(known.date)}`;
      reportCites({ cites, all, date: known.date, what, of: record }, ask, report);
    }
  }
}

/** Something dated, with what is cited for it. */
interface Cited {
  readonly cites: readonly Citation[];
  readonly all: readonly Publication[];
  readonly date: AgreementDate;
  /** What happened, and when. */
  readonly what: string;
  readonly of: Agreement | Program;
}

interface Publication {
  readonly source: Source;
  readonly published: KnownDate;
}

/** What is cited, where all of it was published before the date; else undefined. */
function allBefore(cites: readonly Citation[], date: AgreementDate, ask: Ask): readonly Publication[] | undefined {
  if (cites.length === 0 || date.max > ask.asOf) return undefined;
  const all: Publication[] = [];
  for (const cite of cites) {
    const publication = publicationOf(cite, ask);
    if (!publication || before(publication.published.date, date) !== 'certain') return undefined;
    all.push(publication);
  }
  return all;
}

function reportCites({ cites, all, date, what, of }: Cited, ask: Ask, report: Reporter): void {
  const said = inWords(all.map(({ source, published }) => `${source.name.name} of ${dateInWords(published.date)}`));
  report({
    ...stretch(cites),
    doubtful: date.doubtful || all.some(({ published }) => published.date.doubtful),
    message: `${what}, but all that is cited for it was published before: ${said}. Cite a source that reports it, or check the dates.`,
    subjects: [...new Set(all.map(({ source }) => source.name.name)), of.name.name],
    related: all.map(({ source, published }) => ({
      ...ask.place(source, published),
      message: `${source.name.name} was published ${dateInWords(published.date)}.`,
    })),
  });
}

function publicationOf(cite: Citation, ask: Ask): Publication | undefined {
  const source = cite.source && ask.lookup(cite.source.name);
  if (source?.type !== 'source') return undefined;
  const published = knownDate(source, 'published', source.published);
  return published && { source, published };
}

/** From the first citation to the last. */
function stretch(cites: readonly Citation[]): Span {
  return { start: Math.min(...cites.map((c) => c.start)), end: Math.max(...cites.map((c) => c.end)) };
}
