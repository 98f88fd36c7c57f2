/**
 * What the kept ISO 3166 package cannot know about jurisdictions: their customs type, the state a territory belongs to, who is a member of
 * the European Union and since when, what became of states that are no more, and the everyday names of some. Read by `jurisdictions.ts`.
 *
 * A type says how a place stands in customs and treaty records. It recognises nobody, and takes no side in any dispute.
 */

/** A source of the library. Its name is what `cites` uses. */
export interface SourceFact {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** EDTF; absent where the page carries no date. */
  readonly published?: string;
}

/** What is to be said of one code beyond its ISO name. */
export interface JurisdictionFact {
  /** The title where the everyday name reads better than ISO's; ISO's name is then kept as an `also`. */
  readonly title?: string;
  /** Other names it goes by. */
  readonly also?: readonly string[];
  /** Absent: `state`. Null: no word of the language's list is true of it. */
  readonly type?: 'customs-territory' | 'dependent-territory' | 'customs-union' | null;
  /** The state it is a part of. */
  readonly partOf?: string;
  /** Why it is typed so, where a reader may wonder. */
  readonly note?: string;
  /** The source's name. */
  readonly cites?: string;
}

/** Members of a union that joined on one day. `to` is the last day of membership. */
export interface MembershipFact {
  readonly members: readonly string[];
  readonly from: string;
  readonly to?: string;
}

/** A state or territory that is no more, under its ISO 3166-3 code. */
export interface FormerFact {
  readonly code: string;
  /** Its last day, or as near to it as the source says. */
  readonly until: string;
  readonly successors: readonly string[];
  /** The first day of the successors; absent where they began on different days. */
  readonly from?: string;
  readonly note?: string;
  readonly cites: string;
}

export const SOURCES: readonly SourceFact[] = [
  {
    name: 'ISO-3166',
    title: 'Codes for the representation of names of countries and their subdivisions',
    publisher: 'International Organization for Standardization',
    url: 'https://www.iso.org/iso-3166-country-codes.html',
  },
  {
    name: 'EU-accessions',
    title: 'EU countries: when each joined',
    publisher: 'European Union',
    url: 'https://european-union.europa.eu/principles-countries-history/eu-countries_en',
  },
  {
    name: 'EU-withdrawal-agreement',
    title: 'Agreement on the withdrawal of the United Kingdom from the European Union',
    publisher: 'Official Journal of the European Union, L 29',
    published: '2020-01-31',
    url: 'https://eur-lex.europa.eu/eli/treaty/withd_2020/sign',
  },
  {
    name: 'WTO-members',
    title: 'Members and observers of the World Trade Organization',
    publisher: 'World Trade Organization',
    url: 'https://www.wto.org/english/thewto_e/whatis_e/tif_e/org6_e.htm',
  },
  {
    name: 'UN-treaty-history',
    title: 'Historical information on states and their succession',
    publisher: 'United Nations Treaty Collection',
    url: 'https://treaties.un.org/pages/HistoricalInfo.aspx',
  },
  {
    name: 'UN-treaty-making',
    title: 'Repertory of Practice: treaty-making of the Cook Islands and Niue',
    publisher: 'United Nations',
    url: 'https://legal.un.org/repertory/art102.shtml',
  },
  {
    name: 'UN-self-government',
    title: 'List of Non-Self-Governing Territories',
    publisher: 'United Nations',
    url: 'https://www.un.org/dppa/decolonization/en/nsgt',
  },
  {
    name: 'Antarctic-Treaty',
    title: 'The Antarctic Treaty',
    publisher: 'Secretariat of the Antarctic Treaty',
    published: '1959-12-01',
    url: 'https://www.ats.aq/e/antarctictreaty.html',
  },
  {
    name: 'Yugoslav-succession',
    title: 'Agreement on Succession Issues',
    publisher: 'United Nations Treaty Series, vol. 2262',
    published: '2001-06-29',
    url: 'https://treaties.un.org/doc/Publication/UNTS/Volume%202262/v2262.pdf',
  },
];

/** Territories by the state they belong to. Integral parts of a state that have a code of their own stand here too. */
export const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  AU: ['CC', 'CX', 'HM', 'NF'],
  DK: ['FO', 'GL'],
  FI: ['AX'],
  FR: ['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'],
  GB: ['AI', 'BM', 'FK', 'GG', 'GI', 'GS', 'IM', 'IO', 'JE', 'KY', 'MS', 'PN', 'SH', 'TC', 'VG'],
  NL: ['AW', 'BQ', 'CW', 'SX'],
  NO: ['BV', 'SJ'],
  NZ: ['TK'],
  US: ['AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
};

export const FACTS: Readonly<Record<string, JurisdictionFact>> = {
  AE: { also: ['UAE'] },
  AQ: {
    type: null,
    note: 'Part of no state: the treaty holds the claims to it in suspense, so no type of the list is true of it.',
    cites: 'Antarctic-Treaty',
  },
  BA: { also: ['Bosnia'] },
  BO: { title: 'Bolivia' },
  BN: { title: 'Brunei' },
  CD: { title: 'Congo (Kinshasa)', also: ['Democratic Republic of the Congo', 'DRC', 'DR Congo'] },
  CG: { title: 'Congo (Brazzaville)', also: ['Republic of the Congo'] },
  CI: { also: ['Ivory Coast'] },
  CK: {
    note: 'In free association with New Zealand, which conducts its defence; it makes treaties in its own name.',
    cites: 'UN-treaty-making',
  },
  CN: { also: ["People's Republic of China", 'PRC'] },
  CV: { also: ['Cape Verde'] },
  CZ: { also: ['Czech Republic'] },
  EH: {
    type: 'dependent-territory',
    note: 'On the list of Non-Self-Governing Territories without an administering power: so no state is named.',
    cites: 'UN-self-government',
  },
  EU: {
    also: ['European Community', 'European Economic Community'],
    type: 'customs-union',
    note: 'Members are counted from the founding of the Economic Community, whose agreements the Union carries on. The United Kingdom stayed in the customs territory until 2020-12-31.',
    cites: 'EU-accessions',
  },
  FM: { title: 'Micronesia' },
  GB: { title: 'United Kingdom', also: ['UK', 'Great Britain'] },
  HK: {
    also: ['Hong Kong, China'],
    type: 'customs-territory',
    partOf: 'CN',
    note: 'A separate customs territory that concludes customs agreements of its own. Part of China since 1997-07-01, of the United Kingdom before.',
    cites: 'WTO-members',
  },
  IR: { title: 'Iran' },
  KP: { title: 'North Korea', also: ['DPRK'] },
  KR: { title: 'South Korea', also: ['Republic of Korea', 'ROK'] },
  LA: { title: 'Laos' },
  MD: { title: 'Moldova' },
  MK: { also: ['FYROM'] },
  MM: { also: ['Burma'] },
  MO: {
    also: ['Macao, China', 'Macau'],
    type: 'customs-territory',
    partOf: 'CN',
    note: 'A separate customs territory that concludes customs agreements of its own. Part of China since 1999-12-20, of Portugal before.',
    cites: 'WTO-members',
  },
  NL: { title: 'Netherlands', also: ['Holland'] },
  NU: {
    note: 'In free association with New Zealand, which conducts its defence; it makes treaties in its own name.',
    cites: 'UN-treaty-making',
  },
  PG: { also: ['PNG'] },
  PS: { title: 'Palestine' },
  RU: { title: 'Russia' },
  SA: { also: ['KSA'] },
  SY: { title: 'Syria' },
  SZ: { also: ['Swaziland'] },
  TL: { also: ['East Timor'] },
  TR: { also: ['Turkey'] },
  TW: {
    title: 'Taiwan',
    also: ['Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu', 'Chinese Taipei'],
    type: 'customs-territory',
    note: 'Typed by what every customs record agrees on: it is a customs territory, and a member of the WTO as one since 2002-01-01. Nothing is said of its status beyond that, so no `part of` stands here either.',
    cites: 'WTO-members',
  },
  TZ: { title: 'Tanzania' },
  US: { title: 'United States', also: ['USA', 'United States of America'] },
  VA: { also: ['Vatican City', 'Vatican'] },
  VE: { title: 'Venezuela' },
  VN: { title: 'Vietnam' },
};

/** European Union. The founding six from the day the Treaty of Rome took effect. */
export const EU_MEMBERS: readonly MembershipFact[] = [
  { members: ['BE', 'DE', 'FR', 'IT', 'LU', 'NL'], from: '1958-01-01' },
  { members: ['DK', 'IE'], from: '1973-01-01' },
  { members: ['GB'], from: '1973-01-01', to: '2020-01-31' },
  { members: ['GR'], from: '1981-01-01' },
  { members: ['ES', 'PT'], from: '1986-01-01' },
  { members: ['AT', 'FI', 'SE'], from: '1995-01-01' },
  { members: ['CY', 'CZ', 'EE', 'HU', 'LT', 'LV', 'MT', 'PL', 'SI', 'SK'], from: '2004-05-01' },
  { members: ['BG', 'RO'], from: '2007-01-01' },
  { members: ['HR'], from: '2013-07-01' },
];

/**
 * States and territories of customs and treaty records that are no more, under their ISO 3166-3 codes: the two-letter code of Czechoslovakia
 * was given out a second time. Those that changed their name alone are no former ones, and stand as an `also`.
 */
export const FORMER: readonly FormerFact[] = [
  {
    code: 'ANHH',
    until: '2010-10-09',
    successors: ['BQ', 'CW', 'SX'],
    from: '2010-10-10',
    cites: 'UN-treaty-history',
  },
  {
    code: 'CSHH',
    until: '1992-12-31',
    successors: ['CZ', 'SK'],
    from: '1993-01-01',
    cites: 'UN-treaty-history',
  },
  {
    code: 'CSXX',
    until: '2006-06',
    successors: ['ME', 'RS'],
    from: '2006-06',
    note: 'Serbia carries on its membership of the United Nations and its treaties; Montenegro succeeded to them by declaration.',
    cites: 'UN-treaty-history',
  },
  {
    code: 'DDDE',
    until: '1990-10-02',
    successors: ['DE'],
    from: '1990-10-03',
    cites: 'UN-treaty-history',
  },
  {
    code: 'SUHH',
    until: '1991-12',
    successors: ['RU'],
    from: '1991-12',
    note: 'Russia carries on its membership of the United Nations and its treaties. The other republics are no successors here: each decided for itself, treaty by treaty.',
    cites: 'UN-treaty-history',
  },
  {
    code: 'YDYE',
    until: '1990-05-21',
    successors: ['YE'],
    from: '1990-05-22',
    cites: 'UN-treaty-history',
  },
  {
    code: 'YUCS',
    until: '1991/1992',
    successors: ['BA', 'CSXX', 'HR', 'MK', 'SI'],
    note: 'The Socialist Federal Republic. Its five successors, equal among themselves, began on different days.',
    cites: 'Yugoslav-succession',
  },
];
