import type { LinkedEditingRanges } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Spot } from '../context.ts';
import { toRange } from '../positions.ts';
import { meantAt, placesOf } from '../subjects.ts';
import { isBuiltin } from '../uris.ts';
import type { Feature } from './feature.ts';

/** What a name may consist of, for editors. */
const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*(?:-[\\p{L}\\p{M}\\p{Nd}_]+)*';

/**
 * An obligation's name changes together with the waivers that name it. Only obligations: their names are used nowhere but in their own
 * record, where all uses can be edited at once; those of declarations are used in other files, which is what renaming is for.
 */
export const linkedEditing: Feature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  register: (connection, context) => {
    connection.languages.onLinkedEditingRange(
      answering('find what changes along with this', (params): LinkedEditingRanges | null => {
        const spot = context.spot(params);
        return spot && !isBuiltin(spot.document.uri) ? linked(spot) : null;
      }),
    );
  },
};

function linked(spot: Spot): LinkedEditingRanges | null {
  const { document, ask } = spot;
  const found = meantAt(spot);
  if (found?.is !== 'obligation') return null;
  const { declared, uses } = placesOf(ask, found.declaration, found.span.name);
  if (declared.length !== 1) return null;
  const spans = [...declared, ...uses];
  // Written alike, so that one edit is the others' too.
  const texts = new Set(spans.map(({ start, end }) => document.text.slice(start, end)));
  if (spans.length < 2 || texts.size > 1) return null;
  return { ranges: spans.map((span) => toRange(document.records, span)), wordPattern: NAME };
}
