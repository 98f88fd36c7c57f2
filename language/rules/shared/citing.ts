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
  return someCiting(declaration, () => true);
}

/** Every citation of an event: behind `per`, and in its body. */
export function citationsOfEvent({ cites, common }: EventRecord): readonly Citation[] {
  return common.cites.length === 0 ? cites : [...cites, ...common.cites];
}

/** Visits the citations of a declaration and of what is nested in it, statement by statement; those that have none are left out. */
export function forEachCiting(declaration: Declaration, visit: (cites: readonly Citation[]) => undefined): void {
  someCiting(declaration, visit);
}

type Test = (cites: readonly Citation[]) => boolean | undefined;

/** Whether the test holds of what some statement cites, in the order of the properties; statements without citations are left out. */
function someCiting(declaration: Declaration, test: Test): boolean {
  if (inCommon(declaration.common, test)) return true;
  switch (declaration.type) {
    case 'agreement':
      return inEvents(declaration.events, test) || inObligations(declaration.obligations, test);
    case 'program':
      return (
        inDated(declaration.since, test) ||
        inDated(declaration.until, test) ||
        inObligations(declaration.obligations, test)
      );
    case 'source':
      return inDated(declaration.published, test) || inDated(declaration.retrieved, test);
    case 'kind':
      return false;
    default:
      return inDated(declaration.since, test) || inDated(declaration.until, test);
  }
}

function inCommon({ cites, figures }: Common, test: Test): boolean {
  if (cites.length > 0 && test(cites)) return true;
  for (const figure of figures) if (figure.cites.length > 0 && test(figure.cites)) return true;
  return false;
}

function inEvents(events: readonly EventRecord[], test: Test): boolean {
  for (const { cites, common } of events) {
    if ((cites.length > 0 && test(cites)) || inCommon(common, test)) return true;
  }
  return false;
}

function inObligations(obligations: readonly Obligation[], test: Test): boolean {
  for (const { common, outcomes } of obligations) {
    if (inCommon(common, test)) return true;
    for (const outcome of outcomes) if (inDated(outcome, test)) return true;
  }
  return false;
}

function inDated(dated: Dated | undefined, test: Test): boolean {
  return dated !== undefined && dated.cites.length > 0 && test(dated.cites) === true;
}
