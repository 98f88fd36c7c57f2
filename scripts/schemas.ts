/**
 * Writes the JSON Schema of the project file, which is made of the rules. With `--check` it writes nothing and fails where the file that
 * stands is another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectSchema } from '../language/project-schema.ts';

const file = new URL('../schemas/agreement.schema.json', import.meta.url);
const wanted = JSON.stringify(projectSchema());

if (!process.argv.includes('--check')) {
  writeFileSync(file, `${wanted}\n`);
} else if (standing() !== wanted) {
  console.error('schemas/agreement.schema.json is not what the rules say. Run: npm run schemas');
  process.exitCode = 1;
}

/** What stands there, without its layout; empty where there is nothing. */
function standing(): string {
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return '';
  }
}
