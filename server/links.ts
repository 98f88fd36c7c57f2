import type { Definition, DefinitionLink, Location } from 'vscode-languageserver';
import type { Declaration, Span } from '../language/records/model.ts';
import type { Context } from './context.ts';

/** Declarations as places to go to, and the name from which: as links for an editor that knows them. */
export function linksTo(
  context: Context,
  from: { readonly uri: string; readonly span: Span },
  targets: readonly Declaration[],
  linkSupport: boolean | undefined,
): Definition | DefinitionLink[] {
  const originSelectionRange = context.range(from.uri, from.span);
  if (!linkSupport || !originSelectionRange) {
    return targets.flatMap((target): Location[] => {
      const location = context.location(target.uri, target.name);
      return location ? [location] : [];
    });
  }
  return targets.flatMap((target): DefinitionLink[] => {
    const targetRange = context.range(target.uri, target);
    const targetSelectionRange = context.range(target.uri, target.name);
    const targetUri = context.target(target.uri);
    if (!targetRange || !targetSelectionRange || targetUri === undefined) return [];
    return [{ originSelectionRange, targetUri, targetRange, targetSelectionRange }];
  });
}
