import type { Declaration } from '../records/model.ts';
import type { Outline } from '../records/outline.ts';

/** Names of declarations that were read only in part, ever: the declaration may have another one. */
export class PartialNames {
  private readonly names = new Set<string>();

  /** Notes a declaration, where its name is such a one. */
  enter(declaration: Declaration | Outline): void {
    if (isPartial(declaration)) this.names.add(declaration.name.name);
  }

  /** Those of a name that have it for sure, where there are any: one of which a part could not be read leaves it to them. */
  sure<D extends Declaration | Outline>(name: string, all: readonly D[]): readonly D[] {
    if (all.length < 2 || !this.names.has(name)) return all;
    const whole = all.filter((one) => !isPartial(one));
    return whole.length > 0 ? whole : all;
  }
}

function isPartial({ name }: Declaration | Outline): boolean {
  return 'isPartial' in name;
}
