import type { Day } from '../dates/index.ts';
import type { Place } from '../findings.ts';
import type { Agreement, Declaration, Kind, Port, Role, Source, Span } from '../records/model.ts';
import type { Outline } from '../records/outline.ts';

/** A declaration of the common namespace; kinds have one of their own. */
export type Named = Exclude<Declaration, Kind>;

/** An agreement as far as others find it: where it begins, and what it and its kind are called. */
export type InBrief = Pick<Agreement, 'uri' | 'start'> & Pick<Outline, 'name' | 'kind'>;

/** What is known of an evidence file: nothing (`undefined`) where there is no disk. `sha256` in lower-case hexadecimal. */
export type Evidence =
  | { readonly state: 'missing' }
  | { readonly state: 'outside' }
  | { readonly state: 'present'; readonly sha256: string };

/**
 * All that rules may ask of the other records. Every answer is noted as something the asker depends on, so that a later change of it asks
 * for the findings again: a rule must read other declarations through these questions alone, and may read the declaration it was given and
 * whatever an answer holds freely.
 */
export interface Ask {
  /** The day for which statuses are judged. */
  readonly asOf: Day;
  /** Every declaration of that name, the library's included; kinds are not among them. */
  declared(name: string): readonly Named[];
  /** The one declaration of that name: undefined where there is none, or more than one (what is doubled counts as unknown). */
  lookup(name: string): Named | undefined;
  /** Whether there is more than one declaration of that name. */
  isDoubled(name: string): boolean;
  /** Every kind of that name. */
  kindsNamed(name: string): readonly Kind[];
  /** The one kind of that name: undefined where there is none, or more than one. */
  kind(name: string): Kind | undefined;
  /** The declarations that use the name in that role, each once. */
  users(role: Role, name: string): readonly Declaration[];
  /** The agreements that name it in `between`, in brief: some have hundreds, and of few of them more is wanted. */
  agreementsOf(party: string): readonly InBrief[];
  /** Whether any other declaration than its own uses the name in any role of its namespace. */
  isUsed(name: string, namespace: 'kinds' | 'names'): boolean;
  /** The ports with that LOCODE. */
  portsWithLocode(locode: string): readonly Port[];
  /**
   * Candidates: agreements of just that kind (no specializations) that have `a` in one side and `b` in another, as the sides' own
   * jurisdictions or, for a party without any, `@` and its name. Agreements with many sides may be among them without that.
   */
  agreementsBetween(kind: string, a: string, b: string): readonly Agreement[];
  /** Whether `agreementsBetween` gives more than one, which takes less to tell than which. */
  hasSeveralBetween(kind: string, a: string, b: string): boolean;
  /** Agreements of just that kind that have the atom in a side while another of their parties is not known. */
  agreementsPartlyKnown(kind: string, atom: string): readonly Agreement[];
  /** Names near to a name nobody declared, nearest first, at most three, among what the role may name. */
  nearest(name: string, role: Role): readonly string[];
  /**
   * Whether a name that is used and that nobody declared may be meant for this declaration, because it is near to it. Where very many names are
   * not declared, any may be.
   */
  mayBeMeant(declaration: Named): boolean;
  /** What the host knows of a source's evidence file; undefined where nobody looked. */
  evidence(source: Source): Evidence | undefined;
  /** A place in a declaration of any file, for related places; notes that the finding moves when that file is edited. */
  place(declaration: Declaration, span?: Span): Place;
  /** Whether the declaration stands in the library. */
  inLibrary(declaration: Declaration): boolean;
  /**
   * An answer that rests on the records alone, worked out once. About a name it is kept for whoever asks until a record changes; about a
   * record it is kept for this asker. `answer` is given both again, so that it need not be made anew for each question.
   */
  remember<A extends string | object, T>(topic: string, about: A, answer: (ask: Ask, about: A) => T): T;
  /** The codes of all rules. */
  readonly ruleCodes: readonly string[];
}
