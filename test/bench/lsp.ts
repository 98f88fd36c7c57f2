/**
 * Measures the language server as an editor meets it: the built command as a process of its own, and real messages.
 * `npm run bench:lsp -- [--size 10000] [--large 100000] [--per-file 10] [--keystrokes 200] [--seed 1] [--json]`; `--size 0` and `--large 0` leave a
 * project out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Editor, positionIn } from '../lsp/support/editor.ts';
import { buildCommand, Folders, machine } from './folders.ts';
import { HUB, writeHub } from './hub.ts';
import { percentile } from './measure.ts';
import { memoryOf } from './memory.ts';
import { type Figure, figuresTable } from './table.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    large: { type: 'string', default: '100000' },
    'per-file': { type: 'string', default: '10' },
    keystrokes: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const USES = 1000;
const STARTS = 9;
const EXAMPLES = join(import.meta.dirname, '../../examples');
/** What is typed, a character at a time, into an agreement. */
const TYPED = '    signed 2015-06-01 in "Brussels" by "Ana Souza" of US-Customs per source-US "p. 4"\n';

const keystrokes = Number(values.keystrokes);
const perFile = Number(values['per-file']);
const figures: Figure[] = [];
using folders = new Folders(Number(values.seed));
const command = buildCommand(folders.path);

await measureExamples();
if (Number(values.size) > 0) await measureProject(Number(values.size));
if (Number(values.large) > 0) await measureLarge(Number(values.large));
if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), figures }, null, 2)}\n`);
else process.stdout.write(`${machine()}\n\n${figuresTable(figures)}`);

/** Starts the server on the examples several times; the medians. */
async function measureExamples(): Promise<void> {
  const hovers: number[] = [];
  const findings: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    const start = performance.now();
    using editor = serve();
    await firstHover(editor);
    hovers.push(performance.now() - start);
    await editor.settled();
    findings.push(performance.now() - start);
  }
  add('examples: start to first hover', percentile(hovers, 50), 'ms', 500);
  add('examples: start to all findings', percentile(findings, 50), 'ms', 2500);
}

/** Opens the examples' folder and one of its files, and asks at once about a name that another file declares. */
async function firstHover(editor: Editor): Promise<void> {
  await editor.begin({ folders: [pathToFileURL(EXAMPLES).href] });
  const file = document(EXAMPLES, 'us-brazil.agreement');
  await editor.open(file.uri, file.text);
  const answer = await editor.request('textDocument/hover', at(file, 'CBP and RFB'));
  if (!answer) throw new Error('The server has nothing to say about CBP: there is nothing to measure.');
}

async function measureProject(agreements: number): Promise<void> {
  const folder = folders.records(agreements, perFile);
  writeHub(folder, USES);
  using editor = await open(folder, agreements);
  const name = `${agreements} agreements`;
  const file = document(folder, 'records-5.agreement');
  await editor.open(file.uri, file.text);
  await editor.settled();
  spread(`${name}: keystroke to findings`, await typing(editor, file), 15, 30);
  spread(
    `${name}: keystroke in the name of a party used ${USES} times, to all findings of the project`,
    await renamingByHand(editor, folder),
    100,
    250,
  );
  const ask = (method: string, before: string): Promise<number[]> => asking(editor, file, method, before);
  spread(`${name}: completion of a party`, await ask('textDocument/completion', 'between '), 10, 20);
  spread(`${name}: hover`, await ask('textDocument/hover', 'between '), 10, 20);
  spread(`${name}: definition`, await ask('textDocument/definition', 'between '), 10, 20);
  await renaming(editor, folder, name);
  add(`${name}: memory of the server`, memoryOf(editor.process.pid ?? 0) / 1e6, 'MB', 400);
}

async function measureLarge(agreements: number): Promise<void> {
  const folder = folders.records(agreements, perFile);
  using editor = await open(folder, agreements);
  const name = `${agreements} agreements`;
  const file = document(folder, 'records-5.agreement');
  await editor.open(file.uri, file.text);
  await editor.settled();
  spread(`${name}: keystroke to findings`, await typing(editor, file), 25, 50);
  add(`${name}: memory of the server`, memoryOf(editor.process.pid ?? 0) / 1e6, 'MB', 900);
}

function serve(): ReturnType<typeof Editor.spawn> {
  return Editor.spawn([process.execPath, command, 'lsp', '--stdio']);
}

/** Opens a folder, asks for a record of which nobody can say in which file it is, and waits until everything has been judged. */
async function open(folder: string, agreements: number): Promise<ReturnType<typeof serve>> {
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 1000;
  const editor = serve();
  await editor.begin({ folders: [pathToFileURL(folder).href] });
  const name = /^agreement (\S+)/m.exec(document(folder, 'records-5.agreement').text)?.[1];
  const found = await editor.request('workspace/symbol', { query: name ?? '' });
  if (!Array.isArray(found) || found.length === 0) throw new Error(`The server does not find ${name}.`);
  const all = Math.max(2, agreements / 5000);
  add(
    `${agreements} agreements: start to ready, an answer from all files`,
    passed(),
    's',
    Math.max(1, agreements / 12_500),
  );
  await editor.settled();
  add(`${agreements} agreements: start to all findings`, passed(), 's', all);
  return editor;
}

interface Document {
  readonly uri: string;
  readonly text: string;
}

function document(folder: string, name: string): Document {
  const path = join(folder, name);
  return { uri: pathToFileURL(path).href, text: readFileSync(path, 'utf8') };
}

/** Types into an agreement; for each keystroke the time until its findings are there. */
async function typing(editor: Editor, { uri, text }: Document): Promise<number[]> {
  const times: number[] = [];
  const begin = text.indexOf('\n') + 1;
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    const char = TYPED[stroke % TYPED.length] ?? ' ';
    times.push(await timed(() => typed(editor, uri, begin + stroke, char)));
  }
  await editor.replace(uri, text);
  await editor.settled();
  return times;
}

async function typed(editor: Editor, uri: string, offset: number, char: string): Promise<void> {
  await editor.edit(uri, offset, offset, char);
  await editor.request('textDocument/diagnostic', { textDocument: { uri } });
}

/** Types at the end of the name of a party that many agreements use, and waits each time until all of them have been judged. */
async function renamingByHand(editor: Editor, folder: string): Promise<number[]> {
  const { uri, text } = document(folder, 'hub.agreement');
  await editor.open(uri, text);
  const times: number[] = [];
  const end = text.indexOf(HUB) + HUB.length;
  for (let stroke = 0; stroke < Math.min(keystrokes, 20); stroke++) {
    times.push(
      await timed(async () => {
        await editor.edit(uri, end + stroke, end + stroke, 'x');
        await editor.settled();
      }),
    );
  }
  await editor.replace(uri, text);
  await editor.settled();
  return times;
}

/** Asks the same about several places of a document. */
async function asking(editor: Editor, { uri, text }: Document, method: string, before: string): Promise<number[]> {
  const times: number[] = [];
  for (let place = text.indexOf(before); place >= 0 && times.length < keystrokes; ) {
    const position = positionIn(text, place + before.length);
    times.push(await timed(() => editor.request(method, { textDocument: { uri }, position })));
    const next = text.indexOf(before, place + 1);
    place = next >= 0 ? next : text.indexOf(before);
  }
  return times;
}

async function renaming(editor: Editor, folder: string, name: string): Promise<void> {
  const file = document(folder, 'hub.agreement');
  const params = { ...at(file, `${HUB} "`), newName: 'Centre' };
  const times: number[] = [];
  let places = 0;
  for (let run = 0; run < 5; run++) {
    const renamed = async (): Promise<void> => {
      places = placesIn(await editor.request('textDocument/rename', params));
    };
    times.push(await timed(renamed));
  }
  if (places < USES)
    throw new Error(`The rename changes ${places} places, and not ${USES}: there is nothing to measure.`);
  add(`${name}: rename of a party used ${USES} times`, percentile(times, 50), 'ms', 300);
}

/** How many places a change of the workspace touches. */
function placesIn({ changes, documentChanges }: WorkspaceEdit): number {
  const edits = documentChanges?.flatMap((one) => ('edits' in one ? one.edits : []));
  return edits?.length ?? Object.values(changes ?? {}).flat().length;
}

function at(
  { uri, text }: Document,
  words: string,
): { textDocument: { uri: string }; position: ReturnType<typeof positionIn> } {
  return { textDocument: { uri }, position: positionIn(text, text.indexOf(words)) };
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function spread(name: string, times: readonly number[], half: number, most: number): void {
  add(`${name}, p50`, percentile(times, 50), 'ms', half);
  add(`${name}, p95`, percentile(times, 95), 'ms', most);
}

function add(name: string, value: number, unit: Figure['unit'], target: number): void {
  figures.push({ name, value, unit, target });
  process.stderr.write(`${name}: ${value.toFixed(1)} ${unit}\n`);
}
