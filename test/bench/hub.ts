import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The party that is used often. */
export const HUB = 'Hub';

/** Adds a party to a corpus, and agreements of it with others, ten to a file: its name is used in `uses` places besides its own. */
export function writeHub(folder: string, uses: number): void {
  writeFileSync(
    join(folder, 'hub.agreement'),
    `party ${HUB} "The hub" {\n    type customs-administration\n    of SG\n}\n`,
  );
  for (let first = 0; first < uses; first += 10) {
    const texts = Array.from({ length: Math.min(10, uses - first) }, (_, i) => agreement(first + i));
    writeFileSync(join(folder, `hub-${first / 10}.agreement`), texts.join('\n'));
  }
}

function agreement(index: number): string {
  const partner = ['US', 'BR', 'FR', 'DE', 'JP', 'MA', 'IL', 'CA'][index % 8];
  return [
    `agreement Hub-${index} : Cooperation "The ${index}th of the hub" {`,
    `    between ${HUB} and ${partner}-Customs`,
    `    signed ${1990 + (index % 30)} per source-${partner}`,
    '}\n',
  ].join('\n');
}
