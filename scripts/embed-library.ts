/** Writes the library's files into a module, so that the program carries them wherever it runs. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const from = new URL('../language/library/', import.meta.url);
const to = new URL('../language/generated/', import.meta.url);

const texts = Object.fromEntries(
  readdirSync(from)
    .filter((name) => name.endsWith('.agreement'))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, from), 'utf8')]),
);
mkdirSync(to, { recursive: true });
writeFileSync(
  new URL('library.ts', to),
  `/** Made from language/library by scripts/embed-library.ts. */\nexport const LIBRARY_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(texts, null, 2)};\n`,
);
