import { type Hover, MarkupKind } from 'vscode-languageserver';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { describeDeclaration } from '../hover/declarations.ts';
import { withoutMarkup } from '../hover/markdown.ts';
import { describeObligation } from '../hover/obligations.ts';
import { Teller } from '../hover/teller.ts';
import { describeWord } from '../hover/words.ts';
import { leafAt } from '../leaves.ts';
import { type NameAt, targetsOf } from '../names.ts';
import { toRange } from '../positions.ts';
import { meantAt } from '../subjects.ts';
import type { Feature } from './feature.ts';

/** What a name stands for, or a word means, where the pointer rests on it. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: (connection, context) => {
    connection.onHover(
      answering('tell what this is', async (params, token) => {
        await context.ready(params, token);
        const spot = context.spot(params);
        return spot ? tell(context, spot) : null;
      }),
    );
  },
};

function tell(context: Context, spot: Spot): Hover | null {
  const { records } = spot.document;
  const found = meantAt(spot);
  const value = found ? tellName(context, spot, found) : undefined;
  if (found && value !== undefined) return { contents: contents(context, value), range: toRange(records, found.span) };
  const at = leafAt(spot.document.parsed, spot.offset);
  const told = at && describeWord(new Teller(context, spot), spot, at);
  if (!at || !told) return null;
  const { tokens } = spot.document.parsed;
  return {
    contents: contents(context, told),
    range: toRange(records, { start: tokens.start(at.leaf), end: tokens.end(at.leaf) }),
  };
}

/** What a name stands for; undefined where nothing is declared by it. */
function tellName(context: Context, spot: Spot, found: NameAt): string | undefined {
  if (found.is === 'obligation') {
    const { declaration, obligation } = found;
    if (declaration.type !== 'agreement' && declaration.type !== 'program') return undefined;
    return describeObligation(new Teller(context, spot), declaration, obligation);
  }
  const targets = found.is === 'use' ? targetsOf(spot.ask, found.span) : [found.declaration];
  const told = targets.map((target) => describeDeclaration(new Teller(context, spot), target));
  return told.length ? told.join('\n\n---\n\n') : undefined;
}

/** Markdown, or plain text for an editor that shows no other. */
function contents(context: Context, markdown: string): { kind: MarkupKind; value: string } {
  const formats = context.client.textDocument?.hover?.contentFormat;
  return !formats || formats.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarkup(markdown) };
}
