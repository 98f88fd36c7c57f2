import type { TypeHierarchyItem } from 'vscode-languageserver';
import type { Kind } from '../../language/records/model.ts';
import type { Ask } from '../../language/register/ask.ts';
import { answering } from '../answer.ts';
import type { Context } from '../context.ts';
import { declaredIn, nameAt, targetsOf } from '../names.ts';
import { canonical, isBuiltin } from '../uris.ts';
import { SYMBOL_KINDS } from './document-symbols.ts';
import type { Feature } from './feature.ts';

/** What a kind specializes (above), and what specializes it (below). On an agreement it is about its kind. */
export const typeHierarchy: Feature = {
  capabilities: () => ({ typeHierarchyProvider: true }),
  register: (connection, context) => {
    const { typeHierarchy: hierarchy } = connection.languages;
    hierarchy.onPrepare(
      answering('find the kind', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        const found = spot && nameAt(spot.document.records, spot.offset);
        if (!spot || !found || found.is === 'obligation') return null;
        const named = found.is === 'use' ? targetsOf(spot.ask, found.span) : [found.declaration];
        const kinds = named.flatMap((one) => {
          if (one.type === 'kind') return [one];
          const kind = one.type === 'agreement' ? one.kind : undefined;
          return kind ? declaredIn(spot.ask, 'kinds', kind.name) : [];
        });
        // From the library's own kinds the way back to the project is not told by their URI.
        const items = kinds.flatMap((one) => toItem(context, one as Kind, spot.document.uri) ?? []);
        return items.length ? items : null;
      }),
    );
    hierarchy.onSupertypes(
      answering('find what it specializes', ({ item }) =>
        kindsAt(context, item, (ask, name) => {
          const bases = ask.kindsNamed(name).flatMap(({ base }) => base?.name ?? []);
          return bases.flatMap((base) => ask.kindsNamed(base));
        }),
      ),
    );
    hierarchy.onSubtypes(
      answering('find what specializes it', ({ item }) =>
        kindsAt(context, item, (ask, name) => ask.users('base', name).filter((one) => one.type === 'kind')),
      ),
    );
  },
};

function kindsAt(
  context: Context,
  { name, uri, data }: TypeHierarchyItem,
  next: (ask: Ask, name: string) => readonly Kind[],
): TypeHierarchyItem[] {
  const asked = typeof data === 'string' ? data : canonical(uri);
  // A kind of the library is a kind in every project.
  const projects = isBuiltin(asked) ? context.workspace.projects() : [context.project(asked)];
  const kinds = new Set(projects.flatMap((project) => next(project.engine.ask(), name)));
  return [...kinds].flatMap((kind) => toItem(context, kind, asked) ?? []);
}

function toItem(context: Context, kind: Kind, asked: string): TypeHierarchyItem | undefined {
  const { uri, name, title } = kind;
  const range = context.range(uri, kind);
  const selectionRange = context.range(uri, name);
  const target = context.target(uri);
  if (!range || !selectionRange || target === undefined) return undefined;
  const detail = title?.value.split('\n', 1)[0] ?? '';
  const about = { range, selectionRange, detail, data: asked };
  return { name: name.name, kind: SYMBOL_KINDS.kind, uri: target, ...about };
}
