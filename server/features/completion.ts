import type { CompletionList } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import { documented } from '../completion/documentation.ts';
import { offer } from '../completion/offer.ts';
import { placeAt } from '../completion/place.ts';
import type { Feature } from './feature.ts';

/** The words that may come next, the names that fit there, dates, and whole records to fill in. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [' ', ',', ':', '^'], resolveProvider: true },
  }),
  register: (connection, context) => {
    connection.onCompletion(
      answering('offer what may come next', (params): CompletionList | null => {
        const spot = context.spot(params);
        return spot ? offer(placeAt(context, spot)) : null;
      }),
    );
    connection.onCompletionResolve(answering('describe what may come next', (item) => documented(context, item)));
  },
};
