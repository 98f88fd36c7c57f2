/** A part of a form, behind the words that begin it. */
export interface Part {
  /** As it is written: `at PORTS`, `DATE`. What stands in capitals is to be filled in. */
  readonly text: string;
  /** What it says, in a line. */
  readonly meaning: string;
  /** It may be left out. */
  readonly optional?: true;
  /** What stands before it where that is no blank. */
  readonly joint?: string;
}

/** How a statement, or the header of a declaration, is written; what completion, signature help and hovers say of a keyword. */
export interface Form {
  /** The rule of the grammar: a node's `$type`. */
  readonly rule: string;
  /** The rule of the only body it holds for, where the same statement means something else in another. */
  readonly body?: string;
  /** What it begins with: `signed`, `in force`, `part of`. */
  readonly words: string;
  readonly parts: readonly Part[];
  /** What it says, in a sentence or two. Markdown. */
  readonly meaning: string;
  /** A statement as it may stand in a body; a whole declaration for a header. */
  readonly example: string;
}

export const DATE: Part = {
  text: 'DATE',
  meaning: 'As vague as the source has it: `2015`, `2015-06`, `2022-09-16`, `unknown`.',
};

export const PER: Part = {
  text: 'per SOURCE "locator", …',
  optional: true,
  meaning:
    'The sources that say so: names of sources or addresses in quotes, each with the place in it where that is known.',
};

/** A part that may be left out. */
export function optional(text: string, meaning: string): Part {
  return { text, meaning, optional: true };
}

/** A part that must be there. */
export function part(text: string, meaning: string): Part {
  return { text, meaning };
}
