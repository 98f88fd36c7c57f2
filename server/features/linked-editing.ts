import type { LinkedEditingRanges } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { nameAt, obligationsOf } from '../names.ts';
import { toRange } from '../positions.ts';
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
        return spot && !isBuiltin(spot.document.uri) ? linked(context, spot) : null;
      }),
    );
  },
};

function linked(_context: Context, { document, ask, offset }: Spot): LinkedEditingRanges | null {
  const found = nameAt(document.records, offset);
  if (!found || found.is === 'declaration') return null;
  const { name } = found.span;
  const obligations = obligationsOf(found.declaration).filter((o) => o.name.name === name);
  const isOther = ask.declared(name).length > 0 || ask.kindsNamed(name).length > 0;
  if (obligations.length !== 1 || isOther || (found.is === 'use' && found.span.role !== 'waiver-subject')) return null;
  const uses = found.declaration.names.filter((use) => use.role === 'waiver-subject' && use.name === name);
  const spans = [...obligations.map((o) => o.name), ...uses];
  // Written alike, so that one edit is the others' too.
  const texts = new Set(spans.map(({ start, end }) => document.text.slice(start, end)));
  if (spans.length < 2 || texts.size > 1) return null;
  return { ranges: spans.map((span) => toRange(document.records, span)), wordPattern: NAME };
}
