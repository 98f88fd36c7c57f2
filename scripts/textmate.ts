/**
 * Makes `client/syntaxes/agreement.tmLanguage.json`, the colours of an editor that knows no server, of the Langium grammar:
 * `textmate.ts [--check]`. With `--check` it writes nothing, and fails where the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { textmate } from './textmate/grammar.ts';

const FILE = new URL('../client/syntaxes/agreement.tmLanguage.json', import.meta.url);
const wanted = `${JSON.stringify(textmate(), null, 1)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, wanted);
else if (readFileSync(FILE, 'utf8') !== wanted) {
  console.error('client/syntaxes/agreement.tmLanguage.json is not what the grammar says: run `npm run textmate`.');
  process.exit(1);
}
