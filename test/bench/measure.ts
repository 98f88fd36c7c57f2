import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const USAGE = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href;

/** What one run of a process took. */
export interface Usage {
  /** From its start to its end, in milliseconds. */
  readonly time: number;
  /** Of all its threads, in milliseconds: what it would take on a machine that does nothing else, and more where it used several threads. */
  readonly processor: number;
  /** The most it held, in bytes. */
  readonly memory: number;
}

/** Runs a program with Node (this one, or that of a path) as a process of its own, and tells what it took. Throws where it ends with another code than 0 or 1. */
export async function measure(program: string, args: readonly string[], node = process.execPath): Promise<Usage> {
  const start = performance.now();
  const child = spawn(node, ['--import', USAGE, program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , errors, usage] = child.stdio;
  const said = Promise.all([text(errors as Readable), text(usage as Readable)]);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const time = performance.now() - start;
  const [failure, used] = await said;
  if (code !== 0 && code !== 1) throw new Error(`${program} ended with ${code}: ${failure}`);
  return { time, ...(JSON.parse(used) as { memory: number; processor: number }) };
}

/** Measures several runs in turn, so that a machine that gets busier is so for all of them; gives the medians of each. */
export async function measureInTurn<Name extends string>(
  runs: number,
  programs: Readonly<Record<Name, () => Promise<Usage>>>,
): Promise<Record<Name, Usage>> {
  const names = Object.keys(programs) as Name[];
  const usages = new Map<Name, Usage[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) usages.get(name)?.push(await programs[name]());
  }
  return Object.fromEntries(names.map((name) => [name, medians(usages.get(name) ?? [])])) as Record<Name, Usage>;
}

function medians(usages: readonly Usage[]): Usage {
  const of = (property: keyof Usage): number =>
    percentile(
      usages.map((usage) => usage[property]),
      50,
    );
  return { time: of('time'), processor: of('processor'), memory: of('memory') };
}

/** The value below which `share` of a hundred lie; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}
