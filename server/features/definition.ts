import type { Definition, DefinitionLink } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { linksTo } from '../links.ts';
import { targetsOf } from '../names.ts';
import { meantAt } from '../subjects.ts';
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

function define(context: Context, spot: Spot): Definition | DefinitionLink[] | null {
  const { document, ask } = spot;
  const found = meantAt(spot);
  if (!found) return null;
  if (found.is === 'obligation') return context.location(document.uri, found.obligation.name) ?? null;
  if (found.is !== 'use') return context.location(document.uri, found.span) ?? null;
  const { linkSupport } = context.client.textDocument?.definition ?? {};
  return linksTo(context, { uri: document.uri, span: found.span }, targetsOf(ask, found.span), linkSupport);
}
