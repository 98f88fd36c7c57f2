import type { Common, Declaration, FileRecords, Waiver } from './model.ts';

/** Every waiver of a file, those nested in events and obligations included, declaration by declaration. */
export function waiversOf(file: FileRecords): readonly Waiver[] {
  const found: Waiver[] = [];
  for (const declaration of file.declarations) gather(declaration, found);
  return found;
}

/** Every waiver of a declaration, and of what is nested in it. */
export function waiversIn(declaration: Declaration): readonly Waiver[] {
  const found: Waiver[] = [];
  gather(declaration, found);
  return found;
}

function gather(declaration: Declaration, into: Waiver[]): void {
  add(declaration.common, into);
  if (declaration.type === 'agreement') for (const event of declaration.events) add(event.common, into);
  if (declaration.type !== 'agreement' && declaration.type !== 'program') return;
  for (const obligation of declaration.obligations) add(obligation.common, into);
}

function add({ waivers }: Common, into: Waiver[]): void {
  for (const waiver of waivers) into.push(waiver);
}
