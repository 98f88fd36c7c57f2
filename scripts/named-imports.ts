import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const requireHere = createRequire(import.meta.url);

/**
 * Bundles CommonJS packages, those whose whole name matches the pattern, so that all files of ours take its names from one place. By itself esbuild makes a copy of all names, several
 * hundred getters, for each file that imports one of them: for the language server those copies are a tenth of its start.
 */
export function namedImports(pattern: string): Plugin {
  return {
    name: 'named-imports',
    setup(build) {
      const filter = new RegExp(`^${pattern}$`);
      build.onResolve({ filter }, ({ path, importer, namespace, kind }) => {
        const ours = namespace === 'file' && kind === 'import-statement' && !importer.includes('node_modules');
        return ours ? { path, namespace: 'named-imports' } : undefined;
      });
      build.onLoad({ filter, namespace: 'named-imports' }, ({ path }) => {
        const names = Object.keys(requireHere(path)).filter((key) => key !== 'default' && key !== '__esModule');
        return { contents: `export { ${names.join(', ')} } from '${path}';`, resolveDir: ROOT };
      });
    },
  };
}
