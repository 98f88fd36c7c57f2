import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { namespacesOf } from '../../language/register/roles.ts';
import { answering } from '../answer.ts';
import type { Spot } from '../context.ts';
import { type NameAt, namespaceOf, targetsOf } from '../names.ts';
import { toRange } from '../positions.ts';
import { meantAt, placesOf } from '../subjects.ts';
import type { Feature } from './feature.ts';
import { namespaceAt } from './references.ts';

/** The other places of a name in the same document: where it is declared, and where it is used. */
export const documentHighlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: (connection, context) => {
    connection.onDocumentHighlight(
      answering('highlight this', (params) => {
        const spot = context.spot(params);
        return spot ? highlight(spot) : null;
      }),
    );
  },
};

function highlight(spot: Spot): DocumentHighlight[] | null {
  const { records } = spot.document;
  const found = meantAt(spot);
  if (!found) return null;
  if (found.is === 'obligation') return highlightObligation(spot, found);
  const { name } = found.span;
  const namespace = namespaceAt(found, spot);
  const isMeant = (use: (typeof records.declarations)[number]['names'][number]): boolean => {
    if (use.name !== name || !namespacesOf(use.role).includes(namespace)) return false;
    // A waiver's subject is in the namespace in which something is declared by its name.
    const [target] = use.role === 'waiver-subject' ? targetsOf(spot.ask, use) : [];
    return !target || namespaceOf(target) === namespace;
  };
  return records.declarations.flatMap((declaration) => {
    const isDeclared = declaration.name.name === name && namespaceOf(declaration) === namespace;
    const uses = declaration.names.filter(isMeant).map((use): DocumentHighlight => {
      return { range: toRange(records, use), kind: DocumentHighlightKind.Read };
    });
    const own = { range: toRange(records, declaration.name), kind: DocumentHighlightKind.Write };
    return isDeclared ? [own, ...uses] : uses;
  });
}

function highlightObligation({ document, ask }: Spot, { declaration, span }: NameAt): DocumentHighlight[] {
  const { declared, uses } = placesOf(ask, declaration, span.name);
  const all = [
    ...declared.map((word) => ({ word, kind: DocumentHighlightKind.Write })),
    ...uses.map((word) => ({ word, kind: DocumentHighlightKind.Read })),
  ];
  return all.map(({ word, kind }) => ({ range: toRange(document.records, word), kind }));
}
