/**
 * The grammar as data: what `scripts/syntax-tables.ts` makes of `agreement.langium`, and what the parser, completion and messages read.
 * Token names are keywords as they are written (`signed`, `{`) or terminals in capitals (`NAME`, `TEXT`, `VALUE`, `IN_FORCE`, `WORD`).
 */

import type { Run } from './run.ts';

/** Takes one token; `property` is where its index goes, `many` that the property is a list, `type` what a cross-reference refers to. */
export interface TokenStep {
  readonly is: 'token';
  readonly token: string;
  readonly property?: string;
  readonly many?: true;
  readonly type?: string;
}

/** Takes a node of one of `rules` (told apart by the next token) into `property`. */
export interface NodeStep {
  readonly is: 'node';
  readonly rules: readonly string[];
  readonly property: string;
  readonly many?: true;
}

/** Takes what the fragment `rule` says, into the same node. */
export interface FragmentStep {
  readonly is: 'fragment';
  readonly rule: string;
}

/** Takes one of several, told apart by the next token. */
export interface ChoiceStep {
  readonly is: 'choice';
  readonly options: readonly Step[];
}

/** Takes one after the other. */
export interface SequenceStep {
  readonly is: 'sequence';
  readonly steps: readonly Step[];
}

/** Takes `step` at most once. */
export interface OptionalStep {
  readonly is: 'optional';
  readonly step: Step;
}

/** Takes `step` as often as it comes. */
export interface RepeatStep {
  readonly is: 'repeat';
  readonly step: Step;
}

/** Takes `{ statements }`, or nothing. Always the last step of its rule. */
export interface BodyStep {
  readonly is: 'body';
  readonly property: string;
  readonly rules: readonly string[];
}

export type Step =
  | TokenStep
  | NodeStep
  | FragmentStep
  | ChoiceStep
  | SequenceStep
  | OptionalStep
  | RepeatStep
  | BodyStep;

/** A node while it is read; leaves are token indices. */
export interface MutableNode {
  readonly $type: string;
  readonly $first: number;
  $last: number;
  $broken: boolean;
  [property: string]: unknown;
}

/**
 * Reads the node that begins with a token and stands just as the grammar has it, up to its body, and moves the run behind it; undefined
 * where it does not stand so (then the run may be anywhere).
 */
export type Reader = (run: Run, first: number) => MutableNode | undefined;

/** All that the grammar says. */
export interface Grammar {
  /** Every kind of token, by its number: `?` (no part of the language), `end`, terminals, keywords. */
  readonly kinds: readonly string[];
  /** The terminals' regular expressions (source and flags). */
  readonly terminals: Readonly<Record<string, readonly [source: string, flags: string]>>;
  /** The ASCII characters a VALUE may begin with that begin no name; and the pairs it may begin with that also begin a name. */
  readonly valueStarts: string;
  readonly valuePairs: readonly string[];
  /** Words that stand inside statements: never taken for a name without `^`. */
  readonly connectives: readonly string[];
  /** The rule of the whole file. */
  readonly entry: string;
  /** The word that begins each declaration, and its rule. */
  readonly declarations: Readonly<Record<string, string>>;
  /** For each rule with a body: the words that begin its statements, and the statements' rules. */
  readonly bodies: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rules: Readonly<Record<string, Step>>;
  /** Rules whose parts go into the node of the rule that uses them. */
  readonly fragments: readonly string[];
  /** An empty node of each rule, with all its properties in place: so that all nodes of a rule have one shape. */
  readonly create: Readonly<Record<string, (first: number) => MutableNode>>;
}
