import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

/** The command line, built for this run of the tests. */
export const MAIN = inject('command');

/** Where Node.js keeps what it has compiled of it, since the tests start it often. */
const COMPILED = join(dirname(MAIN), 'compiled');

/** What came of a run. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How to run it: in which folder, with what on standard input, with which variables besides the usual ones. */
export interface How {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The program and its first arguments, for a process of its own. */
  readonly program?: readonly [string, ...string[]];
}

/** What `runner.ts` is asked to run. */
export interface Request {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The usual variables, without those that decide about colours and widths. */
function variables(how: How): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, ...env } = process.env;
  return { ...env, ...how.env };
}

/** Runs `agreement`: as a process of its own where it reads standard input or a program is named, otherwise in one that is kept. */
export function agreement(args: readonly string[], how: How = {}): Promise<Ran> {
  if (how.input !== undefined || how.program !== undefined) return agreementProcess(args, how);
  const run = last.then(() => runAgain({ args, cwd: how.cwd ?? process.cwd(), env: variables(how) }));
  last = run.catch(() => undefined);
  return run;
}

/** Runs the built `agreement` as a process of its own. */
export function agreementProcess(args: readonly string[], how: How = {}): Promise<Ran> {
  const [program, ...first] = how.program ?? [process.execPath, MAIN];
  const env = { NODE_COMPILE_CACHE: COMPILED, ...variables(how) };
  const child = spawn(program, [...first, ...args], { cwd: how.cwd, env });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  child.stdin.on('error', () => undefined);
  child.stdin.end(how.input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** The run before the next one: the process that is kept does one after the other. */
let last: Promise<unknown> = Promise.resolve();
let runner: ChildProcess | undefined;

function runAgain(request: Request): Promise<Ran> {
  const child = runner ?? fork(join(import.meta.dirname, 'runner.ts'), { execArgv: [], serialization: 'advanced' });
  runner = child;
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      runner = undefined;
      reject(new Error(`agreement ${request.args.join(' ')} ended the process of the tests`));
    };
    child.once('exit', ended);
    child.once('message', (ran: Ran) => {
      child.off('exit', ended);
      resolve(ran);
    });
    child.send(request);
  });
}

/** A folder with files, taken away with `using`. */
export class Folder implements Disposable {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'agreement-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A finding as `--format json` writes it. */
export interface JsonFinding {
  readonly file: string;
  readonly range: { readonly start: JsonPosition; readonly end: JsonPosition };
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly subject: string | null;
  readonly related: readonly { readonly file: string; readonly message: string }[];
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

export interface JsonReport {
  readonly version: number;
  readonly asOf: string;
  readonly projects?: readonly { readonly folder: string; readonly asOf: string }[];
  readonly findings: readonly JsonFinding[];
  readonly waived: readonly (JsonFinding & { readonly reason: string })[];
  readonly summary: Readonly<Record<string, number>>;
}

/** Runs `agreement check --format json` and reads what it says. */
export async function checkJson(
  args: readonly string[],
  how: How = {},
): Promise<Ran & { readonly report: JsonReport }> {
  const ran = await agreement(['check', '--format', 'json', ...args], how);
  return { ...ran, report: JSON.parse(ran.out) };
}

/** Findings in a line each: `file:line:column code`. */
export function lines(report: JsonReport): readonly string[] {
  return report.findings.map(({ file, range, code }) => `${file}:${range.start.line}:${range.start.column} ${code}`);
}

/** A record in which nothing is wrong, and nothing unused. */
export const GOOD = `source list "A list" { url "https://example.org/list" }
party CBP "U.S. Customs and Border Protection" { type customs-administration of US cites list }
party RFB "Receita Federal" { type customs-administration of BR cites list }

agreement US-BR-CMAA : CMAA "Customs agreement with Brazil" {
    between CBP and RFB
    signed 2002-06-20 per list
    in force 2005-03-13 per list
}
`;

/** One error in one line: a name that nobody declares. */
export const BAD =
  'program CTPAT "Customs Trade Partnership Against Terrorism" { type AEO run by Nobody cites "https://example.org" }\n';
/** One warning in one line: a source that is missing. */
export const WARNING = `agreement US-IL-CMAA : CMAA "Customs agreement with Israel" { between US and IL in force 1996-05-16 }\n`;
