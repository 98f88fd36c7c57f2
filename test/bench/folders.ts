import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { broken } from './broken.ts';
import { makeCorpus, writeAgreements, writeYaml } from './corpus.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A folder for the time of one benchmark, with corpora that are made when they are first asked for. */
export class Folders implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'agreement-bench-'));
  readonly #seed: number;
  readonly #made = new Set<string>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** So many agreements, so many to a file, as records. */
  records(agreements: number, perFile: number): string {
    return this.#make(`records-${agreements}-${perFile}`, (folder) =>
      writeAgreements(this.#corpus(agreements, perFile), folder),
    );
  }

  /** The same as YAML. */
  yaml(agreements: number, perFile: number): string {
    return this.#make(`yaml-${agreements}-${perFile}`, (folder) =>
      writeYaml(this.#corpus(agreements, perFile), folder),
    );
  }

  /** The same as records of which every `every`th statement has an error. */
  broken(agreements: number, perFile: number, every: number): string {
    return this.#make(`broken-${agreements}-${perFile}-${every}`, (folder) => {
      writeAgreements(this.#corpus(agreements, perFile), folder);
      for (const name of readdirSync(folder).filter((file) => file.startsWith('records-'))) {
        const file = join(folder, name);
        writeFileSync(file, broken(readFileSync(file, 'utf8'), every));
      }
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #corpus(agreements: number, perFile: number): ReturnType<typeof makeCorpus> {
    return makeCorpus({ agreements, perFile, seed: this.#seed });
  }

  #make(name: string, write: (folder: string) => void): string {
    const folder = join(this.path, name);
    if (!this.#made.has(name)) write(folder);
    this.#made.add(name);
    return folder;
  }
}

/** The bytes of all files in a folder. */
export function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Builds the command into a folder; gives its file. */
export function buildCommand(folder: string): string {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.ts'), folder], { cwd: ROOT, stdio: 'inherit' });
  // As in the project itself: otherwise Node.js compiles the file twice to learn that it is a module.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return join(folder, 'agreement.js');
}

/** Bundles the YAML check, as the command is bundled, into a folder; gives its file. */
export async function buildYamlCheck(folder: string): Promise<string> {
  const outfile = join(folder, 'yaml-check.cjs');
  const entryPoints = [join(import.meta.dirname, 'yaml-check.ts')];
  await build({ entryPoints, outfile, bundle: true, minify: true, platform: 'node', target: 'node20', format: 'cjs' });
  return outfile;
}

/** The machine, in a line. */
export function machine(node = process.execPath): string {
  const all = cpus();
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  return `${all.length} × ${all[0]?.model.trim() ?? 'processor'}, Node ${version}, ${process.platform}`;
}
