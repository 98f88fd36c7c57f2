/** Fails where a choice of the grammar is not made by the next word alone (LL(1)). Run after `scripts/syntax-tables.ts`. */
import { conflicts } from '../language/syntax/follow.ts';
import { wordOfKind } from '../language/syntax/kinds.ts';

const found = conflicts();
for (const { rule, step, codes } of found) {
  const words = [...new Set(codes.map((code) => wordOfKind(code >> 1)))];
  console.error(`${rule}: ${words.join(', ')} does not decide ${JSON.stringify(step).slice(0, 200)}`);
}
if (found.length > 0) process.exit(1);
