/**
 * Runs the command line again and again in one process, since starting Node.js and loading the language takes longer than what a test asks of them.
 * `cli/main.ts` itself is evaluated anew for each run; what it is started with and the streams it writes to are put in its way.
 */
import { Writable } from 'node:stream';
import type { Ran, Request } from './cli.ts';

/** Keeps what is written to it; like a pipe, it is no terminal. */
class Kept extends Writable {
  private readonly chunks: Buffer[] = [];

  get text(): string {
    return Buffer.concat(this.chunks).toString();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }
}

let runs = 0;

async function run({ args, cwd, env }: Request): Promise<Ran> {
  const [out, err] = [new Kept(), new Kept()];
  Object.defineProperty(process, 'stdout', { value: out, configurable: true });
  Object.defineProperty(process, 'stderr', { value: err, configurable: true });
  process.chdir(cwd);
  process.env = { ...env };
  process.argv = [process.execPath, 'agreement', ...args];
  process.exitCode = undefined;
  await import(`../../cli/main.ts?run=${++runs}`);
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, out: out.text, err: err.text };
}

process.on('message', async (request: Request) => process.send?.(await run(request)));
