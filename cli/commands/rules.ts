import { type Command, Option } from 'commander';
import { RULES } from '../../language/rules/index.ts';
import { type ColourChoice, type Style, table, wrap } from '../terminal/style.ts';
import { colourOption } from './check.ts';
import { Run } from './run.ts';

interface RulesOptions {
  readonly format: 'pretty' | 'json';
  readonly color: ColourChoice;
}

/** `agreement rules` */
export function addRules(program: Command, end: (code: number) => void): void {
  program
    .command('rules')
    .summary('list the rules')
    .description('Lists every rule with its usual severity and what it says.')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(['pretty', 'json']).default('pretty'))
    .addOption(colourOption())
    .action(async ({ format, color }: RulesOptions) => {
      const run = new Run({ color });
      await run.print(format === 'json' ? asJson() : asTable(run.style));
      end(run.end());
    });
}

function* asJson(): Generator<string> {
  const rules = RULES.map(({ code, category, severity, sentence }) => ({ code, category, severity, sentence }));
  yield `${JSON.stringify(rules, null, 2)}\n`;
}

/** The rules by chapter. */
export function* asTable(style: Style): Generator<string> {
  const chapters = [...new Set(RULES.map(({ category }) => category))];
  const rules = chapters.flatMap((chapter) => RULES.filter(({ category }) => category === chapter));
  const heads = table(rules.map(({ code, severity }) => [code, severity, '']));
  const indent = Math.max(0, ...heads.map((head) => head.length)) + 4;
  let chapter = '';
  for (const [i, { category, sentence }] of rules.entries()) {
    if (category !== chapter) yield `${chapter ? '\n' : ''}${style.colours.bold(category)}\n`;
    chapter = category;
    yield `${wrap(`  ${heads[i] ?? ''}`.padEnd(indent), sentence, style, indent)}\n`;
  }
}
