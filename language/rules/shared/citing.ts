import type { Citation, Common, Dated, Declaration, EventRecord, Obligation } from '../../records/model.ts';

/** Every citation of a declaration and of what is nested in it. */
export function citationsOf(declaration: Declaration): readonly Citation[] {
  const found: Citation[] = [];
  forEachCiting(declaration, (cites) => {
    for (const one of cites) found.push(one);
  });
  return found;
}

/** Whether a declaration, or what is nested in it, cites anything. */
export function citesAny(declaration: Declaration): boolean {
  let isCiting = false;
  forEachCiting(declaration, (cites) => {
    isCiting ||= cites.length > 0;
  });
  return isCiting;
}

/** Every citation of an event: behind `per`, and in its body. */
export function citationsOfEvent({ cites, common }: EventRecord): readonly Citation[] {
  return common.cites.length === 0 ? cites : [...cites, ...common.cites];
}

type Visit = (cites: readonly Citation[]) => void;

/** Visits the citations of a declaration and of what is nested in it, statement by statement. */
export function forEachCiting(declaration: Declaration, visit: Visit): void {
  inCommon(declaration.common, visit);
  if (declaration.type === 'agreement') for (const event of declaration.events) inEvent(event, visit);
  else if (declaration.type === 'source') inDated([declaration.published, declaration.retrieved], visit);
  else if ('since' in declaration) inDated([declaration.since, declaration.until], visit);
  if ('obligations' in declaration) for (const one of declaration.obligations) inObligation(one, visit);
}

function inCommon({ cites, figures }: Common, visit: Visit): void {
  if (cites.length > 0) visit(cites);
  for (const figure of figures) visit(figure.cites);
}

function inEvent({ cites, common }: EventRecord, visit: Visit): void {
  visit(cites);
  inCommon(common, visit);
}

function inObligation({ common, outcomes }: Obligation, visit: Visit): void {
  inCommon(common, visit);
  for (const outcome of outcomes) visit(outcome.cites);
}

function inDated(all: readonly (Dated | undefined)[], visit: Visit): void {
  for (const dated of all) if (dated) visit(dated.cites);
}
