import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver';
import type { Agreement, Name } from '../../language/records/model.ts';
import type { Ask } from '../../language/register/ask.ts';
import { answering } from '../answer.ts';
import type { Context } from '../context.ts';
import { nameAt, targetsOf } from '../names.ts';
import { canonical } from '../uris.ts';
import { SYMBOL_KINDS } from './document-symbols.ts';
import type { Feature } from './feature.ts';

/** What an agreement follows (outgoing), and what follows it (incoming), step by step. */
export const callHierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  register: (connection, context) => {
    const { callHierarchy: hierarchy } = connection.languages;
    hierarchy.onPrepare(
      answering('find the agreement', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        const found = spot && nameAt(spot.document.records, spot.offset);
        if (!spot || !found || found.is === 'obligation') return null;
        const named = found.is === 'use' ? targetsOf(spot.ask, found.span) : [found.declaration];
        const items = named.flatMap((one) => (one.type === 'agreement' ? (toItem(context, one) ?? []) : []));
        return items.length ? items : null;
      }),
    );
    hierarchy.onIncomingCalls(
      answering('find what follows it', ({ item }): CallHierarchyIncomingCall[] => {
        const ask = askAt(context, item);
        return followers(ask, item.name).flatMap((one) => {
          const from = toItem(context, one);
          return from ? [{ from, fromRanges: places(context, one, item.name) }] : [];
        });
      }),
    );
    hierarchy.onOutgoingCalls(
      answering('find what it follows', ({ item }): CallHierarchyOutgoingCall[] => {
        const ask = askAt(context, item);
        const own = ask.declared(item.name).find((one) => one.type === 'agreement');
        if (own?.type !== 'agreement') return [];
        const names = new Set(followedNames(own).map(({ name }) => name));
        return [...names].flatMap((name) =>
          ask.declared(name).flatMap((one) => {
            const to = one.type === 'agreement' ? toItem(context, one) : undefined;
            return to ? [{ to, fromRanges: places(context, own, name) }] : [];
          }),
        );
      }),
    );
  },
};

function askAt(context: Context, item: CallHierarchyItem): Ask {
  return context.project(canonical(item.uri)).engine.ask();
}

function followers(ask: Ask, name: string): readonly Agreement[] {
  return ask.users('follows', name).filter((one) => one.type === 'agreement');
}

function followedNames({ follows }: Agreement): readonly Name[] {
  return follows.flatMap(({ names }) => names);
}

/** Where an agreement says that it follows one of that name. */
function places(context: Context, agreement: Agreement, name: string): Range[] {
  const names = followedNames(agreement).filter((one) => one.name === name);
  return names.flatMap((one) => context.range(agreement.uri, one) ?? []);
}

function toItem(context: Context, { uri, name, kind, title, start, end }: Agreement): CallHierarchyItem | undefined {
  const range = context.range(uri, { start, end });
  const selectionRange = context.range(uri, name);
  const target = context.target(uri);
  if (!range || !selectionRange || target === undefined) return undefined;
  const detail = [kind?.name, title?.value.split('\n', 1)[0]].filter(Boolean).join(' – ');
  return { name: name.name, kind: SYMBOL_KINDS.agreement, detail, uri: target, range, selectionRange };
}
