import type { AgreementDate } from '../dates/index.ts';

/**
 * The records of the language: plain, serializable data, one `FileRecords` a file. Rules, statuses, views and exports read these and
 * nothing else. Everything written more than once where it may stand once is in `repeated`; what is absent or was lost in a syntax error is
 * `undefined` or an empty list. All offsets are UTF-16 offsets into the file's text; ends are exclusive.
 */

/** A stretch of a file, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a name is used for: the statement (or the part of one) in which it stands. It decides what the name must be. */
export type Role =
  | 'kind' // the kind in an agreement's header
  | 'base' // specializes
  | 'demanded-kind' // requires JWP before …
  | 'between'
  | 'for'
  | 'signatory' // by "…" of PARTY
  | 'at'
  | 'ports'
  | 'follows'
  | 'amends'
  | 'supersedes'
  | 'under'
  | 'recognizes'
  | 'of' // of JURISDICTION, in parties and ports
  | 'part-of'
  | 'succeeds'
  | 'succeeded-by'
  | 'members'
  | 'run-by'
  | 'partners'
  | 'beneficiaries'
  | 'bearer'
  | 'toward'
  | 'publisher'
  | 'cites' // cites SOURCE and per SOURCE
  | 'waiver-subject';

/** A name in use. `name` is in NFC and without `^`; the span covers it as written. */
export interface Name extends Span {
  readonly name: string;
  readonly role: Role;
  /** In a list: nothing parts it from the name before, which is a syntax error; the two may be meant as one. */
  readonly isUnparted?: true;
}

/** A name that is declared here, or a word of a closed list (a type, a mode, a moment, a rule), with its place. */
export interface Word extends Span {
  readonly name: string;
  /** In a list: nothing parts it from the word before, which is a syntax error; the two may be meant as one. */
  readonly isUnparted?: true;
  /** Of a declaration: it goes on with what could not be read, so that the declaration may have another name. */
  readonly isPartial?: true;
}

/** A text without its quotes; the span covers the quotes. */
export interface Text extends Span {
  readonly value: string;
  /** Nothing closes it, which is a syntax error: where it ends is a guess. */
  readonly isUnclosed?: true;
}

/** A date as written. `date` is undefined where it is no date of the language: `invalid-date` says so, and no other rule builds on it. */
export interface When extends Span {
  readonly date: AgreementDate | undefined;
}

/** A source that is cited, by name or by address, and the place in it. Exactly one of `source` and `url` is there. */
export interface Citation extends Span {
  readonly source: Name | undefined;
  readonly url: Text | undefined;
  readonly locator: Text | undefined;
}

/** A number that the record states: `figure "members" at least 122`. `value` is NaN where it is no number. */
export interface Figure extends Span {
  readonly label: Text;
  readonly atLeast: boolean;
  readonly value: number;
  readonly over: When | undefined;
  readonly cites: readonly Citation[];
}

/** `waive RULE of SUBJECT because "…"`: silences the rule in the record that holds it (`scope`) and in what is nested in that. */
export interface Waiver extends Span {
  readonly rule: Word;
  readonly subject: Name | undefined;
  readonly reason: Text;
  readonly scope: Span;
  /** Whether a part of it could not be read: nobody can tell whether it is of use. */
  readonly isCutShort?: true;
}

/** What every body may say. Records without any such statement share one empty value. */
export interface Common {
  readonly descriptions: readonly Text[];
  readonly notes: readonly Text[];
  readonly also: readonly Text[];
  readonly marks: readonly Text[];
  readonly translations: readonly { readonly language: Word; readonly text: Text }[];
  readonly cites: readonly Citation[];
  readonly figures: readonly Figure[];
  readonly waivers: readonly Waiver[];
}

/** A statement that may stand once and stands again: `word` is how it begins, the span is the later one's, `first` the earlier one's. */
export interface Repeated extends Span {
  readonly word: string;
  readonly first: Span;
}

/** A list of names in one statement. The span covers the whole statement. */
export interface List extends Span {
  readonly names: readonly Name[];
  /** A syntax error cut the list short: other names may have been lost, and what it says counts as unknown. */
  readonly isCutShort?: true;
}

/** A list of words of a closed list in one statement: `type AEO, operation`. */
export interface Words extends Span {
  readonly words: readonly Word[];
  /** A syntax error cut the list short: other words may have been lost. */
  readonly isCutShort?: true;
}

/** `since DATE per …` and its like: a dated statement. `when` is undefined where the date is missing. */
export interface Dated extends Span {
  readonly when: When | undefined;
  readonly cites: readonly Citation[];
}

export interface DeclarationBase extends Span {
  /** The file that declares it. */
  readonly uri: string;
  /** Its name where it is declared. A declaration whose name was lost in an error has the empty name, and nothing can refer to it. */
  readonly name: Word;
  readonly title: Text | undefined;
  /** From `{` to behind `}`; undefined where there is no body. */
  readonly body: Span | undefined;
  readonly common: Common;
  readonly repeated: readonly Repeated[];
  /** Every name used anywhere in the declaration, in the order of the text; the very objects that stand in the other properties. */
  readonly names: readonly Name[];
}

/** The words that begin an event. */
export type EventWord =
  | 'negotiated'
  | 'adopted'
  | 'signed'
  | 'ratified'
  | 'provisional'
  | 'in force'
  | 'operational'
  | 'completed'
  | 'suspended'
  | 'resumed'
  | 'expires'
  | 'terminated'
  | 'withdrawn';

export interface Signatory {
  readonly person: Text;
  readonly party: Name | undefined;
}

/** One claim of an event: `signed 2015 in "…" by … per …`. The span covers the statement without its body. */
export interface EventRecord extends Span {
  readonly event: EventWord;
  /** `not in force 2025-04`: by then it had not happened. A bound, no event. */
  readonly negated: boolean;
  readonly when: When | undefined;
  readonly place: Text | undefined;
  readonly ports: readonly Name[];
  /** `for PARTIES`: it holds for these alone. Empty: for all. */
  readonly parties: readonly Name[];
  readonly signatories: readonly Signatory[];
  readonly cites: readonly Citation[];
  /** Where `preferred` stands; undefined where it does not. */
  readonly preferred: Span | undefined;
  readonly common: Common;
}

export type Modality = 'must' | 'must not' | 'should' | 'should not' | 'may' | 'may not';
export type Unit = 'day' | 'week' | 'month' | 'year';

/** `due DATE`, or `due N days after MOMENT` (then `count` and `unit` are there, and `when` is not). A `count` that cannot be read is NaN. */
export interface Due extends Span {
  readonly when: When | undefined;
  readonly count: number | undefined;
  readonly unit: Unit | undefined;
  readonly moment: Word | undefined;
}

export interface Outcome extends Dated {
  readonly outcome: 'fulfilled' | 'breached';
}

/** What a party undertakes. `end` is behind its body. From outside it is named `AGREEMENT.name`. */
export interface Obligation extends Span {
  readonly name: Word;
  readonly bearers: readonly Name[];
  readonly modality: Modality;
  readonly what: Text | undefined;
  readonly toward: readonly Name[];
  readonly ports: readonly Name[];
  readonly body: Span | undefined;
  readonly from: Dated | undefined;
  readonly until: Dated | undefined;
  readonly due: Due | undefined;
  /** `every N months`: `count` is NaN where it cannot be read, `unit` undefined where it is missing. */
  readonly every: (Span & { readonly count: number; readonly unit: Unit | undefined }) | undefined;
  readonly condition: Text | undefined;
  readonly outcomes: readonly Outcome[];
  readonly common: Common;
  readonly repeated: readonly Repeated[];
}

export interface Agreement extends DeclarationBase {
  readonly type: 'agreement';
  readonly kind: Name | undefined;
  readonly between: List | undefined;
  readonly events: readonly EventRecord[];
  readonly obligations: readonly Obligation[];
  /** Statements `ports …`; the ports of events `at …` are the agreement's too. */
  readonly ports: readonly List[];
  readonly follows: readonly List[];
  readonly amends: readonly List[];
  readonly supersedes: readonly List[];
  readonly under: readonly List[];
  readonly recognizes: readonly List[];
  /** `binding yes` is true; undefined: as its kind says. */
  readonly binding: (Span & { readonly value: boolean }) | undefined;
  /** Whether something in it could not be read: what it seems to lack may stand there. */
  readonly isCutShort: boolean;
}

export interface Source extends DeclarationBase {
  readonly type: 'source';
  readonly publisher: (Span & { readonly party: Name | undefined; readonly text: Text | undefined }) | undefined;
  readonly published: Dated | undefined;
  readonly retrieved: Dated | undefined;
  readonly url: Text | undefined;
  readonly file: (Span & { readonly path: Text; readonly sha256: Text | undefined }) | undefined;
}

export interface Party extends DeclarationBase {
  readonly type: 'party';
  readonly types: readonly Words[];
  readonly of: readonly List[];
  readonly partOf: readonly List[];
  readonly since: Dated | undefined;
  readonly until: Dated | undefined;
  readonly succeeds: readonly List[];
  /** Whether something of it could not be read, which may say what it acts for. */
  readonly isCutShort: boolean;
}

export interface Program extends DeclarationBase {
  readonly type: 'program';
  readonly types: readonly Words[];
  readonly runBy: List | undefined;
  readonly partners: readonly List[];
  readonly beneficiaries: readonly List[];
  readonly ports: readonly List[];
  readonly since: Dated | undefined;
  readonly until: Dated | undefined;
  readonly obligations: readonly Obligation[];
  /** Whether something of it could not be read, which may say its type or who runs it. */
  readonly isCutShort: boolean;
}

export interface Port extends DeclarationBase {
  readonly type: 'port';
  readonly locode: Word | undefined;
  readonly of: readonly List[];
  /** WGS 84 degrees; NaN where a part is no number. */
  readonly located: (Span & { readonly latitude: number; readonly longitude: number }) | undefined;
  readonly modes: readonly Words[];
  readonly since: Dated | undefined;
  readonly until: Dated | undefined;
}

/** `members AT, BE from 1958-01-01 to 2020-01-31`; an absent end is open. */
export interface Membership extends List {
  readonly from: When | undefined;
  readonly to: When | undefined;
}

export interface Jurisdiction extends DeclarationBase {
  readonly type: 'jurisdiction';
  readonly types: readonly Words[];
  readonly members: readonly Membership[];
  readonly partOf: readonly List[];
  readonly since: Dated | undefined;
  readonly until: Dated | undefined;
  readonly succeededBy: readonly (List & { readonly from: When | undefined })[];
}

export type Strength = 'requires' | 'expects' | 'mentions';

/** What a kind demands; the span covers the statement. */
export type Demand = Span & { readonly strength: Strength } & (
    | {
        readonly about: 'parties';
        /** NaN, as `max` is then, where the number cannot be read: how many are demanded is unknown. */
        readonly min: number;
        /** Infinity for `or more`. */
        readonly max: number;
        readonly types: readonly Word[];
      }
    | { readonly about: 'program'; readonly programType: Word }
    | { readonly about: 'precedent'; readonly kind: Name; readonly moment: Word }
    /** `ports`, `obligations`, `sources`, `programs`, or a MOMENT alone. */
    | { readonly about: 'statement'; readonly word: Word }
  );

export interface Kind extends DeclarationBase {
  readonly type: 'kind';
  readonly base: Name | undefined;
  readonly demands: readonly Demand[];
  readonly binding: (Span & { readonly value: boolean }) | undefined;
}

export type Declaration = Agreement | Source | Party | Program | Port | Jurisdiction | Kind;
export type DeclarationType = Declaration['type'];

/** A change of a file's text: UTF-16 offsets, end exclusive. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** A fault that shows in the reading of the text itself, before any other record is looked at. */
export interface Flaw extends Span {
  readonly code: 'syntax' | 'invalid-date';
  readonly message: string;
  /** Each a whole mend; several where the text may be read in several ways. */
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] }[];
}

/** All that one file says. */
export interface FileRecords {
  readonly uri: string;
  /** Offset of each line's first UTF-16 unit; the first is 0. */
  readonly lineStarts: Uint32Array;
  /** The text's length in UTF-16 units. */
  readonly length: number;
  readonly declarations: readonly Declaration[];
  readonly flaws: readonly Flaw[];
  /** The names that stand where something could not be read: each may be a use. */
  readonly lost: readonly string[];
}
