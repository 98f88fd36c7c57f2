import type { Day } from '../dates/index.ts';
import type { Place } from '../findings.ts';
import type { Agreement, Declaration, Kind, Port, Role, Source, Span } from '../records/model.ts';
import type { Ask, Evidence, InBrief, Named } from './ask.ts';
import { evidenceUri } from './evidence.ts';
import { type Key, keyOf } from './keys.ts';
import { Memory, type Remembered } from './memory.ts';
import { isNear } from './nearest.ts';
import { anyManyKey, manyKey, pairKey, partlyKey } from './pairs.ts';
import type { Register } from './register.ts';

/** What an asker knows besides the records: which rules there are, and whether to note what is asked. */
export interface AskerOptions {
  readonly ruleCodes: readonly string[];
  readonly notes: boolean;
}

const NONE: readonly never[] = [];
/** Where more names than these are not declared, nobody looks which of them is near to what. */
const MANY = 200;

/** Answers from a register on behalf of one file, and notes everything that was asked. */
export class Asker implements Ask {
  readonly asOf: Day;
  readonly ruleCodes: readonly string[];
  private noted = new Set<Key>();
  /** These three are undefined once released: what comes later may differ. */
  private own: Memory | undefined = new Memory();
  /** What was found so far: rules ask for the few names of a file, and for what is between its parties, again and again. */
  private found: Map<string, readonly Named[]> | undefined = new Map();
  private foundBetween: Map<Key, readonly Agreement[]> | undefined = new Map();
  private readonly register: Register;
  private readonly uri: string;
  private readonly notes: boolean;

  constructor(register: Register, uri: string, asOf: Day, options: AskerOptions) {
    this.register = register;
    this.notes = options.notes;
    this.uri = uri;
    this.asOf = asOf;
    this.ruleCodes = options.ruleCodes;
  }

  /** What has been asked so far. Fixes of findings may go on asking later; that is noted no more, and nothing is kept for it. */
  release(): ReadonlySet<Key> {
    const keys = this.noted;
    this.noted = new Set();
    this.own = undefined;
    this.found = undefined;
    this.foundBetween = undefined;
    return keys;
  }

  remember<A extends string | object, T>(topic: string, about: A, answer: (ask: Ask, about: A) => T): T {
    const memory = typeof about === 'string' ? this.register.memory : this.own;
    let known = memory?.get(topic, about);
    if (!known) {
      known = this.workOut(about, answer);
      memory?.set(topic, about, known);
    }
    if (this.notes) for (const key of known.keys) this.noted.add(key);
    return known.value as T;
  }

  private workOut<A>(about: A, answer: (ask: Ask, about: A) => unknown): Remembered {
    if (!this.notes) return { value: answer(this, about), keys: NONE };
    const outer = this.noted;
    this.noted = new Set();
    try {
      const value = answer(this, about);
      return { value, keys: [...this.noted] };
    } finally {
      this.noted = outer;
    }
  }

  declared(name: string): readonly Named[] {
    if (this.notes) this.noted.add(keyOf('name', name));
    const known = this.found?.get(name);
    if (known) return known;
    const found = this.register.declared(name);
    this.found?.set(name, found);
    return found;
  }

  lookup(name: string): Named | undefined {
    const all = this.declared(name);
    return all.length === 1 ? all[0] : undefined;
  }

  isDoubled(name: string): boolean {
    if (this.notes) this.noted.add(keyOf('name', name));
    return this.register.isDoubled(name);
  }

  kindsNamed(name: string): readonly Kind[] {
    if (this.notes) this.noted.add(keyOf('kind', name));
    return this.register.kindsNamed(name);
  }

  kind(name: string): Kind | undefined {
    const all = this.kindsNamed(name);
    return all.length === 1 ? all[0] : undefined;
  }

  users(role: Role, name: string): readonly Declaration[] {
    if (this.notes) this.noted.add(keyOf('users', role, name));
    return this.register.users(role, name);
  }

  agreementsOf(party: string): readonly InBrief[] {
    if (this.notes) this.noted.add(keyOf('users', 'between', party));
    return this.register.agreementsOf(party);
  }

  isUsed(name: string, namespace: 'kinds' | 'names'): boolean {
    if (this.notes) this.noted.add(keyOf('used', name));
    return this.register.isUsed(name, namespace);
  }

  portsWithLocode(locode: string): readonly Port[] {
    if (this.notes) this.noted.add(keyOf('locode', locode));
    return this.register.portsWithLocode(locode);
  }

  agreementsBetween(kind: string, a: string, b: string): readonly Agreement[] {
    if (!this.register.mayBeKind(kind)) return NONE;
    const few = this.between(kind, pairKey(kind, a, b));
    if (!this.notes && !this.remember('many sides', kind, this.hasMany)) return few;
    const many = this.between(kind, manyKey(kind, a));
    return many.length ? [...few, ...many] : few;
  }

  hasSeveralBetween(kind: string, a: string, b: string): boolean {
    if (this.notes || this.remember('many sides', kind, this.hasMany))
      return this.agreementsBetween(kind, a, b).length > 1;
    return this.register.hasSeveralBetween(pairKey(kind, a, b));
  }

  /** Whether any agreement of the kind has many sides: of most kinds none has, and then there is none to be found by an atom. */
  private readonly hasMany = (_ask: Ask, kind: string): boolean =>
    this.register.agreementsBetween(anyManyKey(kind)).length > 0;

  agreementsPartlyKnown(kind: string, atom: string): readonly Agreement[] {
    if (!this.register.mayBeKind(kind)) return NONE;
    return this.between(kind, partlyKey(kind, atom));
  }

  /** Two keys may be one number: then there are agreements of other kinds among those that are found. */
  private between(kind: string, key: Key): readonly Agreement[] {
    if (this.notes) this.noted.add(key);
    const found = this.underKey(key);
    for (const one of found) {
      if (one.kind?.name !== kind) return found.filter((other) => other.kind?.name === kind);
    }
    return found;
  }

  private underKey(key: Key): readonly Agreement[] {
    const known = this.foundBetween?.get(key);
    if (known) return known;
    const found = this.register.agreementsBetween(key);
    this.foundBetween?.set(key, found);
    return found;
  }

  nearest(name: string, role: Role): readonly string[] {
    return this.remember(`nearest ${role}`, name, () => {
      if (this.notes) this.noted.add(keyOf('all-names'));
      return this.register.nearest(name, role);
    });
  }

  mayBeMeant(declaration: Named): boolean {
    const undeclared = this.remember('undeclared', '', this.undeclared);
    return undeclared.length > MANY || undeclared.some((name) => isNear(name, declaration));
  }

  private readonly undeclared = (): readonly string[] => {
    if (this.notes) this.noted.add(keyOf('undeclared'));
    return this.register.undeclared();
  };

  evidence(source: Source): Evidence | undefined {
    const uri = evidenceUri(source);
    if (uri === undefined) return undefined;
    if (this.notes) this.noted.add(keyOf('evidence', uri));
    return this.register.evidenceAt(uri);
  }

  place(declaration: Declaration, span: Span = declaration.name): Place {
    if (declaration.uri !== this.uri) if (this.notes) this.noted.add(keyOf('file', declaration.uri));
    return { uri: declaration.uri, start: span.start, end: span.end };
  }

  inLibrary(declaration: Declaration): boolean {
    return this.register.isLibrary(declaration.uri);
  }
}
