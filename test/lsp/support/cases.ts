import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryText } from '../../../language/library.ts';
import { type Archive, type Cursor, readArchive } from './archive.ts';
import { Editor, positionIn } from './editor.ts';
import { MemoryHost } from './memory-host.ts';
import type { Scene } from './render.ts';

/** The folder in which the files of every case are. */
export const FOLDER = 'file:///case';

/** A question that a case asks: `=== NAME at CURSOR on RANGE MORE`, and the answer it expects. */
export interface Section {
  readonly heading: string;
  readonly name: string;
  /** The cursor it names; the unnamed one where it names none. */
  readonly cursor: string;
  /** The number of the marked range it names, from 1. */
  readonly range: number | undefined;
  /** Whatever else stands in the heading. */
  readonly more: string;
  readonly expected: string;
}

/** What a question is answered from. */
export interface Asked extends Scene {
  readonly editor: Editor;
  readonly section: Section;
  /** The parameters of a request about the cursor. */
  readonly at: {
    readonly textDocument: { readonly uri: string };
    readonly position: { line: number; character: number };
  };
  /** The document and range of the marked range that the section names, or of the first. */
  readonly on: {
    readonly textDocument: { readonly uri: string };
    readonly range: { start: { line: number; character: number }; end: { line: number; character: number } };
  };
  /** The URI of a file of the case. */
  readonly uri: (name: string) => string;
}

/** A kind of question: asks the server and writes the answer. Each is the default export of `questions/NAME.ts`. */
export type Question = (asked: Asked) => Promise<string>;

/** A case file: what it is about, its files, and its questions. */
export interface Case {
  readonly head: string;
  readonly archive: Archive;
  readonly sections: readonly Section[];
}

const SECTION = /^=== (.+)\n/m;

/** Reads a case file. What stands before its first file says what it is about. */
export function readCase(text: string): Case {
  const [body = '', ...rest] = text.split(SECTION);
  const begin = body.search(/^--- /m);
  const head = begin < 0 ? '' : body.slice(0, begin);
  const sections: Section[] = [];
  for (let i = 0; i < rest.length; i += 2) sections.push(readSection(rest[i] ?? '', rest[i + 1] ?? ''));
  return { head, archive: readArchive(begin < 0 ? body : body.slice(begin)), sections };
}

function readSection(heading: string, content: string): Section {
  const {
    name = '',
    cursor = '',
    range,
    more = '',
  } = /^(?<name>\S+)(?: at (?<cursor>\w+))?(?: on (?<range>\d+))?(?: (?<more>.*))?$/.exec(heading.trim())?.groups ?? {};
  const expected = content.replace(/\s+$/, '');
  return { heading, name, cursor, range: range === undefined ? undefined : Number(range), more: more.trim(), expected };
}

/** Asks a case's questions, and gives back the file as it would be if the answers were those expected. */
export async function answerCase(text: string): Promise<string> {
  const { head, archive, sections } = readCase(text);
  const answers: string[] = [];
  for (const section of sections) {
    using editor = await openCase(archive);
    const module: { default: Question } = await import(`../questions/${section.name}.ts`);
    const answer = await module.default(asked(editor, archive, section));
    answers.push(`=== ${section.heading}\n${answer.trimEnd() || 'nothing'}\n`);
  }
  const files = text.slice(head.length, text.search(SECTION));
  return `${head}${files}${answers.join('\n')}`;
}

/** An editor that has the case's folder open, and every file in which something is marked. */
export async function openCase(archive: Archive): Promise<Editor> {
  const host = new MemoryHost();
  for (const [name, content] of archive.files) host.files.set(`${FOLDER}/${name}`, content);
  const editor = Editor.inProcess(host);
  await editor.begin({ folders: [FOLDER] });
  const marked = new Set([...archive.cursors.values(), ...archive.ranges].map(({ file }) => file));
  for (const name of marked) await editor.open(`${FOLDER}/${name}`, archive.files.get(name) ?? '');
  await editor.settled();
  return editor;
}

function asked(editor: Editor, archive: Archive, section: Section): Asked {
  const uri = (name: string) => `${FOLDER}/${name}`;
  const cursor: Cursor | undefined = archive.cursors.get(section.cursor) ?? [...archive.cursors.values()][0];
  const marked = archive.ranges[(section.range ?? 1) - 1];
  const position = (file: string, offset: number) => positionIn(archive.files.get(file) ?? '', offset);
  const [first = ''] = archive.files.keys();
  const file = cursor?.file ?? marked?.file ?? first;
  const spot = position(file, cursor?.offset ?? 0);
  const span = marked ?? { file, start: cursor?.offset ?? 0, end: cursor?.offset ?? 0 };
  return {
    folder: FOLDER,
    files: archive.files,
    builtin: libraryText,
    editor,
    section,
    uri,
    at: { textDocument: { uri: uri(file) }, position: spot },
    on: {
      textDocument: { uri: uri(span.file) },
      range: { start: position(span.file, span.start), end: position(span.file, span.end) },
    },
  };
}

/** The case files of a folder below `cases/`, and those of all folders where none is named. */
export function caseFiles(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(root, name))
    .sort();
}

/** Compares a case file with what the server answers; with `UPDATE_CASES=1` writes the answers into it instead. */
export async function runCase(path: string): Promise<{ readonly expected: string; readonly actual: string }> {
  const expected = readFileSync(path, 'utf8');
  const actual = await answerCase(expected);
  if (process.env['UPDATE_CASES'] !== '1') return { expected, actual };
  writeFileSync(path, actual);
  return { expected: actual, actual };
}
