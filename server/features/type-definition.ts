import type { Definition, DefinitionLink } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { linksTo } from '../links.ts';
import { declaredIn, nameAt, targetsOf } from '../names.ts';
import type { Feature } from './feature.ts';

/** From an agreement to the kind that it is of. */
export const typeDefinition: Feature = {
  capabilities: () => ({ typeDefinitionProvider: true }),
  register: (connection, context) => {
    connection.onTypeDefinition(
      answering('find the kind', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? kindOf(context, spot) : null;
      }),
    );
  },
};

function kindOf(context: Context, { document, ask, offset }: Spot): Definition | DefinitionLink[] | null {
  const found = nameAt(document.records, offset);
  if (!found || found.is === 'obligation') return null;
  const named = found.is === 'use' ? targetsOf(ask, found.span) : [found.declaration];
  const kinds = named.flatMap((one) => {
    if (one.type === 'kind') return [one];
    return one.type === 'agreement' && one.kind ? declaredIn(ask, 'kinds', one.kind.name) : [];
  });
  const { linkSupport } = context.client.textDocument?.typeDefinition ?? {};
  return linksTo(context, { uri: document.uri, span: found.span }, [...new Set(kinds)], linkSupport);
}
