/** Bundles what is shipped into `dist/`: `bundle.ts [--minify]`. Nothing shipped needs `node_modules`. */
import { type BuildOptions, build } from 'esbuild';
import { namedImports } from './named-imports.ts';

/** `module` first: the CommonJS builds of some packages load their parts in ways that a bundler does not see. */
const NODE: BuildOptions = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const WEB: BuildOptions = { platform: 'browser', target: 'es2022', format: 'cjs', define: { global: 'globalThis' } };

/** What is made of what. `.cjs`: the package is one of modules, and VS Code loads an extension with `require`. */
const BUNDLES: readonly BuildOptions[] = [
  { ...NODE, entryPoints: ['client/node.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...WEB, entryPoints: ['client/browser.ts'], outfile: 'dist/client-web.cjs', external: ['vscode'] },
  { ...NODE, entryPoints: ['server/main.ts'], outfile: 'dist/server.cjs' },
  { ...WEB, entryPoints: ['server/worker.ts'], outfile: 'dist/server-worker.js', format: 'iife' },
];

const minify = process.argv.includes('--minify');
const common: BuildOptions = {
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  plugins: [namedImports('vscode-languageserver(/node)?')],
  logLevel: 'warning',
};
await Promise.all(BUNDLES.map((bundle) => build({ ...common, ...bundle })));
