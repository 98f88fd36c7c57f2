import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Declaration } from '../../language/records/model.ts';
import { answering } from '../answer.ts';
import type { Context, Spot } from '../context.ts';
import { nameAt, targetsOf } from '../names.ts';
import { baseName } from '../uris.ts';
import type { Feature } from './feature.ts';

/** What a name stands for, where the pointer rests on it. */
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
  const { document, ask, offset } = spot;
  const found = nameAt(document.records, offset);
  const range = found && context.range(document.uri, found.span);
  if (!found || found.is === 'obligation' || !range) return null;
  const targets = found.is === 'use' ? targetsOf(ask, found.span) : [found.declaration];
  if (targets.length === 0) return null;
  const value = targets.map((target) => introduce(target, spot)).join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

function introduce(declaration: Declaration, { ask, document }: Spot): string {
  const { name, title, type, uri, common } = declaration;
  const kind = declaration.type === 'agreement' && declaration.kind ? ` : ${declaration.kind.name}` : '';
  const lines = [`**${type} ${name.name}**${kind}`];
  if (title) lines.push(title.value);
  for (const { value } of common.descriptions) lines.push(value);
  if (ask.inLibrary(declaration)) lines.push('*from the library*');
  else if (uri !== document.uri) lines.push(`*in ${baseName(uri)}*`);
  return lines.join('\n\n');
}
