import type { Definition, DefinitionLink } from 'vscode-languageserver';
import type { Agreement } from '../../language/records/model.ts';
import type { Ask } from '../../language/register/ask.ts';
import { specializations } from '../../language/register/kinds.ts';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { linksTo } from '../links.ts';
import { nameAt, targetsOf } from '../names.ts';
import { isBuiltin } from '../uris.ts';
import type { Feature } from './feature.ts';

/** From a kind to the agreements that are of it, or of a kind that specializes it. */
export const implementation: Feature = {
  capabilities: () => ({ implementationProvider: true }),
  register: (connection, context) => {
    connection.onImplementation(
      answering('find the agreements', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? agreements(context, spot) : null;
      }),
    );
  },
};

function agreements(context: Context, { document, ask, offset }: Spot): Definition | DefinitionLink[] | null {
  const found = nameAt(document.records, offset);
  if (!found || found.is === 'obligation') return null;
  const [named] = found.is === 'use' ? targetsOf(ask, found.span) : [found.declaration];
  if (named?.type !== 'kind') return null;
  // A kind of the library is a kind in every project.
  const asks = isBuiltin(document.uri) ? context.workspace.projects().map((p) => p.engine.ask()) : [ask];
  const all = asks.flatMap((one) => agreementsOf(one, named.name.name));
  const { linkSupport } = context.client.textDocument?.implementation ?? {};
  return linksTo(context, { uri: document.uri, span: found.span }, all, linkSupport);
}

/** The agreements of a kind, specializations included. */
function agreementsOf(ask: Ask, kind: string): readonly Agreement[] {
  const users = specializations(ask, kind).flatMap((name) => ask.users('kind', name));
  return users.filter((user) => user.type === 'agreement');
}
