import type { FileRename } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Source } from '../../language/records/model.ts';
import { evidenceUri } from '../../language/register/evidence.ts';
import { declarationsOf } from '../completion/candidates.ts';
import type { Context, FileEdit } from '../context.ts';
import { canonical, folderUri, isWithin } from '../uris.ts';

/** The changes of evidence paths when files or folders, of evidence or of records, get other names. */
export function editsForRenames(context: Context, renames: readonly FileRename[]): readonly FileEdit[] {
  const moves = renames.map(({ oldUri, newUri }) => ({ from: folderUri(oldUri), to: folderUri(newUri) }));
  const edits: FileEdit[] = [];
  for (const project of context.workspace.projects()) {
    for (const source of declarationsOf(project, 'source')) edits.push(...follow(source, moves));
  }
  return edits;
}

interface Move {
  readonly from: string;
  readonly to: string;
}

function follow(source: Source, moves: readonly Move[]): readonly FileEdit[] {
  const evidence = evidenceUri(source);
  if (!source.file || evidence === undefined) return [];
  const { path } = source.file;
  const old = canonical(evidence);
  const [file, records] = [moved(old, moves), moved(source.uri, moves)];
  if (file === old && records === source.uri) return [];
  const written = relative(records, file);
  // What moves along with its records keeps its path.
  if (written === undefined || written === relative(source.uri, old)) return [];
  return [{ uri: source.uri, start: path.start, end: path.end, newText: `"${written.replaceAll('"', '\\"')}"` }];
}

function moved(uri: string, moves: readonly Move[]): string {
  // Of a folder and a file in it the file's own move counts.
  const [move] = moves.filter(({ from }) => isWithin(uri, from)).sort((a, b) => b.from.length - a.from.length);
  return move ? canonical(move.to + uri.slice(move.from.length)) : uri;
}

/** The path from a file's folder to another file, with slashes; undefined where they are not on one file system. */
function relative(from: string, to: string): string | undefined {
  const [a, b] = [Utils.dirname(URI.parse(from)), URI.parse(to)];
  if (a.scheme !== b.scheme || a.authority !== b.authority) return undefined;
  const base = a.path.split('/').filter(Boolean);
  const path = b.path.split('/').filter(Boolean);
  let same = 0;
  while (same < base.length && same < path.length - 1 && base[same] === path[same]) same++;
  return [...base.slice(same).map(() => '..'), ...path.slice(same)].join('/');
}
