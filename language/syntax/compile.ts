import { readers } from '../generated/readers.ts';
import { grammar } from '../generated/tables.ts';
import { passWords } from './bare-text.ts';
import { bodyOf } from './bodies.ts';
import { body, withoutBody } from './body.ts';
import { whenParser } from './date-words.ts';
import { declarations } from './declarations.ts';
import { choiceTable, firstOf, firstOfRule, firstOfToken, ruleNamed, tableOf } from './first.ts';
import { kindOf } from './kinds.ts';
import { list, separatorOf } from './lists.ts';
import { misspeltForce } from './misspelt.ts';
import { toBody } from './recover.ts';
import { type Repairs, repairsOf } from './repairs.ts';
import { isFresh, type Parser, type Run } from './run.ts';
import type {
  BodyStep,
  ChoiceStep,
  MutableNode,
  NodeStep,
  OptionalStep,
  RepeatStep,
  SequenceStep,
  Step,
  TokenStep,
} from './steps.ts';
import { AGAIN, BROKEN, goOn, type Ways, waysOn } from './ways.ts';

const parsers = new Map<string, Parser>();

/** The parser of a rule of the grammar, made once. */
export function parserOf(rule: string): Parser {
  const known = parsers.get(rule);
  if (known !== undefined) return known;
  const parser = compile(ruleNamed(rule), rule);
  parsers.set(rule, parser);
  return parser;
}

function compile(step: Step, rule: string): Parser {
  switch (step.is) {
    case 'token':
      return token(step, rule);
    case 'node':
      return node(step, rule);
    case 'fragment':
      return step.rule === 'When' ? whenParser(parserOf(step.rule), rule) : parserOf(step.rule);
    case 'choice':
      return choice(step, rule);
    case 'sequence':
      return bodyIn(step) === undefined ? sequence(step, rule) : headed(step, rule);
    case 'optional':
      return optional(step, rule);
    case 'repeat':
      return repeat(step, rule);
    case 'body':
      return body(step, rule, nodeParser);
  }
}

function token(step: TokenStep, rule: string): Parser {
  const accepts = tableOf(firstOfToken(step.token));
  const { property } = step;
  if (property === undefined) {
    return (run) => {
      if (accepts[run.code()] !== 1) return run.miss(step, rule);
      run.pos++;
      return true;
    };
  }
  if (step.many) {
    return (run) => {
      if (accepts[run.code()] !== 1) return run.miss(step, rule);
      append(run.node, property, run.pos++);
      return true;
    };
  }
  const missed = { step, rule };
  return (run) => {
    if (accepts[run.code()] !== 1) {
      run.miss(step, rule);
      if (step.token === 'TEXT') passWords(run, missed);
      return false;
    }
    run.node[property] = run.pos++;
    return true;
  };
}

function append(node: MutableNode, property: string, item: unknown): void {
  const items = node[property] as unknown[] | undefined;
  if (items === undefined) node[property] = [item];
  else items.push(item);
}

function node(step: NodeStep, rule: string): Parser {
  const [only, ...others] = step.rules.map((name) => nodeParser(name, step.property, step.many === true));
  if (only !== undefined && others.length === 0) {
    const begins = tableOf(firstOf(step));
    return (run) => (begins[run.code()] === 1 ? only(run) : run.miss(step, rule));
  }
  const options = [undefined, only, ...others];
  const which = choiceTable(step.rules.map(firstOfRule));
  return (run) => {
    const option = options[which[run.code()] as number];
    return option === undefined ? run.miss(step, rule) : option(run);
  };
}

/** Reads a node of a rule into a property of the current node: by its reader, or with care where that gives up. */
function nodeParser(rule: string, property: string, many: boolean): Parser {
  const careful = carefulParser(rule, property, many);
  const reader = readers[rule];
  if (reader === undefined) return careful;
  const finish = finisher(rule);
  return (run) => {
    const first = run.pos;
    const read = run.quick ? reader(run, first) : undefined;
    if (read === undefined) {
      run.pos = first;
      return careful(run);
    }
    hold(run.node, property, many, read);
    finish?.(run, read);
    return true;
  };
}

/** Reads what is left of a rule's node behind its reader: its body and its repairs. Undefined where it never has any. */
function finisher(rule: string): ((run: Run, node: MutableNode) => void) | undefined {
  const repairs = repairsOf(rule);
  const step = bodyIn(ruleNamed(rule));
  if (step === undefined && repairs === undefined) return undefined;
  const rest = step && body(step, rule, nodeParser);
  const done = step && repairs === undefined ? withoutBody(step, rule) : undefined;
  return (run, node) => {
    if (done?.[run.code()] !== 1) readInto(run, node, rest, repairs);
  };
}

/** Reads a node part by part. A node that breaks off is kept with what it has. */
function carefulParser(rule: string, property: string, many: boolean): Parser {
  const create = grammar.create[rule];
  if (create === undefined) throw new Error(`${rule} makes no nodes.`);
  const repairs = repairsOf(rule);
  let inner: Parser | undefined;
  return (run) => {
    inner ??= parserOf(rule);
    const child = create(run.pos);
    hold(run.node, property, many, child);
    return readInto(run, child, inner, repairs);
  };
}

function hold(node: MutableNode, property: string, many: boolean, child: MutableNode): void {
  if (many) append(node, property, child);
  else node[property] = child;
}

/** Reads on into a node, up to its end, and repairs it. */
function readInto(run: Run, node: MutableNode, parser: Parser | undefined, repairs: Repairs | undefined): boolean {
  const parent = run.node;
  run.node = node;
  run.path.push(node);
  const read = parser?.(run) ?? true;
  node.$last = run.pos - 1;
  repairs?.(run, node);
  run.path.pop();
  run.node = parent;
  return read;
}

function choice(step: ChoiceStep, rule: string): Parser {
  const options = [undefined, ...step.options.map((option) => compile(option, rule))];
  const which = choiceTable(step.options.map(firstOf));
  return (run) => {
    const option = options[which[run.code()] as number];
    return option === undefined ? run.miss(step, rule) : option(run);
  };
}

/** The body that ends a rule. */
function bodyIn(step: Step): BodyStep | undefined {
  const last = step.is === 'sequence' ? step.steps.at(-1) : undefined;
  return last?.is === 'body' ? last : undefined;
}

/** A header and its body: an error in the header does not cost the body. */
function headed(step: SequenceStep, rule: string): Parser {
  const last = bodyIn(step);
  if (last === undefined) throw new Error(`${rule} has no body.`);
  const head = sequence({ is: 'sequence', steps: step.steps.slice(0, -1) }, rule);
  const rest = compile(last, rule);
  const tables = bodyOf(last, rule);
  return (run) => {
    if (!head(run) && !toBody(run, tables) && tables.nested) return false;
    return rest(run);
  };
}

/** Goes on behind a part that is missing, or in which nothing can be made of some words, where what comes after it stands there. */
function sequence(step: SequenceStep, rule: string): Parser {
  const parts = step.steps.map((part) => compile(part, rule));
  const ways = step.steps.map((part, index) => waysOn(part, step.steps.slice(index + 1)));
  return (run) => {
    for (let index = 0; index < parts.length; index++) {
      const at = run.pos;
      if ((parts[index] as Parser)(run)) continue;
      const way = goOn(run, ways[index] as Ways, run.pos === at);
      if (way === AGAIN) (parts[index] as Parser)(run);
      else if (way === BROKEN) return false;
    }
    return true;
  };
}

function optional(step: OptionalStep, rule: string): Parser {
  const inner = compile(step.step, rule);
  const begins = tableOf(firstOf(step.step));
  const mayBeForce = begins[IN] === 1;
  return (run) => {
    if (begins[run.code()] === 1 && !(mayBeForce && isForce(run))) return inner(run);
    if (run.wishes !== undefined) run.wish(step.step, rule);
    return true;
  };
}

const IN = kindOf('in') * 2;

/** Whether the `in` at the next token begins a misspelt `in force` rather than a place. */
function isForce(run: Run): boolean {
  return isFresh(run.code()) && run.body !== undefined && misspeltForce(run, run.body) !== undefined;
}

function repeat(step: RepeatStep, rule: string): Parser {
  if (rule === grammar.entry && step.step.is === 'node') return declarations(step.step, rule, nodeParser);
  const separated = separatorOf(step.step);
  if (separated !== undefined) return list(separated, rule, compile);
  const inner = compile(step.step, rule);
  const begins = tableOf(firstOf(step.step));
  return (run: Run) => {
    while (begins[run.code()] === 1) if (!inner(run)) return false;
    if (run.wishes !== undefined) run.wish(step.step, rule);
    return true;
  };
}
