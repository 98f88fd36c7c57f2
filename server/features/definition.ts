import type { Definition, DefinitionLink } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { nameAt, targetsOf } from '../names.ts';
import type { Feature } from './feature.ts';

/** From a name to where it is declared, in any file of the project or in the library. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register: (connection, context) => {
    connection.onDefinition(
      answering('find the declaration', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? define(context, spot) : null;
      }),
    );
  },
};

function define(context: Context, { document, ask, offset }: Spot): Definition | DefinitionLink[] | null {
  const found = nameAt(document.records, offset);
  if (!found) return null;
  if (found.is !== 'use') return context.location(document.uri, found.span) ?? null;
  const targets = targetsOf(ask, found.span);
  if (!context.client.textDocument?.definition?.linkSupport) {
    return targets.flatMap((target) => context.location(target.uri, target.name) ?? []);
  }
  const originSelectionRange = context.range(document.uri, found.span);
  return targets.flatMap((target): DefinitionLink[] => {
    const whole = context.range(target.uri, target);
    const name = context.range(target.uri, target.name);
    if (!whole || !name || !originSelectionRange) return [];
    const targetUri = context.sentUri(target.uri);
    return [{ originSelectionRange, targetUri, targetRange: whole, targetSelectionRange: name }];
  });
}
