import { type DocumentSymbol, type Position, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type {
  Declaration,
  DeclarationType,
  EventRecord,
  Obligation,
  Span,
  Text,
} from '../../language/records/model.ts';
import { answering } from '../answer.ts';
import type { TextOf } from '../context.ts';
import { obligationsOf } from '../names.ts';
import { toRange } from '../positions.ts';
import type { Feature } from './feature.ts';

/** How declarations are shown in outlines and lists. */
export const SYMBOL_KINDS: Readonly<Record<DeclarationType, SymbolKind>> = {
  agreement: SymbolKind.Interface,
  source: SymbolKind.File,
  party: SymbolKind.Class,
  program: SymbolKind.Package,
  port: SymbolKind.Field,
  jurisdiction: SymbolKind.Namespace,
  kind: SymbolKind.Struct,
};

/** The outline of a document: its declarations, and an agreement's events and obligations. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Agreement Records' } }),
  register: (connection, context) => {
    const isDeep = context.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    connection.onDocumentSymbol(
      answering('outline the document', (params) => {
        const document = context.subject(params)?.document;
        if (!document) return null;
        const symbols = document.records.declarations.flatMap((declaration) => symbolOf(document, declaration) ?? []);
        return isDeep ? symbols : symbols.flatMap((symbol) => flat(symbol, context.sentUri(document.uri)));
      }),
    );
  },
};

/** A declaration in the outline; undefined where its name was lost in an error. */
export function symbolOf(document: TextOf, declaration: Declaration): DocumentSymbol | undefined {
  const { name, title, type } = declaration;
  if (name.name === '') return undefined;
  const events =
    declaration.type === 'agreement' ? declaration.events.map((event) => eventSymbol(document, event)) : [];
  const obligations = obligationsOf(declaration).map((obligation) => obligationSymbol(document, obligation));
  const children = [...events, ...obligations].sort((a, b) => compare(a.range.start, b.range.start));
  return {
    ...symbol(document, declaration, name),
    name: name.name,
    detail: detail(title),
    kind: SYMBOL_KINDS[type],
    children,
  };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function eventSymbol(document: TextOf, event: EventRecord): DocumentSymbol {
  const { when, negated } = event;
  const date = when ? document.text.slice(when.start, when.end) : '';
  const name = `${negated ? 'not ' : ''}${event.event} ${date}`.trim();
  return { ...symbol(document, event, event), name, detail: detail(event.place), kind: SymbolKind.Event };
}

function obligationSymbol(document: TextOf, obligation: Obligation): DocumentSymbol {
  const { name, what } = obligation;
  return {
    ...symbol(document, obligation, name),
    name: name.name || 'obligation',
    detail: detail(what),
    kind: SymbolKind.Method,
  };
}

function symbol({ records }: TextOf, whole: Span, name: Span): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
  return { range: toRange(records, whole), selectionRange: toRange(records, name) };
}

function detail(text: Text | undefined): string {
  return text?.value.split('\n', 1)[0] ?? '';
}

function flat(
  { name, kind, selectionRange, children }: DocumentSymbol,
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name,
    kind,
    location: { uri, range: selectionRange },
    ...(containerName && { containerName }),
  };
  return [own, ...(children ?? []).flatMap((child) => flat(child, uri, name))];
}
