/** How the parts of the language are called in sentences, by the names they have in the grammar. */

/** What a cross-reference names. */
const types: Readonly<Record<string, string>> = {
  Actor: 'a party or jurisdiction',
  Agreement: 'an agreement',
  Declaration: 'a kind, a party or another record',
  Frame: 'a program or agreement',
  Jurisdiction: 'a jurisdiction',
  Kind: 'a kind of agreement',
  Party: 'a party',
  Port: 'a port',
  Program: 'a program',
  Source: 'a source',
};

/** What a property of a rule wants, and an example of it: `Rule.property`, or the property alone. */
const parts: Readonly<Record<string, readonly [what: string, example: string]>> = {
  date: ['a date', '2015 or 2015-06'],
  'AgreementHead.kind': ['the kind of the agreement', '`: MRA`'],
  'KindHead.base': ['the kind it specializes', '`specializes MRA`'],
  'ObligationHead.name': ['a name for the obligation', '`obligation share-data : CBP must "…"`'],
  'ObligationHead.modality': ['`must`, `should` or `may`', '`must "…"`'],
  'ObligationHead.what': ['what is to be done, in quotes', '`must "exchange information"`'],
  'Between.parties': ['the parties', '`between CBP and RFB`'],
  'Citation.source': ['a source', '`cbp-brazil-mra` or "https://…"'],
  'Citation.locator': ['a place in the source', '"p. 4"'],
  'Demand.word': ['what is demanded', '`JWP before signature`, `parties 2` or `ports`'],
  'Demand.moment': ['a moment', '`signature` or `entry`'],
  'Due.moment': ['a moment', '`signature` or `entry`'],
  'Due.unit': ['`days`, `weeks`, `months` or `years`', '`90 days after signature`'],
  'Event.place': ['a place in quotes', '`in "Washington, DC"`'],
  'Event.signatories': ['a signatory in quotes', '`by "Troy Miller" of CBP`'],
  'Event.event': ['an event', '`in force` or `signed`'],
  'Every.value': ['a number', '`every 6 months`'],
  'Every.unit': ['`days`, `weeks`, `months` or `years`', '`every 6 months`'],
  'Evidence.path': ['the path of a file in quotes', '"evidence/report.pdf"'],
  'Evidence.digest': ['a digest in quotes', '`sha256 "9f86d0…"`'],
  'Figure.label': ['what is counted, in quotes', '`figure "officers trained" 562`'],
  'Figure.value': ['a number', '562'],
  'If.condition': ['a condition in quotes', '`if "the budget allows"`'],
  'Located.latitude': ['a latitude and a longitude', '`located 35.8898, -5.5013`'],
  'Located.longitude': ['a longitude', '`located 35.8898, -5.5013`'],
  'Locode.code': ['a UN/LOCODE', '`locode MAPTM`'],
  'Mode.values': ['a mode', '`sea` or `air`'],
  'PartiesDemand.min': ['a number', '`parties 2`'],
  'PartiesDemand.max': ['a number', '`parties 2 to 4`'],
  'PartiesDemand.types': ['a type of party', '`customs-administration`'],
  'ProgramDemand.type': ['a type of program', '`AEO`'],
  'Publisher.party': ['a party, or a text in quotes', '`publisher CBP`'],
  'Signatory.person': ['a signatory in quotes', '`by "Troy Miller" of CBP`'],
  'Translation.language': ['a language', '`name es "…"`'],
  'Type.values': ['a type', '`customs-administration` or `AEO`'],
  'Url.url': ['an address in quotes', '`url "https://…"`'],
  'Waiver.rule': ['the name of a rule', '`missing-precedent`'],
  'Waiver.reason': ['a reason in quotes', '`because "none was published"`'],
};

/** An example of each declaration's header. */
export const headers: Readonly<Record<string, string>> = {
  Agreement: 'agreement US-BR-MRA',
  Jurisdiction: 'jurisdiction EU',
  Kind: 'kind MRA',
  Party: 'party CBP',
  Port: 'port TangerMed',
  Program: 'program CTPAT',
  Source: 'source cbp-brazil-mra',
};

/** What a keyword introduces that must stand where it is missing, with an example. */
export const purposes: Readonly<Record<string, string>> = {
  'Waiver.because': 'a reason, such as `because "none was published"`',
  'ObligationHead.:': 'who is obliged, such as `: CBP must "…"`',
  'Located.,': 'a longitude, such as `35.8898, -5.5013`',
  'Due.after': 'a moment, such as `90 days after signature`',
};

/** An example of what the words of a rule introduce. */
export const examples: Readonly<Record<string, string>> = {
  Figure: '`at least 122`',
  PartOf: '`part of DHS`',
  PartiesDemand: '`parties 3 or more` or `parties 2 of type state`',
  ProgramDemand: '`program of type AEO run by each party`',
  RunBy: '`run by CBP`',
  SucceededBy: '`succeeded by CZ, SK`',
};

/** The statements that are meant when a declaration is begun within a body. */
export const instead: Readonly<Record<string, string>> = {
  agreement: 'follows',
  jurisdiction: 'of',
  party: 'between',
  port: 'ports',
  program: 'recognizes',
  source: 'cites',
};

/** The thing that a rule describes, with its article: `an agreement`, `an event`. */
export function thing(rule: string): string {
  const word = rule.toLowerCase();
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** What a cross-reference to a type names: `a party or jurisdiction`. */
export function typeNoun(type: string): string {
  return types[type] ?? thing(type);
}

/** What belongs into a property of a rule, with an example where there is one. */
export function partNoun(rule: string, property: string): readonly [what: string, example: string] | undefined {
  return parts[`${rule}.${property}`] ?? parts[property];
}

/** `A`, `A or B`, `A, B or C`. */
export function either(items: readonly string[], word = 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
