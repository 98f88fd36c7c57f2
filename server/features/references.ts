import type { Location } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { declaredIn, type NameAt, type Namespace, namespaceOf, targetsOf, usesOf } from '../names.ts';
import { meantAt, placesOf } from '../subjects.ts';
import { isBuiltin } from '../uris.ts';
import { meantBy } from '../waiving.ts';
import type { Feature } from './feature.ts';

/** Everywhere a name is used, in all files of the project. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register: (connection, context) => {
    connection.onReferences(
      answering('find the references', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? refer(context, spot, params.context?.includeDeclaration !== false) : null;
      }),
    );
  },
};

function refer(context: Context, spot: Spot, withDeclaration: boolean): Location[] {
  const found = meantAt(spot);
  if (!found) return [];
  if (found.is === 'obligation') {
    const { declared, uses } = placesOf(spot.ask, found.declaration, found.span.name);
    const spans = withDeclaration ? [...declared, ...uses] : uses;
    return spans.flatMap((span) => context.location(spot.document.uri, span) ?? []);
  }
  const namespace = namespaceAt(found, spot);
  const { name } = found.span;
  // What the library declares is used in every project.
  const asks = isBuiltin(spot.document.uri) ? context.workspace.projects().map((p) => p.engine.ask()) : [spot.ask];
  const places = new Map<string, Location>();
  for (const ask of asks) {
    const declared = withDeclaration ? declaredIn(ask, namespace, name) : [];
    const spans = [
      ...declared.map((d) => ({ uri: d.uri, span: d.name })),
      ...usesOf(ask, namespace, name).map((use) => ({ uri: use.uri, span: use.name })),
    ];
    for (const { uri, span } of spans) {
      const location = context.location(uri, span);
      if (location) places.set(`${uri} ${span.start}`, location);
    }
  }
  return [...places.values()];
}

/** The namespace that a name is meant in. A waiver's subject is in that in which something is declared by its name; its rule decides of both. */
export function namespaceAt(found: NameAt & { is: 'use' | 'declaration' }, { ask }: Spot): Namespace {
  if (found.is === 'declaration') return namespaceOf(found.declaration);
  const targets = targetsOf(ask, found.span);
  const isAmbiguous = new Set(targets.map(namespaceOf)).size > 1;
  const meant = isAmbiguous ? meantBy(found.declaration, found.span) : undefined;
  if (meant) return meant;
  const [target] = targets;
  if (target) return namespaceOf(target);
  return found.span.role === 'kind' || found.span.role === 'base' || found.span.role === 'demanded-kind'
    ? 'kinds'
    : 'names';
}
