import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built command line: one file, which starts several times as fast as its sources. */
    readonly command: string;
  }
}

/** Builds the command line once for all tests that run it as a process. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'agreement-command-'));
  const build = join(import.meta.dirname, '../../scripts/build.ts');
  execFileSync(process.execPath, [build, folder], { stdio: 'inherit' });
  // As in the project itself: otherwise Node.js compiles the file twice to learn that it is a module.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  project.provide('command', join(folder, 'agreement.js'));
  return () => rmSync(folder, { recursive: true, force: true });
}
