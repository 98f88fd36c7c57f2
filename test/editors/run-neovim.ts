/** `npm run test:neovim`: the language server in a real Neovim, with the configuration of `docs/editors.md`. Needs `nvim` on the path. */
import { configuration, Home, neovimVersion, type Outcome } from './neovim.ts';

const version = neovimVersion();
if (version === undefined) {
  console.error('There is no Neovim here: install it, as with `apt-get install neovim`.');
  process.exit(1);
}
console.log(version);
const outcomes = outcomesIn(version);
for (const { name, failure } of outcomes)
  console.log(failure === undefined ? `  ✔ ${name}` : `  ✘ ${name}: ${failure}`);
const failed = outcomes.filter(({ failure }) => failure !== undefined).length;
console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function outcomesIn(version: string): readonly Outcome[] {
  const { used, unused } = configuration(version);
  using home = new Home(used);
  const others = unused.map((block, i) =>
    outcome(`block ${i + 1} for another Neovim is Lua (it is not run)`, home.fault(block)),
  );
  return [...home.check(), ...others];
}

function outcome(name: string, failure: string | undefined): Outcome {
  return failure === undefined ? { name } : { name, failure };
}
