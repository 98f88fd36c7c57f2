/** Runs a suite inside a VS Code in the browser, and believes no one but the suite itself. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { readSuiteEnd, type SuiteEnd } from '../suite-end.ts';
import { type CodeServer, startCodeServer, unpackVsix } from './code-server.ts';
import { remoteUri, serveWebExtension, startBrowser, workbenchAddress } from './workbench.ts';

export interface SuiteRun {
  /** Where the extension runs: VS Code's own Node process, or a worker of the browser. */
  readonly host: 'node' | 'web';
  /** The extension, as a folder or as a `.vsix`. */
  readonly extension: { readonly folder: string } | { readonly vsix: string };
  /** A bundled module with `run()`. */
  readonly tests: string;
  /** A folder to open; the tests get a copy. */
  readonly workspace: string;
  /** Where a failed run leaves VS Code's logs and a picture. */
  readonly artefacts: string;
  /** How long it may take, in seconds. */
  readonly patience: number;
  /** Takes what the suite says, line by line; standard output by default. */
  readonly hear?: (line: string) => void;
}

const LINES_KEPT = 40;

/** Runs the suite; its report goes to standard output as it comes. Throws, with the last of the console, where it never ended. */
export async function runSuite(run: SuiteRun): Promise<SuiteEnd> {
  const workspace = mkdtempSync(join(tmpdir(), 'agreement-workspace-'));
  cpSync(run.workspace, workspace, { recursive: true });
  const undo: (() => unknown)[] = [() => rmSync(workspace, { recursive: true, force: true })];
  try {
    const vsix = 'vsix' in run.extension ? run.extension.vsix : undefined;
    const server = await startCodeServer({ install: vsix && run.host === 'node' ? [vsix] : [] });
    undo.push(() => server.stop());
    const browser = await startBrowser();
    undo.push(() => browser.close());
    const unpacked = vsix && run.host === 'web' ? unpackVsix(vsix) : undefined;
    if (unpacked) undo.push(unpacked.remove);
    const folder = unpacked?.folder ?? ('folder' in run.extension ? run.extension.folder : undefined);
    return await inBrowser(run, { server, browser, workspace, folder });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

interface Setting {
  readonly server: CodeServer;
  readonly browser: Browser;
  readonly workspace: string;
  /** The extension's folder; missing where it is installed in the server. */
  readonly folder: string | undefined;
}

async function inBrowser(run: SuiteRun, setting: Setting): Promise<SuiteEnd> {
  const { server, browser, workspace } = setting;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const console = keepConsole(page);
  try {
    const { ending } = await listen(page, run);
    const payload = await place(page, run, setting);
    await page.goto(workbenchAddress(server, workspace, payload));
    return await ending;
  } catch (error) {
    mkdirSync(run.artefacts, { recursive: true });
    await page.screenshot({ path: join(run.artefacts, `${run.host}-failure.png`) }).catch(() => {});
    cpSync(join(server.userData, 'logs'), join(run.artefacts, `${run.host}-logs`), { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${reason}\nThe last of the page's console:\n${console.join('\n')}\n${server.output().slice(-2000)}`,
    );
  }
}

/** Puts extension and tests where this host finds them; gives back what the page's address has to name. */
async function place(page: Page, run: SuiteRun, { server, folder }: Setting): Promise<Record<string, string>> {
  if (run.host === 'web') {
    if (!folder) throw new Error('A web extension is served from a folder.');
    await serveWebExtension(page, server, { extension: folder, tests: run.tests });
    return {};
  }
  return {
    extensionDevelopmentPath: remoteUri(server, folder ?? emptyExtension(server)),
    extensionTestsPath: remoteUri(server, run.tests),
  };
}

/** VS Code runs tests only beside an extension under development: where ours is installed, this one stands in. */
function emptyExtension(server: CodeServer): string {
  const folder = join(dirname(server.userData), 'driver');
  mkdirSync(folder);
  const manifest = { name: 'driver', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

function keepConsole(page: Page): string[] {
  const lines: string[] = [];
  const keep = (line: string) => {
    if (line.includes('[suite]')) return;
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
  };
  page.on('console', (message) => keep(`${message.type()}: ${firstLine(message.text())}`));
  page.on('pageerror', (error) => keep(`exception: ${error.message}`));
  page.on('requestfailed', (request) => keep(`failed: ${request.url()} ${request.failure()?.errorText}`));
  return lines;
}

/**
 * How the suite ended, by its own word: an extension host that dies in the middle lets VS Code report success.
 * To be called before the page is loaded, since the workbench looks for both functions as it starts.
 */
async function listen(
  page: Page,
  { patience, hear = print }: SuiteRun,
): Promise<{ readonly ending: Promise<SuiteEnd> }> {
  const { promise: ending, resolve, reject } = Promise.withResolvers<SuiteEnd>();
  // Whoever waits for it hears of a failure; until then it must not end this process.
  ending.catch(() => {});
  const timer = setTimeout(() => reject(new Error(`The suite did not end within ${patience} s.`)), patience * 1000);
  page.once('crash', () => reject(new Error('The page crashed.')));
  let end: SuiteEnd | undefined;
  await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown) => {
    const line = format(...[args].flat());
    if (line.startsWith('[suite] ')) hear(line.slice('[suite] '.length));
    end ??= readSuiteEnd(line);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    clearTimeout(timer);
    if (end) resolve(end);
    else reject(new Error(`VS Code ended with ${code}, and the suite has not said how it ended.`));
  });
  return { ending };
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
