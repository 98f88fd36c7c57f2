import { addressAt } from './bare-text.ts';
import { declares } from './bodies.ts';
import { choiceTable, firstOfRule } from './first.ts';
import { END, KIND, kindOf } from './kinds.ts';
import { misspeltDeclaration } from './misspelt.ts';
import { isFresh, type Parser, type Run } from './run.ts';
import type { NodeStep } from './steps.ts';
import { bulletsBefore, closesNothing, needlessBullet, strayOutside } from './stray-messages.ts';

type NodeParser = (rule: string, property: string, many: boolean) => Parser;

/** What comes after the name tells the declaration even where its word is missing. */
const signs = [
  [':', 'Agreement'],
  ['specializes', 'Kind'],
] as const;

/** Reads all declarations of a file, whatever stands between them. */
export function declarations(step: NodeStep, rule: string, nodeParser: NodeParser): Parser {
  const options = [undefined, ...step.rules.map((name) => nodeParser(name, step.property, true))];
  const which = choiceTable(step.rules.map(firstOfRule));
  const inferred = new Map<number, Parser | undefined>();
  for (const [sign, name] of signs) inferred.set(kindOf(sign), options[step.rules.indexOf(name) + 1]);
  return (run) => {
    for (;;) {
      const code = run.code();
      const option = options[which[code] as number] ?? wordless(run, inferred);
      if (option !== undefined) declaration(run, option);
      else if (code === END) {
        if (run.wishes !== undefined) run.wish(step, rule);
        return true;
      } else strayTokens(run, inferred);
    }
  };
}

function wordless(run: Run, inferred: ReadonlyMap<number, Parser | undefined>): Parser | undefined {
  const code = run.code();
  if (code >> 1 !== KIND.name || !isFresh(code) || addressAt(run, run.pos) !== undefined) return undefined;
  return inferred.get((run.codes[run.pos + 1] as number) >> 1);
}

/** Reads one declaration; where a brace in it is never closed, once more with an eye on the indentation, which tells which one it is. */
function declaration(run: Run, option: Parser): void {
  const mark = run.mark();
  const unclosed = run.unclosed;
  begin(run);
  option(run);
  if (run.unclosed === unclosed || run.wishes !== undefined) return;
  const problems = run.problems.length;
  again(run, option, mark, true);
  if (run.problems.length > problems) again(run, option, mark, false);
}

function begin(run: Run): void {
  run.muted = false;
  run.statement = run.pos;
}

function again(run: Run, option: Parser, mark: ReturnType<Run['mark']>, indented: boolean): void {
  run.rewind(mark);
  (run.node['declarations'] as unknown[]).pop();
  begin(run);
  run.indented = indented;
  option(run);
  run.indented = false;
}

/** Reports what is no declaration, once, and skips to the next. A misspelt word is corrected instead. */
function strayTokens(run: Run, inferred: ReadonlyMap<number, Parser | undefined>): void {
  begin(run);
  const meant = misspeltDeclaration(run);
  if (meant !== undefined) {
    run.remark(meant.problem);
    run.change(run.pos, meant.kind);
    return;
  }
  const bullets = bulletsBefore(run);
  if (bullets > 0) {
    run.remark(needlessBullet(run, bullets));
    run.pos += bullets;
    return;
  }
  run.report(() => (run.code() >> 1 === KIND.close ? closesNothing(run) : strayOutside(run)));
  do {
    run.pos = (run.partners().get(run.pos) ?? run.pos) + 1;
  } while (!endsStray(run, inferred));
}

function endsStray(run: Run, inferred: ReadonlyMap<number, Parser | undefined>): boolean {
  const code = run.code();
  if (code === END || declares[code] === 1) return true;
  const behindBrace = (run.codes[run.pos - 1] as number) >> 1 === KIND.close;
  if (behindBrace && declares[code | 1] === 1) return true;
  return isFresh(code) && (misspeltDeclaration(run) !== undefined || wordless(run, inferred) !== undefined);
}
