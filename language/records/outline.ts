import type { Agreement, Declaration, FileRecords, Name } from './model.ts';

/** A name in use: what it is used for, and not where. */
export type Use = Pick<Name, 'name' | 'role'>;

/** What an outline tells of an agreement. Offsets are UTF-16 offsets into its file, ends are exclusive. */
export interface OutlineFacts {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly called: string;
  /** Where its title stands, quotes included; both are 0 where it has none. */
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly ofKind: string | undefined;
  /** The names in `between`; none where it has no such statement. */
  readonly parties: readonly string[];
}

/**
 * An agreement as far as others find it. It has no objects of its own: there may be 100,000 of these, and each object that lives long costs
 * more than to read the agreement.
 */
export class Outline implements OutlineFacts {
  readonly type = 'agreement';
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly called: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly ofKind: string | undefined;
  readonly parties: readonly string[];

  constructor(facts: OutlineFacts) {
    this.uri = facts.uri;
    this.start = facts.start;
    this.end = facts.end;
    this.called = facts.called;
    this.titleStart = facts.titleStart;
    this.titleEnd = facts.titleEnd;
    this.ofKind = facts.ofKind;
    this.parties = facts.parties;
  }

  get name(): { readonly name: string } {
    return { name: this.called };
  }

  get kind(): { readonly name: string } | undefined {
    return this.ofKind === undefined ? undefined : { name: this.ofKind };
  }
}

/** What a file declares, agreements in outline, and the names that each of its declarations uses. */
export interface OutlinedFile {
  readonly uri: string;
  readonly declarations: readonly (Declaration | Outline)[];
  readonly uses: readonly (readonly Use[])[];
}

/** The outline of a file without syntax errors. */
export function outlineOf({ uri, declarations }: FileRecords): OutlinedFile {
  const outlines: (Declaration | Outline)[] = [];
  let parties: readonly string[] = [];
  for (const declaration of declarations) {
    if (declaration.type !== 'agreement' || !hasSides(declaration)) {
      outlines.push(declaration);
      continue;
    }
    parties = sameList(parties, declaration.between?.names.map(({ name }) => name) ?? []);
    outlines.push(new Outline({ ...factsOf(declaration), parties }));
  }
  return { uri, declarations: outlines, uses: declarations.map(({ names }) => names) };
}

/** Whether its parties are told once: otherwise nobody knows its sides, and it is kept whole. */
function hasSides({ repeated }: Agreement): boolean {
  return !repeated.some(({ word }) => word === 'between');
}

function factsOf({ uri, start, end, name, title, kind }: Agreement): Omit<OutlineFacts, 'parties'> {
  const [titleStart, titleEnd] = title ? [title.start, title.end] : [0, 0];
  return { uri, start, end, called: name.name, titleStart, titleEnd, ofKind: kind?.name };
}

/** The list before where the one now says the same: agreements between the same parties stand together, and share it. */
export function sameList(before: readonly string[], now: readonly string[]): readonly string[] {
  return now.length === before.length && now.every((name, i) => name === before[i]) ? before : now;
}
