import type {
  Diagnostic,
  Location,
  LocationLink,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { positionIn } from './editor.ts';

/** What answers are written with. */
export interface Scene {
  /** The folder of the case's files, without a slash at its end. */
  readonly folder: string;
  /** The files' texts by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Texts of documents that the server serves. */
  readonly builtin: (uri: string) => string | undefined;
}

/** The name of a file in the case, or the URI of a file elsewhere. */
export function nameOf(scene: Scene, uri: string): string {
  return uri.startsWith(`${scene.folder}/`) ? decodeURIComponent(uri.slice(scene.folder.length + 1)) : uri;
}

/** `3:5`: lines and columns count from 1, as editors show them. */
export function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

/** `3:5-9`, or `3:5-4:2` over several lines. */
export function range({ start, end }: Range): string {
  return start.line === end.line ? `${place(start)}-${end.character + 1}` : `${place(start)}-${place(end)}`;
}

/** The text at a range of a file; its first line where there are several. */
export function textAt(scene: Scene, uri: string, { start, end }: Range): string {
  const text = scene.files.get(nameOf(scene, uri)) ?? scene.builtin(uri) ?? '';
  const found = text.slice(offsetIn(text, start), offsetIn(text, end));
  const [line = '', ...more] = found.split('\n');
  return more.length ? `${line.trimEnd()} …` : line;
}

/** `us.agreement:3:5-9 CBP`. */
export function location(scene: Scene, found: Location | LocationLink): string {
  const [uri, where] = 'uri' in found ? [found.uri, found.range] : [found.targetUri, found.targetSelectionRange];
  return `${nameOf(scene, uri)}:${range(where)} ${textAt(scene, uri, where)}`;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** `us.agreement:3:5-9 error duplicate-name: …`, its tags, and a line for each related place. */
export function diagnostic(scene: Scene, uri: string, found: Diagnostic): string {
  const tags = found.tags?.length ? ' (faded)' : '';
  const head = `${nameOf(scene, uri)}:${range(found.range)} ${SEVERITIES[found.severity ?? 1]} ${found.code}${tags}: ${found.message}`;
  const related = found.relatedInformation?.map((r) => `  ${location(scene, r.location)} | ${r.message}`) ?? [];
  return [head, ...related].join('\n');
}

/** What an edit makes of a text. */
export function apply(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start));
  return sorted.reduce(
    (result, { range: { start, end }, newText }) =>
      result.slice(0, offsetIn(text, start)) + newText + result.slice(offsetIn(text, end)),
    text,
  );
}

/** The lines that an edit of several files takes away and puts in; files that are created, renamed and deleted, too. */
export function workspaceEdit(scene: Scene, edit: WorkspaceEdit | null): string {
  if (!edit) return 'nothing';
  const texts = new Map(scene.files);
  const before = new Map(scene.files);
  const lines: string[] = [];
  const change = (uri: string, edits: readonly TextEdit[]) => {
    const name = nameOf(scene, uri);
    texts.set(name, apply(texts.get(name) ?? '', edits));
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(uri, edits);
  for (const step of edit.documentChanges ?? []) {
    if (!('kind' in step)) change(step.textDocument.uri, step.edits as TextEdit[]);
    else if (step.kind === 'rename')
      lines.push(`rename ${nameOf(scene, step.oldUri)} to ${nameOf(scene, step.newUri)}`);
    else lines.push(`${step.kind} ${nameOf(scene, step.uri)}`);
  }
  for (const [name, text] of texts)
    if (text !== before.get(name)) lines.push(name, ...difference(before.get(name) ?? '', text));
  return lines.length ? lines.join('\n') : 'nothing';
}

/** The lines by which two texts differ: `-` what only the first has, `+` what only the second has. */
export function difference(before: string, after: string): string[] {
  const a = before.split('\n');
  const b = after.split('\n');
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i] as Uint32Array;
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) lines.push(`- ${a[i++]}`.trimEnd());
    else lines.push(`+ ${b[j++]}`.trimEnd());
  }
  return lines;
}

/** The offset of a position. */
export function offsetIn(text: string, position: Position): number {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  return lines.slice(0, position.line).join('').length + position.character;
}

export { positionIn };
