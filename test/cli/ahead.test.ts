import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type ReadAhead, readAhead } from '../../cli/ahead/ahead.ts';
import { bytesOf, type InBatch, tokensOf } from '../../cli/ahead/batch.ts';
import { scan } from '../../language/syntax/scan.ts';
import { BAD, checkJson, Folder, GOOD, lines, MAIN } from './cli.ts';

/** More than a thread is started for, and more than are read before it has started. */
const MANY = 900;
/** Files of other sorts, behind those that are read without the thread. */
const OTHERS: Readonly<Record<string, string | Uint8Array>> = {
  'z-1.agreement': `\uFEFF${BAD}`,
  'z-2.agreement': `// a comment\r\n${BAD.replaceAll('\n', '\r\n')}`,
  'z-3.agreement': `source é "Ærø – ${'🙂'.repeat(40)}" {\n    url "https://example.org/é"\n}\n${BAD}`,
  'z-4.agreement': `agreement {{{ "\n${BAD}`,
  'z-5.agreement': new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]),
  'z-6.agreement': '',
  'z-7.agreement': BAD,
};

/** A project of that many files and those. */
function large(): Folder {
  const files: Record<string, string | Uint8Array> = { ...OTHERS };
  for (let i = 0; i < MANY; i++) files[`a-${String(i).padStart(4, '0')}.agreement`] = named(GOOD, i);
  return new Folder(files);
}

/** The records under names of their own. */
function named(text: string, i: number): string {
  return text.replaceAll(/\b(party|source|agreement|program|port) (\w+)/g, `$1 $2_${i}`);
}

/** What is read of all files, in their order, once the thread is under way. */
async function readAll(ahead: ReadAhead | undefined, names: readonly string[]): Promise<ReadonlyMap<string, InBatch>> {
  const read = new Map<string, InBatch>();
  await vi.waitFor(() => expect(ahead?.isUnderWay).toBe(true), 10_000);
  for (const name of names) {
    const file = ahead?.take();
    if (file) read.set(name, file);
  }
  return read;
}

let folder: Folder | undefined;
afterEach(() => folder?.[Symbol.dispose]());

test('what is read ahead is what stands in the files', async () => {
  folder = large();
  const names = [
    ...Array.from({ length: MANY }, (_, i) => `a-${String(i).padStart(4, '0')}.agreement`),
    ...Object.keys(OTHERS),
  ];
  const at = (name: string): string => (folder as Folder).at(name);
  const read = await readAll(readAhead(folder.path, names), names);
  expect(read.size).toBeGreaterThan(MANY / 2);
  for (const [name, file] of read) {
    const text = readFileSync(at(name), 'utf8').replace(/^\uFEFF/, '');
    expect([name, bytesOf(file).toString('utf8')]).toEqual([name, text]);
    const { codes, starts, ends, comments, faults } = scan(text).parts;
    const plain = comments.length + faults.length === 0 ? { codes, starts, ends } : undefined;
    expect([name, tokensOf(file)]).toEqual([name, plain]);
  }
  expect([...read.keys()].filter((name) => name.startsWith('z'))).toEqual(
    Object.keys(OTHERS).filter((name) => name !== 'z-5.agreement'),
  );
});

test('for few files no thread is started', () => {
  expect(readAhead('/nowhere', ['a.agreement', 'b.agreement'])).toBeUndefined();
});

test('few large files are read ahead as many small ones are, and the hugest is left to be cut into tokens', async () => {
  const much = GOOD.repeat(Math.ceil(2_000_000 / GOOD.length));
  folder = new Folder({ 'a.agreement': much, 'b.agreement': much, 'c.agreement': '\n'.repeat(17 << 20) });
  const names = ['a.agreement', 'b.agreement', 'c.agreement'];
  const read = await readAll(readAhead(folder.path, names), names);
  const [a, b, c] = names.map((name) => read.get(name));
  expect(a).toBeUndefined();
  expect(b && tokensOf(b)?.codes).toEqual(scan(much).parts.codes);
  expect([c && bytesOf(c).length, c && tokensOf(c)]).toEqual([17 << 20, undefined]);
});

test('of two large files the second is read ahead', async () => {
  const much = GOOD.repeat(Math.ceil(2_000_000 / GOOD.length));
  folder = new Folder({ 'a.agreement': much, 'b.agreement': much });
  const names = ['a.agreement', 'b.agreement'];
  expect([...(await readAll(readAhead(folder.path, names), names)).keys()]).toEqual(['b.agreement']);
});

test('nobody waits for the thread to start, and what was read meanwhile is passed over', async () => {
  folder = large();
  const names = Array.from({ length: MANY }, (_, i) => `a-${String(i).padStart(4, '0')}.agreement`);
  const ahead = readAhead(folder.path, names);
  // Too soon for the thread: nearly always all of these are to be read without it.
  for (const _ of names.slice(0, MANY - 5)) ahead?.take();
  const read = await readAll(ahead, names.slice(MANY - 5));
  expect([...read].map(([name, file]) => [name, bytesOf(file).toString('utf8')])).toEqual(
    names.slice(MANY - 5).map((name) => [name, readFileSync((folder as Folder).at(name), 'utf8')]),
  );
});

test('what is not there, and what comes after the thread has ended, is to be read without it', () => {
  const ahead = readAhead(
    '/nowhere',
    Array.from({ length: MANY }, (_, i) => `${i}.agreement`),
  );
  expect(ahead).toBeDefined();
  expect(Array.from({ length: MANY + 1 }, () => ahead?.take()).filter(Boolean)).toEqual([]);
});

test('a large project is checked as a small one is', async () => {
  folder = large();
  const large_ = await checkJson(['.'], { cwd: folder.path });
  using small = new Folder(OTHERS);
  const { report, err } = await checkJson(['.'], { cwd: small.path });
  const others = (all: readonly string[]): readonly string[] => all.filter((line) => line.startsWith('z-'));
  expect(others(lines(large_.report))).toEqual(lines(report));
  expect(large_.err).toBe(err);
  expect(large_.report.summary['files']).toBe(MANY + Object.keys(OTHERS).length - 1);
});

test('the built command has the thread beside what starts it', () => {
  expect(existsSync(join(dirname(MAIN), 'parts', 'thread.js'))).toBe(true);
});
