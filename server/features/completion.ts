import { type CompletionItem, CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver';
import type { Declaration, DeclarationType } from '../../language/records/model.ts';
import { type Expected, expectedAt } from '../../language/syntax/expected.ts';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { toRange } from '../positions.ts';
import type { Feature } from './feature.ts';

/** No more names than this are offered at once; the list is asked for again while more is typed. */
const MOST = 200;

/** What names of the grammar's types may be declared as. */
const TYPES: Readonly<Record<string, readonly DeclarationType[]>> = {
  Actor: ['party', 'jurisdiction'],
  Frame: ['program', 'agreement'],
  Agreement: ['agreement'],
  Jurisdiction: ['jurisdiction'],
  Kind: ['kind'],
  Port: ['port'],
  Program: ['program'],
  Source: ['source'],
  Declaration: ['agreement', 'party', 'jurisdiction', 'port', 'program', 'source', 'kind'],
};

/** The words that may come next, and the names that may stand there. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [' ', ',', ':', '^'] } }),
  register: (connection, context) => {
    connection.onCompletion(
      answering('offer what may come next', (params) => {
        const spot = context.spot(params);
        return spot ? offer(context, spot) : null;
      }),
    );
  },
};

function offer(context: Context, { document, project, offset }: Spot): CompletionList {
  const expected = expectedAt(document.parsed, offset);
  const range = toRange(document.records, expected.prefix);
  const words = expected.words.map((word, i): CompletionItem => wordItem(word, i, range));
  const wanted = new Set(expected.names.flatMap(({ type }) => (type === undefined ? [] : (TYPES[type] ?? []))));
  const names = wanted.size ? namesOf(project.engine, wanted, expected) : [];
  const items = names.slice(0, MOST).map((declaration) => nameItem(declaration, range));
  return { isIncomplete: names.length > MOST || !context.workspace.isReady(project), items: [...words, ...items] };
}

/** The declarations of the project, and of the library, whose names go on with what is typed. */
function namesOf(
  engine: Spot['project']['engine'],
  types: ReadonlySet<DeclarationType>,
  { prefix }: Expected,
): readonly Declaration[] {
  const typed = prefix.text.replace(/^\^/, '').toLowerCase();
  const found: Declaration[] = [];
  for (const files of [engine.files(), engine.library()]) {
    for (const { declarations } of files) {
      for (const declaration of declarations) {
        const { name } = declaration.name;
        if (types.has(declaration.type) && name !== '' && name.toLowerCase().includes(typed)) found.push(declaration);
      }
    }
  }
  return found;
}

function wordItem(word: string, place: number, range: Range): CompletionItem {
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    sortText: `0${String(place).padStart(3, '0')}`,
    textEdit: { range, newText: word },
  };
}

function nameItem({ name, title, type }: Declaration, range: Range): CompletionItem {
  return {
    label: name.name,
    kind: CompletionItemKind.Reference,
    detail: type,
    ...(title && { labelDetails: { description: title.value } }),
    sortText: `1${name.name}`,
    textEdit: { range, newText: name.name },
  };
}
