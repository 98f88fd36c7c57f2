import type { TypeHierarchyItem } from 'vscode-languageserver-protocol';
import { type Asked, type Question, render } from '../harness.ts';

/** The kind at a cursor, all that it specializes and all that specializes it, however far. */
const types: Question = async (asked) => {
  const items = await asked.editor.request<TypeHierarchyItem[] | null>('textDocument/prepareTypeHierarchy', asked.at);
  const told: string[] = [];
  for (const item of items ?? []) {
    told.push(`${line(asked, item)} | ${item.detail}`);
    told.push(...(await walk(asked, item, 'supertypes')), ...(await walk(asked, item, 'subtypes')));
  }
  return told.join('\n');
};
export default types;

async function walk(asked: Asked, item: TypeHierarchyItem, way: string, indent = '  '): Promise<string[]> {
  const next = await asked.editor.request<TypeHierarchyItem[] | null>(`typeHierarchy/${way}`, { item });
  const told: string[] = [];
  for (const one of next ?? []) {
    told.push(`${indent}${way === 'supertypes' ? 'above' : 'below'} ${line(asked, one)}`);
    if (indent.length < 8) told.push(...(await walk(asked, one, way, `${indent}  `)));
  }
  return told;
}

function line(asked: Asked, { name, uri, selectionRange }: TypeHierarchyItem): string {
  // Where in the library something stands is no matter here.
  return `${name} ${uri.startsWith('builtin:') ? uri : `${render.nameOf(asked, uri)}:${render.range(selectionRange)}`}`;
}
