import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreement, agreementProcess, BAD, Folder, GOOD, type How, MAIN } from './cli.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The Node.js that runs these tests, and, where there is an older one beside it, the oldest that the program is for. */
function nodes(): readonly [version: string, path: string][] {
  const found = new Map([[process.version, process.execPath]]);
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  for (const folder of folders) {
    const path = join(folder, 'node');
    try {
      const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
      if (!found.has(version)) found.set(version, path);
    } catch {
      // There is no Node.js in that folder.
    }
  }
  return [...found];
}

/** The commands whose answers are compared. */
const COMMANDS = [
  ['check'],
  ['check', '--format', 'junit'],
  ['check', '--format', 'sarif'],
  ['status'],
  ['rules'],
  ['explain', 'syntax'],
];

describe('the bundle', () => {
  test('is one file that names no path of this machine, and begins with the way to run it', () => {
    const text = readFileSync(MAIN, 'utf8');
    expect(text.split('\n')[0]).toBe('#!/usr/bin/env node');
    expect(text).not.toContain(ROOT);
    expect(text).not.toMatch(/sourceMappingURL/);
  });

  describe.each(nodes())('on Node.js %s', (_, path) => {
    const how = (cwd: string): How => ({ cwd, program: [path, MAIN] });

    test('does what the source does', async () => {
      using folder = new Folder({ 'a.agreement': GOOD + BAD });
      for (const args of COMMANDS) {
        const source = await agreement(args, { cwd: folder.path });
        expect(await agreementProcess(args, how(folder.path))).toEqual(source);
        expect(source).toMatchObject({ code: args[0] === 'check' ? 1 : 0, err: '' });
      }
    });

    test('knows its version, and refuses in one line', async () => {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
      expect(await agreementProcess(['--version'], how(ROOT))).toEqual({ code: 0, out: `${version}\n`, err: '' });
      expect(await agreementProcess(['check', 'nowhere'], how(ROOT))).toEqual({
        code: 2,
        out: '',
        err: 'agreement: nowhere: there is no such file or folder.\n',
      });
    });

    test('is a language server', async () => {
      const body = JSON.stringify({ jsonrpc: '2.0', method: 'exit' });
      const { code, err } = await agreementProcess(['lsp', '--stdio'], {
        ...how(ROOT),
        input: `Content-Length: ${body.length}\r\n\r\n${body}`,
      });
      // Without a shutdown before it, an exit is one in disorder.
      expect({ code, err }).toEqual({ code: 1, err: '' });
    });
  });
});
