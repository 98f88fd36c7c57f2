import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Declaration, Span } from '../../language/records/model.ts';
import { aType } from '../../language/register/roles.ts';
import { KIND, type TokenKind } from '../../language/syntax/kinds.ts';
import { scan } from '../../language/syntax/scan.ts';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { declaredIn, type NameAt, obligationsOf, type Use, usesOf } from '../names.ts';
import { meantAt, placesOf } from '../subjects.ts';
import { baseName, isBuiltin } from '../uris.ts';
import { meantBy } from '../waiving.ts';
import type { Feature } from './feature.ts';
import { namespaceAt } from './references.ts';

/** Gives a record another name, wherever it is used in the project. */
export const rename: Feature = {
  capabilities: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register: (connection, context) => {
    connection.onPrepareRename(
      answering('rename this', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? prepare(context, spot) : null;
      }),
    );
    connection.onRenameRequest(
      answering('rename this', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? edit(context, spot, String(params.newName ?? '')) : null;
      }),
    );
  },
};

/** A stretch of a file that holds the name. */
interface Site {
  readonly uri: string;
  readonly span: Span;
}

function prepare(context: Context, spot: Spot): { range: Range; placeholder: string } | null {
  const found = meantAt(spot);
  const range = found && context.range(spot.document.uri, found.span);
  if (!found || !range) return null;
  demandOwn(found, spot);
  return { range, placeholder: found.span.name };
}

function edit(context: Context, spot: Spot, wanted: string): WorkspaceEdit | null {
  const found = meantAt(spot);
  if (!found) return null;
  demandOwn(found, spot);
  const newName = wanted.trim().replace(/^\^/, '').normalize('NFC');
  if (newName === found.span.name) return context.workspaceEdit([]);
  demandName(newName);
  demandFree(found, spot, newName);
  // A word of the language is a name wherever it stands only with `^`.
  const newText = kindOfWord(newName) === KIND.name ? newName : `^${newName}`;
  return context.workspaceEdit(sitesOf(found, spot).map(({ uri, span }) => ({ uri, ...span, newText })));
}

/** Everything that has the name: its declarations, and where it is used. */
function sitesOf(found: NameAt, spot: Spot): readonly Site[] {
  const { ask } = spot;
  if (found.is === 'obligation') return placesToRename(found, spot).map((span) => ({ uri: spot.document.uri, span }));
  const { name } = found.span;
  const namespace = namespaceAt(found, spot);
  const other = namespace === 'kinds' ? 'names' : 'kinds';
  const isAmbiguous = declaredIn(ask, other, name).length > 0;
  const isMeant = ({ uri, name: use }: Use): boolean => {
    if (use.role !== 'waiver-subject' || !isAmbiguous || use === found.span) return true;
    const holder = ask.users(use.role, name).find((one) => one.uri === uri && one.names.includes(use));
    return holder !== undefined && meantBy(holder, use) === namespace;
  };
  const uses = usesOf(ask, namespace, name).filter(isMeant);
  return [
    ...declaredIn(ask, namespace, name).map((d) => ({ uri: d.uri, span: d.name })),
    ...uses.map((use) => ({ uri: use.uri, span: use.name })),
  ];
}

/** Of several obligations of one name the one at its header is renamed alone: waivers go on to name the others. */
function placesToRename(found: NameAt, { ask }: Spot): readonly Span[] {
  const { declared, uses } = placesOf(ask, found.declaration, found.span.name);
  return declared.length > 1 && declared.some((one) => one === found.span) ? [found.span] : [...declared, ...uses];
}

function demandOwn(found: NameAt, spot: Spot): void {
  if (isBuiltin(spot.document.uri)) throw refusal('The library is part of the program and cannot be changed.');
  if (found.is === 'obligation') return;
  const { name } = found.span;
  const declared = declaredIn(spot.ask, namespaceAt(found, spot), name);
  if (declared.length === 0) throw refusal(`Nothing is declared by the name ${name}: there is nothing to rename.`);
  if (declared.some((d) => spot.ask.inLibrary(d))) {
    const way = declared[0]?.type === 'kind' ? ' Declare a kind that specializes it, and use that.' : '';
    throw refusal(`${name} is declared in the library, which is part of the program and cannot be changed.${way}`);
  }
}

function demandName(name: string): void {
  if (name === '') throw refusal('The new name is empty.');
  if (kindOfWord(`^${name}`) === KIND.name) return;
  throw refusal(
    `“${name}” is no name: a name has letters, digits, _ and inner hyphens, and begins with a letter or _.`,
  );
}

function demandFree(found: NameAt, spot: Spot, name: string): void {
  if (found.is === 'obligation') {
    if (!obligationsOf(found.declaration).some((o) => o.name.name === name)) return;
    throw refusal(`${found.declaration.name.name} has an obligation ${name} already.`);
  }
  const [taken] = declaredIn(spot.ask, namespaceAt(found, spot), name);
  if (taken) throw refusal(`${name} is ${aType(taken.type)} already, declared in ${whereabouts(taken, spot)}.`);
}

function whereabouts(declaration: Declaration, { ask }: Spot): string {
  return ask.inLibrary(declaration) ? 'the library' : baseName(declaration.uri);
}

function refusal(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

/** What a text is read as where it stands alone; undefined where it is no single word. */
function kindOfWord(text: string): TokenKind | undefined {
  const tokens = scan(text);
  return tokens.count === 1 && tokens.text(0) === text ? tokens.kind(0) : undefined;
}
