import type { Declaration, FileRecords, Obligation, Waiver } from './model.ts';

/** Every waiver of a file, those nested in events and obligations included, declaration by declaration. */
export function waiversOf(file: FileRecords): readonly Waiver[] {
  return file.declarations.flatMap(waiversIn);
}

/** Every waiver of a declaration, and of what is nested in it. */
export function waiversIn(declaration: Declaration): readonly Waiver[] {
  const own = declaration.common.waivers;
  if (declaration.type === 'agreement') {
    const events = declaration.events.flatMap((event) => event.common.waivers);
    return [...own, ...events, ...obligationWaivers(declaration.obligations)];
  }
  return declaration.type === 'program' ? [...own, ...obligationWaivers(declaration.obligations)] : own;
}

function obligationWaivers(obligations: readonly Obligation[]): readonly Waiver[] {
  return obligations.flatMap((obligation) => obligation.common.waivers);
}
