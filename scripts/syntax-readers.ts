/**
 * Makes `language/generated/readers.ts`: for each rule that makes nodes a function that reads it where it stands just as the grammar has
 * it, which nearly all do. It tells from the same steps as `language/syntax/compile.ts` and its tables, and gives up where that would do
 * anything but take the next token. Run after `scripts/syntax-tables.ts`.
 */
import { writeFileSync } from 'node:fs';
import { grammar } from '../language/generated/tables.ts';
import { choiceTable, type First, firstOf, firstOfToken, ruleNamed } from '../language/syntax/first.ts';
import { Continuation } from '../language/syntax/follow.ts';
import { KIND, kindOf, wordOfKind } from '../language/syntax/kinds.ts';
import { doubtsIn, separatorOf } from '../language/syntax/lists.ts';
import { repairsOf } from '../language/syntax/repairs.ts';
import type { ChoiceStep, NodeStep, Step, TokenStep } from '../language/syntax/steps.ts';

type Codes = ReadonlySet<number>;

/** What says of a node within a statement that it needs no repairs, for the rules that have some. */
const CHECKS: Readonly<Record<string, string>> = { Citation: 'isPlainCitation' };

const GIVE_UP = 'return undefined;';
const NEXT = '$code = $codes[++$at] as number;';

/** Sets of codes that are asked for by a table: its name by what it holds. */
const tables = new Map<string, string>();

function tableNamed(codes: Codes): string {
  const listed = [...codes].sort((a, b) => a - b).join(', ');
  const name = tables.get(listed) ?? `set${tables.size + 1}`;
  tables.set(listed, name);
  return name;
}

/** The condition that the next token is one of these. */
function isOneOf(codes: Codes): string {
  const kinds = [...new Set([...codes].map((code) => code >> 1))];
  if (kinds.length > 2) return `${tableNamed(codes)}[$code] === 1`;
  return kinds.map((kind) => isKind(kind, codes)).join(' || ');
}

function isKind(kind: number, codes: Codes): string {
  const both = codes.has(kind * 2) && codes.has(kind * 2 + 1);
  const test = both ? `$code >> 1 === ${kind}` : `$code === ${codes.has(kind * 2) ? kind * 2 : kind * 2 + 1}`;
  return `${test} /* ${wordOfKind(kind)} */`;
}

function codesOf(first: First): Codes {
  return new Set([...first.firm, ...first.soft]);
}

function codesIn(table: Uint8Array, value: number): Codes {
  return new Set([...table.keys()].filter((code) => table[code] === value));
}

/**
 * The statements that read a step, as lines. They stand where the step's closure stands in `compile.ts`; `known` says that the next token
 * is one that the step begins with.
 */
function reading(step: Step, rule: string, known = false): string[] {
  switch (step.is) {
    case 'token':
      return [...(known ? [] : [unless(codesOf(firstOfToken(step.token)))]), ...taken(step)];
    case 'node':
      return nodeRead(step);
    case 'fragment':
      return [...(step.rule === 'When' ? dateAlone(rule) : []), ...reading(ruleNamed(step.rule), step.rule, known)];
    case 'choice':
      return choiceRead(step, rule, known);
    case 'sequence':
      return step.steps.flatMap((part, index) => reading(part, rule, known && index === 0 && !firstOf(part).empty));
    case 'optional':
      return [...noForce(step.step), ...block(`if (${isFirstOf(step.step)})`, reading(step.step, rule, true))];
    case 'repeat': {
      const list = separatorOf(step.step);
      const loop = block(`while (${isFirstOf(step.step)})`, reading(step.step, rule, true));
      return list === undefined ? loop : [...loop, giveUpAt(codesIn(doubtsIn(list), 1))];
    }
    case 'body':
      // The closures read it, behind what is read here.
      return [];
  }
}

function giveUpAt(codes: Codes): string {
  return `if (${isOneOf(codes)}) ${GIVE_UP}`;
}

function unless(codes: Codes): string {
  return `if (!(${isOneOf(codes)})) ${GIVE_UP}`;
}

function isFirstOf(step: Step): string {
  return isOneOf(codesOf(firstOf(step)));
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`.trimStart(), ...lines.map((line) => `  ${line}`), '}'];
}

function taken(step: TokenStep): string[] {
  if (step.property === undefined) return [NEXT];
  return [...assigned(step.property, step.many === true, '$at'), NEXT];
}

function assigned(property: string, many: boolean, item: string): string[] {
  return [`${property} = ${many ? `$with(${property}, ${item})` : item};`];
}

function nodeRead({ rules, property, many }: NodeStep): string[] {
  const [only = ''] = rules;
  if (rules.length > 1) throw new Error(`A part of a statement is a node of one rule, unlike ${rules.join(', ')}.`);
  if (repairsOf(only) !== undefined && CHECKS[only] === undefined)
    throw new Error(`Nothing checks a ${only} for repairs.`);
  return block('', [
    `const $node = read${only}($run, $at);`,
    `if ($node === undefined) ${GIVE_UP}`,
    ...assigned(property, many === true, '$node'),
    '$at = $run.pos;',
    '$code = $codes[$at] as number;',
  ]);
}

/** Several words in the place of a date are a matter of `date-words.ts`. */
function dateAlone(rule: string): string[] {
  const after = codesIn(new Continuation(rule, 'When').next, 1);
  return [`if ($code >> 1 !== ${KIND.value} || !isAlone($codes, $at, ${tableNamed(after)})) ${GIVE_UP}`];
}

function choiceRead(step: ChoiceStep, rule: string, known: boolean): string[] {
  const which = choiceTable(step.options.map(firstOf));
  const same = sameTokens(step);
  if (same !== undefined) {
    const all = new Set([...which.keys()].filter((code) => which[code] !== 0));
    return [...(known ? [] : [unless(all)]), ...taken(same)];
  }
  const options = step.options.map((option, index) => {
    const isLast = known && index === step.options.length - 1;
    return block(isLast ? '' : `if (${isOneOf(codesIn(which, index + 1))})`, reading(option, rule, true)).join('\n');
  });
  return [...options, ...(known ? [] : [GIVE_UP])].join(' else ').split('\n');
}

/** Where all options are words that go into one property (`must`, `should`, `may`). */
function sameTokens({ options }: ChoiceStep): TokenStep | undefined {
  const [first] = options;
  if (first?.is !== 'token') return undefined;
  return options.every((option) => option.is === 'token' && option.property === first.property) ? first : undefined;
}

/** An `in` at the beginning of a line may be a misspelt `in force`. */
function noForce(step: Step): string[] {
  const code = kindOf('in') * 2 + 1;
  return firstOf(step).firm.has(code) ? [giveUpAt(new Set([code]))] : [];
}

/** What the parts of a step that go into properties are: leaves or nodes, and whether a list of them. */
function typesIn(step: Step): [property: string, type: string][] {
  switch (step.is) {
    case 'token':
    case 'node': {
      const type = step.is === 'node' ? 'MutableNode' : 'number';
      return step.property === undefined ? [] : [[step.property, step.many ? `${type}[]` : type]];
    }
    case 'fragment':
      return typesIn(ruleNamed(step.rule));
    case 'choice':
      return step.options.flatMap(typesIn);
    case 'sequence':
      return step.steps.flatMap(typesIn);
    case 'optional':
    case 'repeat':
      return typesIn(step.step);
    case 'body':
      return [];
  }
}

function reader(rule: string): string {
  const step = ruleNamed(rule);
  const types = new Map(typesIn(step));
  const properties = Object.keys(grammar.create[rule]?.(0) ?? {}).filter((name) => !name.startsWith('$'));
  const values = properties.map((name) => (types.has(name) ? name : `${name}: undefined`));
  const made = `{ $type: '${rule}', $first, $last: $at - 1, $broken: false, ${values.join(', ')} }`;
  const check = CHECKS[rule];
  return block(`function read${rule}($run: Run, $first: number): MutableNode | undefined`, [
    'const $codes = $run.codes;',
    'let $at = $first;',
    'let $code = $codes[$at] as number;',
    ...[...types].map(([name, type]) => `let ${name}: ${type} | undefined;`),
    ...reading(step, rule),
    '$run.pos = $at;',
    ...(check === undefined
      ? [`return ${made};`]
      : [`const $made = ${made};`, `return ${check}($run, $made) ? $made : undefined;`]),
  ]).join('\n');
}

const rules = Object.keys(grammar.create).filter((rule) => rule !== grammar.entry);
const functions = rules.map(reader);

const out = `// Made by scripts/syntax-readers.ts from language/agreement.langium; not edited by hand.
import { isAlone } from '../syntax/date-words.ts';
import { tableOf } from '../syntax/first.ts';
import { isPlainCitation } from '../syntax/repairs.ts';
import type { Run } from '../syntax/run.ts';
import type { MutableNode, Reader } from '../syntax/steps.ts';

${[...tables].map(([codes, name]) => `const ${name} = setOf(${codes});`).join('\n')}

function setOf(...codes: number[]): Uint8Array {
  return tableOf({ firm: new Set(codes), soft: new Set() });
}

/** Most lists have one or two members: what grows by \`push\` gets room for many. */
function $with<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  if (list.length === 1) return [list[0] as T, item];
  list.push(item);
  return list;
}

${functions.join('\n\n')}

/** By rule. */
export const readers: Readonly<Record<string, Reader>> = {
  ${rules.map((rule) => `${rule}: read${rule},`).join('\n  ')}
};
`;
writeFileSync(new URL('../language/generated/readers.ts', import.meta.url), out);
