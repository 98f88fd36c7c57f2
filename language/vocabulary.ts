/**
 * The closed lists of the language, each word with what it means in one line. They are no keywords: rules say which words are known, and
 * completion and hovers show the meanings.
 */

/** Words of a closed list by their spelling, each with its meaning, in the order in which they are offered. */
export type Vocabulary = Readonly<Record<string, string>>;

/** What a party may be: `type` in a party, and `of type` in a demand on parties. */
export const PARTY_TYPES = {
  state: 'A state itself, as the treaty names it.',
  'government-agency': 'A ministry or another agency of a government that is no customs administration.',
  'customs-administration': 'The authority that administers a jurisdiction’s customs law.',
  'representative-office': 'An office that acts for a jurisdiction without diplomatic relations, such as AIT or TECRO.',
  'international-organization': 'An organization of states or of their administrations, such as the WCO.',
  industry: 'A company or an association of companies.',
} as const satisfies Vocabulary;

/** What a demand on parties may ask for: a type of party, or that a jurisdiction stands there itself. */
export const DEMANDED_PARTY_TYPES = {
  ...PARTY_TYPES,
  jurisdiction: 'A jurisdiction stands there itself, not a party that acts for it.',
} as const satisfies Vocabulary;

/** What a program may be: `type` in a program, and `program of type` in a demand. */
export const PROGRAM_TYPES = {
  AEO: 'Authorized economic operators: trusted traders that a customs administration has validated.',
  'container-security': 'Containers are screened before they leave for the country of destination.',
  'capacity-building': 'Training, advice or equipment for another administration.',
  operation: 'A joint operation against smuggling or fraud, limited in time.',
  'information-system': 'A system through which administrations exchange or publish data.',
  standard: 'A standard or a framework that administrations follow.',
  'trusted-traveller': 'Travellers who were vetted pass the border faster.',
  'training-centre': 'A place at which officers of several administrations are trained.',
  targeting: 'Consignments or travellers are chosen for inspection by their risk.',
} as const satisfies Vocabulary;

/** What a jurisdiction may be: `type` in a jurisdiction. */
export const JURISDICTION_TYPES = {
  state: 'A state.',
  'customs-union': 'Several customs territories with one external tariff, such as the European Union.',
  'customs-territory': 'A territory with a customs law of its own within a state, such as Hong Kong.',
  'dependent-territory': 'A territory that depends on a state without being an integral part of it.',
  former: 'A jurisdiction that is no more.',
} as const satisfies Vocabulary;

/** How goods and travellers reach a port: `mode` in a port. */
export const MODES = {
  sea: 'Seagoing ships.',
  land: 'Roads.',
  air: 'Aircraft.',
  rail: 'Trains.',
  inland: 'Inland waterways, or a terminal away from the border.',
} as const satisfies Vocabulary;

/** What a kind may demand that an agreement states at least once. */
export const DEMAND_WORDS = {
  ports: 'The agreement names at least one port.',
  obligations: 'The agreement holds at least one obligation.',
  sources: 'The agreement cites at least one source.',
  programs: 'The agreement recognizes, or belongs to, at least one program.',
} as const satisfies Vocabulary;

/** The nouns for events: in demands (`JWP before signature`, `mentions entry`) and deadlines (`due 90 days after signature`). */
export const MOMENT_MEANINGS = {
  negotiation: 'When it was negotiated.',
  adoption: 'When its text was adopted.',
  signature: 'When it was signed.',
  ratification: 'When it was ratified.',
  entry: 'When it entered into force.',
  operation: 'When it became operational, as at a port.',
  completion: 'When what it provides for was completed.',
  expiry: 'When it expires.',
  termination: 'When it was terminated.',
  withdrawal: 'When a party withdrew from it.',
} as const satisfies Vocabulary;

/** The words that begin an event. */
export const EVENT_MEANINGS = {
  negotiated: 'Negotiations took place or were concluded.',
  adopted: 'The text was adopted, as by a conference or a council.',
  signed: 'It was signed.',
  ratified: 'It was ratified, accepted or approved.',
  provisional: 'It is applied provisionally, before its entry into force.',
  'in force': 'It entered into force.',
  operational: 'It is put into practice; `at` names the ports. It may happen more than once.',
  completed: 'All it provides for has been done.',
  suspended: 'Its operation was suspended. It may happen more than once.',
  resumed: 'Its operation was resumed. It may happen more than once.',
  expires: 'It ends, or ended, by its own terms.',
  terminated: 'It was ended by the parties.',
  withdrawn: 'A party left it; `for` names the party.',
} as const satisfies Vocabulary;

/** The units of deadlines and recurrences. */
export const UNITS = {
  days: 'Calendar days.',
  weeks: 'Weeks of seven days.',
  months: 'Calendar months; a month that is too short ends the term on its last day.',
  years: 'Calendar years.',
} as const satisfies Vocabulary;

/** Whether the word is in the list. */
export function isWordOf(vocabulary: Vocabulary, word: string): boolean {
  return Object.hasOwn(vocabulary, word);
}

/** The words that a place in a source begins with, as a pattern: `p. 4`, `Article 3`. In any case of letters. */
export const LOCATOR =
  'pp?|pages?|arts?|articles?|annex(?:es)?|appendix|paras?|paragraphs?|secs?|sections?|ch|chap|chapters?|cl|clauses?|fn|footnotes?|notes?|no|items?|tables?|vol|title|part|preamble|schedule|slides?';
