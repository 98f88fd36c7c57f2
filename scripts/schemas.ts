/**
 * Writes the JSON Schema of the project file, which is made of the rules. With `--check` it writes nothing and fails where the file that
 * stands is another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectSchema } from '../language/project-schema.ts';

const file = new URL('../schemas/agreement.schema.json', import.meta.url);
const wanted = `${JSON.stringify(projectSchema(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (readOrEmpty(file) !== wanted) {
  console.error('schemas/agreement.schema.json is not what the rules say. Run: npm run schemas');
  process.exitCode = 1;
}

function readOrEmpty(url: URL): string {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return '';
  }
}
