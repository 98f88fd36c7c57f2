import type { Command } from 'commander';
import { ruleOf } from '../../language/rules/index.ts';
import { pageOf } from '../../language/rules/page.ts';
import { markdown } from '../terminal/markdown.ts';
import type { ColourChoice } from '../terminal/style.ts';
import { colourOption } from './check.ts';
import { knownRule } from './projects.ts';
import { asTable } from './rules.ts';
import { Run } from './run.ts';

/** `agreement explain` */
export function addExplain(program: Command, end: (code: number) => void): void {
  program
    .command('explain')
    .summary('explain a rule')
    .description('Shows the page of a rule: what it says, why, an example, and how to set it.')
    .argument('[rule]', 'the code of a rule, such as missing-source')
    .addOption(colourOption())
    .action(async (code: string | undefined, { color }: { readonly color: ColourChoice }) => {
      const run = new Run({ color });
      await run.print(code === undefined ? list(run) : page(code, run));
      end(run.end());
    });
}

function* list({ style }: Run): Generator<string> {
  yield 'agreement explain RULE shows the page of one of these:\n\n';
  yield* asTable(style);
}

function* page(code: string, { style }: Run): Generator<string> {
  const rule = ruleOf(knownRule(code));
  if (rule) yield `${markdown(pageOf(rule), style).trimEnd()}\n`;
}
