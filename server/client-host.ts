import type { Connection } from 'vscode-languageserver';
import type { Host } from './host.ts';
import { FIND_FILES, type FindFilesParams, READ_FILES, type ReadFilesParams } from './protocol.ts';
import { quietly } from './quietly.ts';
import { canonical } from './uris.ts';

/** Files as the editor sees them, where the server has no file system of its own. Nobody looks at evidence there. */
export function clientHost(connection: Connection): Host {
  return {
    findFiles: async (folder, depth) => {
      if (depth === 'own') return [];
      const params: FindFilesParams = { folder };
      const found = await quietly(() => connection.sendRequest<string[]>(FIND_FILES, params));
      return found?.map(canonical) ?? [];
    },
    readFiles: async (uris) => {
      const params: ReadFilesParams = { uris };
      const texts = await quietly(() => connection.sendRequest<(string | null)[]>(READ_FILES, params));
      return uris.map((_, i) => texts?.[i]?.replace(/^\uFEFF/, ''));
    },
    evidence: async () => undefined,
    keep: () => undefined,
  };
}

/** A host that asks `own` about `file:` URIs, and `other` about all else. */
export function byScheme(own: Host, other: Host): Host {
  const hostOf = (uri: string): Host => (uri.startsWith('file:') ? own : other);
  return {
    findFiles: (folder, depth) => hostOf(folder).findFiles(folder, depth),
    evidence: (uri, folder) => hostOf(folder).evidence(uri, folder),
    keep: (path, text) => own.keep(path, text),
    readFiles: async (uris) => {
      const texts = new Map<string, string | undefined>();
      for (const host of [own, other]) {
        const its = uris.filter((uri) => hostOf(uri) === host);
        const read = its.length ? await host.readFiles(its) : [];
        for (const [i, uri] of its.entries()) texts.set(uri, read[i]);
      }
      return uris.map((uri) => texts.get(uri));
    },
  };
}
