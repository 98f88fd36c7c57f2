import type { Role } from './model.ts';

/** What the names in a node of each rule of the grammar are used for, by the properties that hold them. */
export const NAME_ROLES: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  Agreement: { kind: 'kind' },
  Kind: { base: 'base' },
  Demand: { word: 'demanded-kind' },
  Between: { parties: 'between' },
  Event: { parties: 'for', ports: 'at' },
  Signatory: { party: 'signatory' },
  Ports: { ports: 'ports' },
  Follows: { agreements: 'follows' },
  Amends: { agreements: 'amends' },
  Supersedes: { agreements: 'supersedes' },
  Under: { frames: 'under' },
  Recognizes: { programs: 'recognizes' },
  Of: { jurisdictions: 'of' },
  PartOf: { wholes: 'part-of' },
  Succeeds: { parties: 'succeeds' },
  SucceededBy: { parties: 'succeeded-by' },
  Members: { members: 'members' },
  RunBy: { parties: 'run-by' },
  Partners: { parties: 'partners' },
  Beneficiaries: { parties: 'beneficiaries' },
  Obligation: { bearers: 'bearer', toward: 'toward', ports: 'at' },
  Publisher: { party: 'publisher' },
  Citation: { source: 'cites' },
  Waiver: { subject: 'waiver-subject' },
};
