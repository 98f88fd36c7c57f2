import { isUtf8 } from 'node:buffer';
import { createReadStream, readFileSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Evidence } from '../language/register/ask.ts';
import { keep } from './copies.ts';
import type { Host } from './host.ts';
import { Slices } from './slices.ts';
import { COPIES, PROJECT_FILE, RECORDS_SUFFIX } from './uris.ts';

/** Folders that hold no records of the user's. */
const SKIPPED = /^(\..*|node_modules)$/;

/** The file system of this machine, for `file:` URIs. */
export function disk(): Host {
  const digests = new Map<string, Digest>();
  return {
    findFiles: async (folder, depth) => {
      const found: string[] = [];
      await find(URI.parse(folder).fsPath, depth, found);
      return found.map((path) => URI.file(path).toString()).filter((uri) => !uri.includes(`/${COPIES}/`));
    },
    readFiles: readTexts,
    keep,
    evidence: (uri, folder) => evidence(URI.parse(uri).fsPath, URI.parse(folder).fsPath, digests),
  };
}

async function find(folder: string, depth: 'all' | 'own', found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) {
      if (depth === 'all' && !SKIPPED.test(entry.name)) below.push(join(folder, entry.name));
    } else if (entry.name.endsWith(RECORDS_SUFFIX) || entry.name === PROJECT_FILE) found.push(join(folder, entry.name));
  }
  for (const next of below) await find(next, depth, found);
}

/** Reads one file after the other, which is several times faster than side by side; others get their turn in between. */
async function readTexts(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
  const slices = new Slices();
  const texts: (string | undefined)[] = [];
  for (const uri of uris) {
    texts.push(readText(URI.parse(uri).fsPath));
    await slices.rest();
  }
  return texts;
}

function readText(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    // What is no UTF-8 is no text of the language, here as on the command line.
    return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** A digest that was taken, and of which state of the file. */
interface Digest {
  readonly stamp: string;
  readonly sha256: string;
}

/** Looks at an evidence file. Links are followed first: what they lead to must lie in the project too. */
async function evidence(path: string, folder: string, digests: Map<string, Digest>): Promise<Evidence | undefined> {
  try {
    const root = await realpath(folder).catch(() => folder);
    if (!within(path, folder)) return { state: 'outside' };
    const real = await realpath(path);
    if (!within(real, root)) return { state: 'outside' };
    const { size, mtimeMs } = await stat(real);
    const stamp = `${size} ${mtimeMs}`;
    const known = digests.get(real);
    const sha256 = known?.stamp === stamp ? known.sha256 : await digest(real);
    digests.set(real, { stamp, sha256 });
    return { state: 'present', sha256 };
  } catch {
    return { state: 'missing' };
  }
}

function within(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function digest(path: string): Promise<string> {
  // Loaded where there is evidence: loading it takes six milliseconds.
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
