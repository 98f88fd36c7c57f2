/** The types a party may state: what sort of body it is. */
export const PARTY_TYPES: readonly string[] = [
  'state',
  'government-agency',
  'customs-administration',
  'representative-office',
  'international-organization',
  'industry',
];

/** The types a program may state. */
export const PROGRAM_TYPES: readonly string[] = [
  'AEO',
  'container-security',
  'capacity-building',
  'operation',
  'information-system',
  'standard',
  'trusted-traveller',
  'training-centre',
  'targeting',
];

/** The types a jurisdiction may state. */
export const JURISDICTION_TYPES: readonly string[] = [
  'state',
  'customs-union',
  'customs-territory',
  'dependent-territory',
  'former',
];

/** The modes of transport that a port may serve. */
export const MODES: readonly string[] = ['sea', 'land', 'air', 'rail', 'inland'];

/** What a kind may demand of its parties' types: a party's own, or that a jurisdiction stands there itself. */
export const DEMANDED_PARTY_TYPES: readonly string[] = [...PARTY_TYPES, 'jurisdiction'];

/** The statements that a kind may demand besides moments. */
export const DEMANDED_STATEMENTS: readonly string[] = ['ports', 'obligations', 'sources', 'programs'];
