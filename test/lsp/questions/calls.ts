import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-protocol';
import { type Asked, type Question, render } from '../harness.ts';

/** The agreement at a cursor, what it follows and what follows it, each with the places that say so. */
const calls: Question = async (asked) => {
  const { editor } = asked;
  const items = await editor.request<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', asked.at);
  const told: string[] = [];
  for (const item of items ?? []) {
    told.push(`${line(asked, item)} | ${item.detail}`);
    const outgoing = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    for (const { to, fromRanges } of outgoing) told.push(`  follows ${line(asked, to)}${places(fromRanges)}`);
    const incoming = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    for (const { from, fromRanges } of incoming) told.push(`  before ${line(asked, from)}${places(fromRanges)}`);
  }
  return told.join('\n');
};
export default calls;

function line(asked: Asked, { name, uri, selectionRange }: CallHierarchyItem): string {
  return `${name} ${render.nameOf(asked, uri)}:${render.range(selectionRange)}`;
}

function places(ranges: readonly Range[]): string {
  return `, says ${ranges.map(render.range).join(' and ')}`;
}
