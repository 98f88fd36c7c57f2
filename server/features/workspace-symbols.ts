import { type CancellationToken, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Declaration, FileRecords } from '../../language/records/model.ts';
import { answering, cancelled } from '../answer.ts';
import type { Context } from '../context.ts';
import { obligationsOf } from '../names.ts';
import { Slices } from '../slices.ts';
import { type Entry, entriesOf } from '../symbols/entries.ts';
import { Fittest, fits, seeking } from '../symbols/fitting.ts';
import { baseName, isBuiltin } from '../uris.ts';
import { SYMBOL_KINDS } from './document-symbols.ts';
import type { Feature } from './feature.ts';

/** How many are shown: nobody reads on, and who types on finds. */
const MOST = 200;

/** Declarations and obligations of all projects by name or title. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: (connection, context) => {
    connection.onWorkspaceSymbol(
      answering('find declarations', async ({ query }, token) => {
        await context.workspace.whenAllReady();
        const found = await find(context, String(query ?? ''), token);
        return found.flatMap((entry) => toSymbol(context, entry) ?? []);
      }),
    );
  },
};

async function find(context: Context, query: string, token: CancellationToken): Promise<readonly Entry[]> {
  const sought = seeking(query);
  const fittest = new Fittest<Entry>(MOST);
  const slices = new Slices();
  for (const file of filesOf(context)) {
    await slices.rest();
    if (token.isCancellationRequested) throw cancelled();
    for (const entry of entriesOf(file)) {
      const rank = fits(entry, sought);
      if (rank !== undefined) fittest.add(2 * rank + (isBuiltin(file.uri) ? 1 : 0), entry);
    }
  }
  return fittest.values();
}

/** The files of all projects; the library, which every project has, once. */
function filesOf({ workspace }: Context): ReadonlySet<FileRecords> {
  return new Set(workspace.projects().flatMap(({ engine }) => [...engine.files(), ...engine.library()]));
}

function toSymbol(context: Context, { declaration, obligation }: Entry): WorkspaceSymbol | undefined {
  const word = obligation === undefined ? declaration.name : obligationsOf(declaration)[obligation]?.name;
  const location = word && context.location(declaration.uri, word);
  if (!location) return undefined;
  const kind = obligation === undefined ? SYMBOL_KINDS[declaration.type] : SymbolKind.Method;
  const containerName = obligation === undefined ? titleOf(declaration) : declaration.name.name;
  return { name: word.name, kind, containerName, location };
}

/** What else editors look through: the title, so that who types Brazil finds US-BR-MRA. */
function titleOf({ title, uri }: Declaration): string {
  return title?.value.split('\n', 1)[0] ?? baseName(uri);
}
