/** The page in which VS Code runs: Chromium, the address of the workbench, and an extension given to it as a web extension. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { CodeServer } from './code-server.ts';
import { prepareChromium } from './machine.ts';

/** A headless Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: prepareChromium(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}

/** A path of this machine as VS Code in the browser names it. */
export const remoteUri = (server: CodeServer, path: string): string =>
  `vscode-remote://${server.host}${encodeURI(resolve(path))}`;

/** The workbench's address for a folder; the payload is what VS Code's own browser tests pass (`openFile`, `extensionTestsPath` …). */
export function workbenchAddress(
  server: CodeServer,
  folder: string,
  payload: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    folder: resolve(folder),
    payload: JSON.stringify(Object.entries({ skipWelcome: 'true', ...payload })),
  });
  return `${server.url}/?${query}`;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.wasm': 'application/wasm',
};

const DRIVER = JSON.stringify({ name: 'driver', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } });

/**
 * Makes the page run an extension in the browser's worker, loaded over HTTP as on vscode.dev. The address of the workbench cannot ask for
 * that (a folder of the server runs in Node wherever there is a `main`), so the page's own configuration is given `developmentOptions`
 * before the workbench reads it. The page may load from its own origin only: files go through code-server's proxy. The suite runs
 * in an extension of its own, since VS Code chooses the host of the tests by the folder they are in.
 */
export async function serveWebExtension(
  page: Page,
  server: CodeServer,
  folders: { readonly extension: string; readonly tests?: string },
): Promise<void> {
  const roots = new Map([['extension', resolve(folders.extension)]]);
  if (folders.tests) roots.set('driver', dirname(resolve(folders.tests)));
  const files = await serveFiles(roots);
  page.once('close', () => files.close());
  const port = (files.address() as AddressInfo).port;
  const at = (path: string) => ({ scheme: 'http', authority: server.host, path: `/proxy/${port}/${path}` });
  const options = {
    extensions: [...roots.keys()].map(at),
    ...(folders.tests && { extensionTestsPath: at(`driver/${basename(folders.tests)}`) }),
  };
  // Not a routed page: one that Playwright fulfils may not open a WebSocket to this machine.
  await page.addInitScript((added) => {
    const apply = () => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      const settings = JSON.parse(meta?.getAttribute('data-settings') ?? 'null');
      if (!settings) return;
      settings.developmentOptions = { ...settings.developmentOptions, ...added };
      meta?.setAttribute('data-settings', JSON.stringify(settings));
    };
    document.addEventListener('readystatechange', apply, { once: true });
  }, options);
}

function serveFiles(roots: ReadonlyMap<string, string>): Promise<Server> {
  const read = (path: string): string | Buffer | undefined => {
    const [root = '', ...rest] = path.split('/').slice(1);
    if (root === 'driver' && rest.join('/') === 'package.json') return DRIVER;
    const folder = roots.get(root);
    if (!folder || rest.includes('..')) return undefined;
    const file = join(folder, ...rest);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  };
  const files = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = read(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  return new Promise((done) => files.listen(0, '127.0.0.1', () => done(files)));
}
