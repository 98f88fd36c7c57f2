import type { Agreement } from '../records/model.ts';
import type { Outline } from '../records/outline.ts';
import type { Named } from './ask.ts';
import { inOrder, Lists } from './lists.ts';

type Other = Exclude<Named, Agreement>;
type Kept = Named | Outline;

/**
 * The declarations of the common namespace by their names, those of one name in the order of files and places. Agreements are kept apart: there
 * may be 100,000 of them, while most names that are asked for are of the few others, and so are found in a table that is small.
 */
export class Names {
  private readonly agreements = new Lists<string, Agreement | Outline>();
  private readonly others = new Lists<string, Other>();
  /** The names that an agreement and something else have. */
  private readonly shared = new Set<string>();

  /** Adds a declaration. */
  add(name: string, declaration: Kept): void {
    if (declaration.type === 'agreement') {
      this.agreements.add(name, declaration);
      if (this.others.has(name)) this.shared.add(name);
    } else {
      this.others.add(name, declaration);
      if (this.agreements.has(name)) this.shared.add(name);
    }
  }

  /** Takes away the declarations of a file that have the name. */
  drop(name: string, uri: string): void {
    this.agreements.drop(name, uri);
    this.others.drop(name, uri);
    if (this.shared.size > 0 && !(this.others.has(name) && this.agreements.has(name))) this.shared.delete(name);
  }

  /** The declarations of that name. */
  get(name: string): readonly Kept[] {
    const others = this.others.get(name);
    if (others.length === 0) return this.agreements.get(name);
    if (!this.shared.has(name)) return others;
    return inOrder([...others, ...this.agreements.get(name)]);
  }

  /** Whether there is more than one declaration of that name. */
  isDoubled(name: string): boolean {
    return this.shared.has(name) || this.agreements.hasSeveral(name) || this.others.hasSeveral(name);
  }

  /** Every agreement. */
  allAgreements(): Iterable<Agreement | Outline> {
    return this.agreements.values();
  }
}
