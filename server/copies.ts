import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { COPIES } from './uris.ts';

/** Writes a document of the program's own to the user's cache, read-only, unless it is there as it is. Undefined where nothing can be written. */
export function keep(path: string, text: string): string | undefined {
  const file = join(cacheFolder(), COPIES, path);
  try {
    if (textOf(file) !== text) write(file, text);
    return URI.file(file).toString();
  } catch {
    return undefined;
  }
}

/** Another server may write the same at the same time: whoever reads finds the whole of it. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, text);
  chmodSync(fresh, 0o444);
  // Windows puts nothing in the place of a file that cannot be changed.
  if (textOf(file) !== undefined) chmodSync(file, 0o644);
  renameSync(fresh, file);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Where programs of this machine keep for the user what can be made again. */
function cacheFolder(): string {
  const home = homedir();
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches');
  return process.env['XDG_CACHE_HOME'] || join(home, '.cache');
}
