import type { Agreement, Citation, Common, Declaration, EventRecord, Obligation } from '../../records/model.ts';

/** Every citation of a declaration and of what is nested in it. */
export function citationsOf(declaration: Declaration): readonly Citation[] {
  return [...common(declaration.common), ...own(declaration)];
}

/** Every citation of an event: behind `per`, and in its body. */
export function citationsOfEvent(event: EventRecord): readonly Citation[] {
  return [...event.cites, ...event.common.cites];
}

function own(declaration: Declaration): readonly Citation[] {
  switch (declaration.type) {
    case 'agreement':
      return agreement(declaration);
    case 'source':
      return [...(declaration.published?.cites ?? []), ...(declaration.retrieved?.cites ?? [])];
    case 'program':
      return [...lifetime(declaration), ...declaration.obligations.flatMap(obligation)];
    case 'party':
    case 'port':
    case 'jurisdiction':
      return lifetime(declaration);
    case 'kind':
      return [];
  }
}

function agreement({ events, obligations }: Agreement): readonly Citation[] {
  return [...events.flatMap((e) => [...e.cites, ...common(e.common)]), ...obligations.flatMap(obligation)];
}

function obligation({ common: said, outcomes }: Obligation): readonly Citation[] {
  return [...common(said), ...outcomes.flatMap((o) => o.cites)];
}

function lifetime(d: Extract<Declaration, { readonly since: unknown }>): readonly Citation[] {
  return [...(d.since?.cites ?? []), ...(d.until?.cites ?? [])];
}

function common({ cites, figures }: Common): readonly Citation[] {
  return figures.length ? [...cites, ...figures.flatMap((f) => f.cites)] : cites;
}
